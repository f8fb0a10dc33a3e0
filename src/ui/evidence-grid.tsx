import type { ReactNode } from 'react';
import { Icon } from './icon';

export type EvidenceKind = 'data' | 'audit' | 'voice' | 'review';
const NAMES: Record<EvidenceKind, string> = { data: 'Data', audit: 'Audit', voice: 'Voice', review: 'Review' };

export interface EvidenceItem {
  kind: EvidenceKind;
  words: ReactNode;
  none?: boolean;
}

/** How do you know? By four kinds of evidence; a kind with nothing yet is flagged. */
export function EvidenceGrid({ items }: { items: readonly EvidenceItem[] }) {
  return (
    <div className="ev">
      {items.map(({ kind, words, none }) => (
        <div key={kind} className={none ? 'none' : undefined}>
          <h3>
            <Icon name={none ? 'due' : 'done'} />
            {NAMES[kind]}
          </h3>
          <p>{words}</p>
        </div>
      ))}
    </div>
  );
}
