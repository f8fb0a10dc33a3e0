import type { ReactNode } from 'react';
import { StatusTag } from './status-tag';

interface ActionCardProps {
  id: string;
  number: number;
  title: string;
  href?: string;
  /** The finding that it answers. */
  from?: ReactNode;
  /** "25 days late" */
  late?: string;
  facts: readonly { term: string; words: ReactNode }[];
  pair?: ReactNode;
  /** The action opened: the host's words at the left, the challenger's at the right. */
  children?: ReactNode;
}

/** An action of the plan with its two ratings; inside an `<ol className="ap">`. */
export function ActionCard({ id, number, title, href, from, late, facts, pair, children }: ActionCardProps) {
  return (
    <li className={late ? 'act is-late' : 'act'} id={id}>
      <div>
        <h3>
          <span className="no">{number}</span> {href ? <a href={href}>{title}</a> : title}
        </h3>
        {from && <p className="s soft">{from}</p>}
        <p className="meta">
          {late && <StatusTag state="late">{late}</StatusTag>}
          {facts.map(({ term, words }) => (
            <span key={term}>
              <b>{term}</b> {words}
            </span>
          ))}
        </p>
      </div>
      {pair}
      {children && <div className="open">{children}</div>}
    </li>
  );
}
