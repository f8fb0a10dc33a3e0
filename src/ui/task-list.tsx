import type { ReactNode } from 'react';

export function TaskList({ children }: { children: ReactNode }) {
  return <ul className="tasks">{children}</ul>;
}
