import type { ReactNode } from 'react';
import { DayWarnings } from '@/ui/day-warnings';
import { Sheet } from '@/ui/sheet';

/** Dates that could not be met, and the way out of it; nothing where all can be. */
export function NotMet({ says, children }: { says: readonly string[]; children: ReactNode }) {
  if (says.length === 0) return null;
  return (
    <Sheet heading={says.length === 1 ? 'A date that could not be met' : 'Dates that could not be met'} id="h-not-met">
      <DayWarnings says={says} />
      <p>{children}</p>
    </Sheet>
  );
}
