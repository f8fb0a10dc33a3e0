import type { ReactNode } from 'react';

export interface Stat {
  label: string;
  figure: ReactNode;
  /** A small qualifier: "of 23", "in 6 authorities". */
  of?: ReactNode;
  href?: string;
}

export function Stats({ items }: { items: readonly Stat[] }) {
  return (
    <dl className="stats">
      {items.map(({ label, figure, of, href }) => (
        <div className="stat" key={label}>
          <dt>{label}</dt>
          <dd>
            {href ? <a href={href}>{figure}</a> : figure} {of && <small>{of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
