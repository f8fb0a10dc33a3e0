// Who met last year is kept from meeting again where that can be had, but never at the price of an arrangement.

interface Sparing<Found> {
  /** A key for each meeting of last year. */
  previous: ReadonlySet<number>;
  /** An arrangement with none of the meetings to be spared, or the word for why there is none. `first` asks for one, and not for a better one. */
  arrange: (spared: ReadonlySet<number>, first: boolean) => Found | 'impossible' | 'not-found';
  meetingsIn: (found: Found) => number[];
}

/** What is found repeats no meeting of last year that could be spared without another in its place. */
export function spareRepeats<Found extends object>({ previous, arrange, meetingsIn }: Sparing<Found>): Found | 'impossible' | 'not-found' {
  const repeats = (of: Found) => meetingsIn(of).filter((meeting) => previous.has(meeting));
  const fresh = arrange(previous, true);
  if (typeof fresh === 'object' || previous.size === 0) return fresh;
  let found = arrange(new Set(), true);
  if (typeof found !== 'object') return found;
  for (const meeting of repeats(found)) {
    const stay = new Set(repeats(found));
    if (!stay.delete(meeting)) continue;
    const better = arrange(new Set([...previous].filter((other) => !stay.has(other))), false);
    if (typeof better === 'object') found = better;
  }
  return found;
}
