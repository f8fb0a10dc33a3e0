import type { ReactNode } from 'react';
import { PageHead } from './page-head';

interface RefusedProps {
  heading: string;
  because: string;
  next?: ReactNode;
}

/** The body of a page that a rule keeps shut: the fact, the rule's sentence, the next step. */
export function Refused({ heading, because, next }: RefusedProps) {
  return (
    <>
      <PageHead title={heading} />
      <div className="sheet stack">
        <p className="lead">{because}</p>
        {next && <p>{next}</p>}
      </div>
    </>
  );
}
