// What is otherwise in a cycle than in the one that it is rolled forward from, so that nobody has to lay the two side by side.
import type { Day } from '../model';
import type { NewCycle, OpeningFacts } from './open-cycle';
import type { EarlierCycle } from './propose-cycle';
import type { RoleDefinition } from './template';

/** Of things that both cycles have: how many are as they were, and how many are new. */
export interface SameAndNew {
  same: number;
  fresh: number;
}

export interface SinceLast {
  /** Names of authorities. */
  joined: readonly string[];
  left: readonly { name: string; abolishedOn: Day | null }[];
  /** Left that one while it ran, and are not in this one either. */
  withdrew: readonly string[];
  /** Null where the process makes none. */
  sets: (SameAndNew & { word: string }) | null;
  leads: SameAndNew | null;
  roles: readonly (SameAndNew & Pick<RoleDefinition, 'key' | 'name'>)[];
}

export function sinceLast({ template, authorities }: Pick<OpeningFacts, 'template' | 'authorities'>, earlier: EarlierCycle, { places, sets = [], peers = [] }: Pick<NewCycle, 'places' | 'sets' | 'peers'>): SinceLast {
  const was = new Map(earlier.places.map((place) => [place.authorityId, place]));
  const is = new Set(places.map(({ authorityId }) => authorityId));
  const { grouping, leads, roles } = template;
  return {
    joined: authorities.filter(({ id }) => is.has(id) && !was.has(id)).map(({ name }) => name),
    left: authorities.filter(({ id }) => was.has(id) && !is.has(id)).map(({ name, endedOn }) => ({ name, abolishedOn: endedOn })),
    withdrew: authorities.filter(({ id, endedOn }) => earlier.withdrewIds?.includes(id) && !is.has(id) && !endedOn).map(({ name }) => name),
    sets: grouping.is === 'made' ? { word: grouping.word, ...setsCompared(earlier, places, sets.map(({ key }) => key)) } : null,
    leads: leads === 'none' ? null : compared(places.filter(({ leadChallengerAuthorityId }) => leadChallengerAuthorityId), ({ authorityId, leadChallengerAuthorityId }) => was.get(authorityId)?.leadChallengerAuthorityId === leadChallengerAuthorityId),
    roles: roles
      .filter(({ found }) => found !== 'set')
      .map(({ key, name }) => ({ key, name, ...compared(peers.filter(({ role }) => role === key), (peer) => earlier.peers.some((before) => before.role === key && before.hostId === peer.hostId && before.peerId === peer.peerId)) })),
  };
}

function setsCompared(earlier: EarlierCycle, places: NewCycle['places'], keys: readonly string[]): SameAndNew {
  const mark = (ids: readonly string[]) => [...ids].sort().join(' ');
  const before = new Set(earlier.sets.map(({ memberIds }) => mark(memberIds)));
  return compared(keys.map((key) => mark(places.filter(({ groupId }) => groupId === key).map(({ authorityId }) => authorityId))), (members) => before.has(members));
}

function compared<Item>(items: readonly Item[], isSame: (item: Item) => boolean): SameAndNew {
  const same = items.filter(isSame).length;
  return { same, fresh: items.length - same };
}
