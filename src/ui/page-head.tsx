import type { ReactNode } from 'react';

interface PageHeadProps {
  title: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  /** The lead in 19 px, for the pages that open a visit: my work, a signature. */
  big?: boolean;
}

/** The person's task as the heading, one sentence under it, the main act or the state beside it. */
export function PageHead({ title, lead, aside, big }: PageHeadProps) {
  return (
    <div className="head">
      <div>
        <h1>{title}</h1>
        {lead && <p className={big ? 'lead soft' : 'soft'}>{lead}</p>}
      </div>
      {aside && <div className="head-aside">{aside}</div>}
    </div>
  );
}
