import type { ReactNode } from 'react';
import { Sheet } from '@/ui/sheet';

/** Dates that could not be met, and the way out of it; nothing where all can be. */
export function NotMet({ says, children }: { says: readonly string[]; children: ReactNode }) {
  if (says.length === 0) return null;
  return (
    <Sheet heading={says.length === 1 ? 'A date that could not be met' : 'Dates that could not be met'} id="h-not-met">
      <ul>
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{children}</p>
    </Sheet>
  );
}
