import type { ReactNode } from 'react';

export function Buttons({ children }: { children: ReactNode }) {
  return <div className="btns">{children}</div>;
}
