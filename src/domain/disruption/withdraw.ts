// An authority leaves the cycle (the issue on disruption: it withdraws, its history is kept, everyone concerned is told once).
import { isRefusal, refuse, type Refusal } from '../decision';
import { leaving } from './leaving';
import { NOTHING, placeIn, takingPart, type Ground, type Plan } from './plan';

export interface Withdrawal {
  authorityId: string;
  /** By the key of a part: who takes it over; empty for nobody. */
  handing: Readonly<Record<string, string>>;
  /** Authority → the set into which it goes. */
  seats: Readonly<Record<string, string>>;
}

export function planWithdrawal(ground: Ground, { authorityId, handing, seats }: Withdrawal): Plan | Refusal {
  const place = placeIn(ground, authorityId);
  if (isRefusal(place)) return place;
  if (takingPart(ground).length === 1) return refuse('the-last', `${place.name} is the last in this cycle. Close the cycle instead.`);
  const left = leaving(ground, { place, handing, seats, because: `${place.name} left the cycle` });
  if (isRefusal(left)) return left;
  const { said, concerned, ...change } = left;
  return { kind: 'withdrew', authorityId, otherId: null, days: [], said, concerned, change: { ...NOTHING, ...change, leaves: authorityId }, data: {} };
}
