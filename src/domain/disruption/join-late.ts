// An authority of the region joins a cycle that has opened.
import { isRefusal, type Refusal } from '../decision';
import { entering, type Place } from './joining';
import { NOTHING, type Ground, type Plan } from './plan';

export function planJoining(ground: Ground, place: Place): Plan | Refusal {
  const entry = entering(ground, place);
  if (isRefusal(entry)) return entry;
  const { joined, moves, waivers, newParts, sets, forums, members, days, said, concerned } = entry;
  return { kind: 'joined', authorityId: place.authorityId, otherId: null, days, said, concerned, change: { ...NOTHING, joins: [joined], moves, waivers, newParts, sets, forums, members }, data: {} };
}
