import type { ReactNode } from 'react';

export function Key({ children }: { children: ReactNode }) {
  return (
    <ul className="key" aria-label="Key">
      {children}
    </ul>
  );
}

export function KeyItem({ children }: { children: ReactNode }) {
  return <li>{children}</li>;
}
