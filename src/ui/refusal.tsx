import type { ReactNode } from 'react';

/** A rule that says no, in its own sentence, with the next step. */
export function Refusal({ heading, children, next }: { heading?: string; children: ReactNode; next?: ReactNode }) {
  return (
    <div className="refusal" role="alert">
      {heading && <b>{heading}</b>}
      <p>{children}</p>
      {next && <p>{next}</p>}
    </div>
  );
}
