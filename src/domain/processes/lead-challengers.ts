// A lead peer challenger is the Director of another authority, one for each; by default the turn goes round within the group, so that
// each leads once and nobody leads their own (1-actors-and-glossary.md, lead peer challenger).
import { isRefusal } from '../decision';
import { among, type TwoAuthorities } from './in-conflict';
import { rotationOf } from './rotation';

export interface Placed {
  authorityId: string;
  groupId: string;
}

/**
 * Authority → its lead peer challenger, with the turn moved on by `turn` places in the order given; null when there is nobody else.
 * Where the turn brings together two in `conflicts`, the group's goes on until it does not.
 */
export function leadChallengers(places: readonly Placed[], turn = 1, conflicts: readonly TwoAuthorities[] = []): Map<string, string | null> {
  const everyone = places.map((place) => place.authorityId);
  const groups = new Map<string, string[]>();
  for (const { groupId, authorityId } of places) groups.set(groupId, [...(groups.get(groupId) ?? []), authorityId]);
  const leads = new Map([...groups.values()].flatMap((group) => [...(group.length > 1 ? within(group, turn, conflicts) : alone(group, everyone, turn, conflicts))]));
  return new Map(everyone.map((authorityId) => [authorityId, leads.get(authorityId) ?? null]));
}

function within(group: readonly string[], turn: number, conflicts: readonly TwoAuthorities[]): Map<string, string | null> {
  const apart = among(conflicts);
  for (let on = 0; on < group.length - 1; on += 1) {
    const round = new Map(group.map((one) => [one, next(group, one, turn + on)]));
    if (![...round].some(([one, lead]) => lead !== null && apart(one, lead))) return round;
  }
  const found = rotationOf({ authorityIds: group, each: 1, mutual: true, conflicts, turn, names: new Map() });
  if (!isRefusal(found)) return new Map(found.pairs.map(({ hostId, peerId }) => [hostId, peerId]));
  return alone(group, group, turn, conflicts);
}

/** Each for itself, from the whole round. */
function alone(some: readonly string[], round: readonly string[], turn: number, conflicts: readonly TwoAuthorities[]): Map<string, string | null> {
  const apart = among(conflicts);
  return new Map(some.map((one) => {
    const inTurn = round.map((_, on) => next(round, one, turn + on));
    return [one, inTurn.find((lead) => lead !== null && !apart(one, lead)) ?? null];
  }));
}

/** Steps over oneself, however far the turn has gone round. */
function next(round: readonly string[], from: string, turn: number): string | null {
  const others = round.length - 1;
  if (others < 1) return null;
  const on = ((((turn - 1) % others) + others) % others) + 1;
  return round[(round.indexOf(from) + on) % round.length]!;
}
