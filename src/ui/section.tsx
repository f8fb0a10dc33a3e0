import type { ReactNode } from 'react';

/** A part of a page under its heading, with a small count or remark beside it. */
export function Section({ id, heading, count, children }: { id: string; heading: ReactNode; count?: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <div className="sec-h">
        <h2 id={id}>{heading}</h2>
        {count !== undefined && <span className="n">{count}</span>}
      </div>
      {children}
    </section>
  );
}
