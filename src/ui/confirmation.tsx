import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What has happened, who has it now, what comes next. */
export function Confirmation({ children }: { children: ReactNode }) {
  return (
    <div className="told" role="status">
      <Icon name="done" />
      <p>{children}</p>
    </div>
  );
}
