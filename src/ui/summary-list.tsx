import type { ReactNode } from 'react';

export interface SummaryItem {
  term: ReactNode;
  words: ReactNode;
  act?: ReactNode;
}

/** Facts by name. `tight` puts the name above the fact, for the margin. */
export function SummaryList({ items, tight }: { items: readonly SummaryItem[]; tight?: boolean }) {
  return (
    <dl className={tight ? 'sl tight' : 'sl'}>
      {items.map(({ term, words, act }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{words}</dd>
          {act && <dd>{act}</dd>}
        </div>
      ))}
    </dl>
  );
}
