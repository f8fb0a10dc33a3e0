import type { ReactNode } from 'react';
import { Who } from './who';

/** Words of one voice: the authority's behind a solid rule, the friend's behind a double one. */
export function VoiceBlock({ voice, who, children }: { voice: 'own' | 'friend'; who?: ReactNode; children: ReactNode }) {
  return (
    <div className={`${voice === 'own' ? 'own' : 'theirs'} stack-s`}>
      {who && <Who voice={voice}>{who}</Who>}
      {children}
    </div>
  );
}
