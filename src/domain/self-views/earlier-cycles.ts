// Which cycles came before one, where a region runs several processes side by side: what is carried forward follows the cycle that this
// one was rolled forward from, else the last of its own process, and only then the last of any.
import type { Day } from '../model';

export interface CycleInTime {
  id: string;
  /** The cycle that it was rolled forward from. */
  previousId: string | null;
  /** Of any version. */
  processKey: string;
  anchorOn: Day;
}

/** Those among `others` that came before, newest first. */
export function cyclesBefore(cycle: CycleInTime, others: readonly CycleInTime[]): CycleInTime[] {
  const newestFirst = others.toSorted((a, b) => b.anchorOn.localeCompare(a.anchorOn));
  const before: CycleInTime[] = [];
  for (let at: CycleInTime | undefined = cycle; at; ) {
    const earlier: CycleInTime[] = newestFirst.filter(({ anchorOn }) => anchorOn < at!.anchorOn);
    const next: CycleInTime | undefined = earlier.find(({ id }) => id === at!.previousId) ?? earlier.find(({ processKey }) => processKey === at!.processKey) ?? earlier[0];
    if (next) before.push(next);
    at = next;
  }
  return before;
}
