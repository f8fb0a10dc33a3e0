import type { ReactNode } from 'react';

interface ColumnsProps {
  children: ReactNode;
  aside: ReactNode;
  /** `signing`: a wider second column; the aside is then the form that signs, and last on a phone. */
  kind?: 'margin' | 'signing';
  label?: string;
}

/** The main column and its margin. */
export function Columns({ children, aside, kind = 'margin', label = 'Beside this page' }: ColumnsProps) {
  return (
    <div className={kind === 'signing' ? 'cols signing' : 'cols'}>
      <div className="stack-l">{children}</div>
      {kind === 'signing' ? (
        <div className="signform">{aside}</div>
      ) : (
        <aside className="aside stack" aria-label={label}>
          {aside}
        </aside>
      )}
    </div>
  );
}
