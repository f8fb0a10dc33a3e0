import type { ReactNode } from 'react';

/** The friend's margin beside a paragraph, for a form or words that are no thread yet. */
export function MarginBox({ settled, children }: { settled?: boolean; children: ReactNode }) {
  return <div className={settled ? 'mg settled' : 'mg'}>{children}</div>;
}
