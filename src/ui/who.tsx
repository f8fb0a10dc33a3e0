import type { ReactNode } from 'react';
import { Mark, type Voice } from './mark';

const TONE: Record<Voice, string> = { own: 'who o', friend: 'who f', agreed: 'who' };

/** Whose voice this is, as a mark and bold words. */
export function Who({ voice, children }: { voice: Voice; children: ReactNode }) {
  return (
    <p className={TONE[voice]}>
      <Mark voice={voice} />
      <span>{children}</span>
    </p>
  );
}
