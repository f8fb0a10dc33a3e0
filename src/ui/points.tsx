import type { ReactNode } from 'react';
import { Tag } from './tag';

export interface Point {
  id: string;
  text: ReactNode;
  tag?: string;
  meta?: readonly ReactNode[];
  act?: ReactNode;
}

/** Strengths, areas for development: a sentence of the record, its theme and what it stands on. */
export function Points({ items, empty }: { items: readonly Point[]; empty?: ReactNode }) {
  if (items.length === 0) return empty ? <>{empty}</> : null;
  return (
    <ul className="points">
      {items.map(({ id, text, tag, meta = [], act }) => (
        <li key={id}>
          <div className="doc">{text}</div>
          {act && <div className="s">{act}</div>}
          {(tag || meta.length > 0) && (
            <p className="meta">
              {tag && <Tag>{tag}</Tag>}
              {meta.map((words, index) => (
                <span key={index}>{words}</span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
