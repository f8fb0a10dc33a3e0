import type { ReactNode } from 'react';

export interface SessionItem {
  id: string;
  /** "09:30" */
  at: string;
  what: ReactNode;
  status?: ReactNode;
  on?: boolean;
}

/** The order of a forum day. */
export function SessionList({ items }: { items: readonly SessionItem[] }) {
  return (
    <ol className="sess">
      {items.map(({ id, at, what, status, on }) => (
        <li key={id} className={on ? 'on' : undefined} aria-current={on ? 'true' : undefined}>
          <span className="at">{at}</span>
          <span>
            {what}
            {status && (
              <>
                <br />
                {status}
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
