import type { ReactNode } from 'react';

/** A small white sheet under one rule: the margin, filters, short facts. */
export function Slip({ heading, id, children }: { heading?: ReactNode; id?: string; children: ReactNode }) {
  if (!heading) return <div className="slip">{children}</div>;
  return (
    <section className="slip" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}
