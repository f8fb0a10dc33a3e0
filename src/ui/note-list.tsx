import type { ReactNode } from 'react';

export interface NoteItem {
  id: string;
  text: ReactNode;
  /** Time, what it was filed as. */
  meta?: ReactNode;
}

/** Notes as they were taken. */
export function NoteList({ items }: { items: readonly NoteItem[] }) {
  return (
    <ul className="notes">
      {items.map(({ id, text, meta }) => (
        <li key={id}>
          <div className="doc">{text}</div>
          {meta && <p className="t">{meta}</p>}
        </li>
      ))}
    </ul>
  );
}
