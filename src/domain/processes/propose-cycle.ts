// A cycle as it is proposed before anybody has chosen anything: from the cycle before it, or for the first time. The coordinator decides.
import { conflictsOn } from '../authority-conflicts';
import { addDays } from '../deadlines';
import { isRefusal } from '../decision';
import type { Day } from '../model';
import { firstName, freeName, nextAnchor, nextName } from './next-cycle';
import type { NewPeer, NewPlace, NewSet, OpeningFacts } from './open-cycle';
import { isThere } from './opening-faults';
import { proposePeers } from './propose-peers';
import { proposePlaces, type Grouped } from './propose-places';
import type { RoundToCome } from './rounds';
import { hasSetLead, proposeSets, type EarlierSet, type ProposedSet } from './propose-sets';
import type { TwoAuthorities } from './in-conflict';

/** The cycle that the new one is rolled forward from, without whoever has left it. */
export interface EarlierCycle {
  id: string;
  name: string;
  anchorOn: Day;
  places: readonly NewPlace[];
  sets: readonly EarlierSet[];
  peers: readonly NewPeer[];
  /** Authorities that left it while it ran. */
  withdrewIds?: readonly string[];
}

export interface Choices {
  leads: 'same' | 'next';
  sets: 'same' | 'new';
  peers: 'same' | 'new';
}

interface Asked {
  earlier: EarlierCycle | null;
  choices: Choices;
  /** 1, 2, 3 …: each cycle of the process another. */
  turn: number;
  today: Day;
  /** Day 0 and who takes part, once they have been chosen. */
  anchorOn?: Day | null;
  takingPart?: readonly string[];
  /** Of a process that goes in rounds. */
  round?: RoundToCome | null;
}

export interface ProposedCycle {
  name: string;
  anchorOn: Day | null;
  places: NewPlace[];
  sets: NewSet[];
  peers: NewPeer[];
  /** Why sets, or the peers of a role (by its key), could not be proposed. */
  notProposed: ReadonlyMap<string, string>;
}

export const SETS = 'sets';
/** The only set where everyone is in one. */
export const EVERYONE = '1';

export function proposeCycle(facts: OpeningFacts, asked: Asked): ProposedCycle {
  const { template, cycleNames } = facts;
  const { earlier, choices, turn, today } = asked;
  const anchorOn = asked.anchorOn ?? (earlier ? nextAnchor(earlier.anchorOn, template.ordinaryAnchor) : null);
  const on = anchorOn ?? today;
  const conflicts = conflictsOn(facts.conflicts, on);
  const names = new Map(facts.authorities.map(({ id, name }) => [id, name]));
  const authorityIds = whoTakesPart(facts, asked, on);
  const notProposed = new Map<string, string>();
  const { sets, groups } = grouped(facts, asked, { authorityIds, conflicts, names, notProposed });
  const thereIds = facts.authorities.filter((authority) => isThere(authority, on)).map(({ id }) => id);
  const peers = template.roles.flatMap((role) => {
    const found = proposePeers({ role, authorityIds, thereIds, names, conflicts, earlier: (earlier?.peers ?? []).filter((peer) => peer.role === role.key), keep: choices.peers, turn, posts: facts.posts });
    if (!isRefusal(found)) return found;
    notProposed.set(role.key, found.because);
    return [];
  });
  return {
    name: freeName(earlier ? nextName(earlier.name) : firstName(today, template.suffix), cycleNames),
    anchorOn,
    places: proposePlaces({ template, groups, before: earlier?.places ?? [], leads: choices.leads, conflicts }),
    sets: sets.map(({ key, name, leadAuthorityId }) => ({ key, name, leadAuthorityId })),
    peers,
    notProposed,
  };
}

/**
 * By name. After a cycle before: who took part in it and is still there, and who is new since; one that stayed out by choice stays out. In
 * a round: who has not had its challenge yet.
 */
export function whoTakesPart({ template, groups, authorities }: OpeningFacts, { earlier, takingPart, round }: Pick<Asked, 'earlier' | 'takingPart' | 'round'>, on: Day): string[] {
  const there = authorities.filter((authority) => isThere(authority, on) && (template.grouping.is !== 'standing' || groups.some(({ authorityIds }) => authorityIds.includes(authority.id))));
  if (takingPart) return there.filter(({ id }) => takingPart.includes(id)).map(({ id }) => id);
  if (round) return there.filter(({ id }) => !round.had.some(({ authorityId }) => authorityId === id)).map(({ id }) => id);
  if (!earlier) return there.map(({ id }) => id);
  const isNew = (startedOn: Day | null) => startedOn !== null && startedOn > addDays(on, -371);
  return there.filter(({ id, startedOn }) => isNew(startedOn) || earlier.places.some(({ authorityId }) => authorityId === id)).map(({ id }) => id);
}

interface Region {
  authorityIds: readonly string[];
  conflicts: readonly TwoAuthorities[];
  names: ReadonlyMap<string, string>;
  notProposed: Map<string, string>;
}

function grouped({ template, groups }: OpeningFacts, { earlier, choices, turn }: Asked, { authorityIds, conflicts, names, notProposed }: Region): { sets: readonly ProposedSet[]; groups: readonly Grouped[] } {
  const { grouping } = template;
  if (grouping.is === 'standing') return { sets: [], groups: groups.map((group) => ({ id: group.id, authorityIds: authorityIds.filter((id) => group.authorityIds.includes(id)) })).filter((group) => group.authorityIds.length > 0) };
  if (grouping.is === 'one') {
    const lead = earlier?.sets[0]?.leadAuthorityId ?? null;
    const everyone = { key: EVERYONE, name: 'Everyone', leadAuthorityId: hasSetLead(template) && lead && authorityIds.includes(lead) ? lead : null, authorityIds };
    return { sets: [everyone], groups: [{ id: EVERYONE, authorityIds }] };
  }
  const sets = proposeSets({ template, grouping, authorityIds, names, conflicts, earlier: earlier?.sets ?? [], keep: choices.sets, turn });
  if (!isRefusal(sets)) return { sets, groups: sets.map((set) => ({ id: set.key, authorityIds: set.authorityIds })) };
  notProposed.set(SETS, sets.because);
  return { sets: [], groups: authorityIds.map((id) => ({ id: '', authorityIds: [id] })) };
}
