import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Who can open this, and who cannot, in a plain sentence; on every page that holds content. */
export function WhoCanSee({ lead = 'Who can see this:', children }: { lead?: string; children: ReactNode }) {
  return (
    <p className="sees">
      <Icon name="eye" />
      <span>
        <b>{lead}</b> {children}
      </span>
    </p>
  );
}
