import type { ReactNode } from 'react';

/** Nothing is here: the fact, why, and one link onwards. */
export function Empty({ fact, children }: { fact: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{fact}</b>
      {children}
    </div>
  );
}
