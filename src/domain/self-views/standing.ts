// An authority says something about each figure that stands in the best or weakest fifth of its region (London's regional improvement
// alliance asks for it). An indicator without a polarity is never ranked, nor are fewer than five authorities.

/** Where a figure stands among all of the region, itself included; null in between. */
export function standing(own: number, all: readonly number[], polarity: 'higher' | 'lower'): 'best' | 'weakest' | null {
  if (all.length < 5) return null;
  const fifth = Math.floor(all.length / 5);
  const better = all.filter((value) => (polarity === 'higher' ? value > own : value < own)).length;
  const worse = all.filter((value) => (polarity === 'higher' ? value < own : value > own)).length;
  if (better < fifth) return worse < fifth ? null : 'best';
  return worse < fifth ? 'weakest' : null;
}
