// An authority says something about each figure that stands in the best or weakest fifth of its region (London's regional improvement
// alliance asks for it). An indicator without a polarity is never ranked, nor are fewer than five authorities.

/** Where a figure stands among all of the region, itself included; null in between. */
export function standing(own: number, all: readonly number[], polarity: 'higher' | 'lower'): 'best' | 'weakest' | null {
  const above = all.filter((value) => value > own).length;
  const below = all.filter((value) => value < own).length;
  return standingAmong({ of: all.length, above, below }, polarity);
}

/** The same from how many of all are above and below. */
export function standingAmong({ of, above, below }: { of: number; above: number; below: number }, polarity: 'higher' | 'lower'): 'best' | 'weakest' | null {
  if (of < 5) return null;
  const fifth = Math.floor(of / 5);
  const [better, worse] = polarity === 'higher' ? [above, below] : [below, above];
  if (better < fifth) return worse < fifth ? null : 'best';
  return worse < fifth ? 'weakest' : null;
}
