import type { ReactNode } from 'react';
import { Button } from './button';

interface ToolbarProps {
  children: ReactNode;
  /** Where the filters lead; this page unless told. */
  action?: string;
  act?: string;
  aside?: ReactNode;
}

/** Filters: a plain form whose answer is in the address. */
export function Toolbar({ children, action, act = 'Show', aside }: ToolbarProps) {
  return (
    <form className="filters slip" action={action} method="get">
      {children}
      <Button kind="second">{act}</Button>
      {aside && <div className="toolbar-aside">{aside}</div>}
    </form>
  );
}
