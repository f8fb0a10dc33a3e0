// A region opens a cycle from its process: a name, day 0, and each authority once, in its group and a wave, with a lead peer challenger
// who is another authority of the same cycle (3-processes.md section 7.1; 1-actors-and-glossary.md, lead peer challenger).
import { decide, refuse, type Decision, type Refusal } from '../decision';
import { addDays, dayInWords } from '../deadlines';
import type { DomainEvent } from '../events';
import type { Actor, Day } from '../model';
import { templateFaults } from './template-faults';
import type { ProcessTemplateDefinition } from './template';

export interface NewPlace {
  authorityId: string;
  /** Id of a standing group; or the key of a set of this cycle. */
  groupId: string;
  wave: string;
  leadChallengerAuthorityId: string | null;
}

/** A pair, a triad, or everyone in one, made for this cycle. */
export interface NewSet {
  key: string;
  name: string;
  leadAuthorityId: string | null;
}

/** Who has a role of the process in an authority's place from the start. */
export interface NewPeer {
  role: string;
  hostId: string;
  peerId: string;
  postId?: string | null;
}

export interface NewCycle {
  name: string;
  anchorOn: Day;
  places: readonly NewPlace[];
  sets?: readonly NewSet[];
  peers?: readonly NewPeer[];
  /** The cycle that it is rolled forward from. */
  previousId?: string | null;
}

/** What stands in the region before the cycle opens. */
export interface OpeningFacts {
  regionId: string;
  template: ProcessTemplateDefinition;
  cycleNames: readonly string[];
  groups: readonly { id: string; name: string; ordinal: number; authorityIds: readonly string[] }[];
  authorities: readonly { id: string; name: string; startedOn: Day | null; endedOn: Day | null }[];
}

export interface OpenedCycle extends NewCycle {
  id: string;
  startsOn: Day;
  endsOn: Day;
}

export function openCycle(actor: Actor, facts: OpeningFacts, wanted: NewCycle, cycleId: string, today: Day): Decision<OpenedCycle> {
  return decide(actor, 'cycle.open', { regionId: facts.regionId }, () => {
    const name = wanted.name.trim();
    const fault = notToOpen(facts, { ...wanted, name }, today);
    if (fault) return fault;
    const { spans } = facts.template;
    const cycle = { ...wanted, id: cycleId, name, startsOn: addDays(wanted.anchorOn, spans.from), endsOn: addDays(wanted.anchorOn, spans.to) };
    return { change: cycle, events: [openedEvent(facts, cycle, cycleId), ...wanted.places.map((place) => placedEvent(facts, cycle, place, cycleId)), ...setsMadeEvent(facts, cycle, cycleId)] };
  });
}

/** The first thing that stands against opening it; null when nothing does. The preview asks this too. */
export function notToOpen(facts: OpeningFacts, cycle: NewCycle, today: Day): Refusal | null {
  if (cycle.name === '') return refuse('no-name', 'Name: give the cycle a name, such as 2017/18.');
  if (facts.cycleNames.includes(cycle.name)) return refuse('name-taken', `Name: there is a cycle called ${cycle.name} already.`);
  const faults = templateFaults(facts.template);
  if (faults.length > 0) return refuse('template-faulty', faults[0]!);
  if (cycle.anchorOn <= today) return refuse('day-passed', `Day 0: ${dayInWords(cycle.anchorOn)} has passed. A cycle is opened before the day from which it is counted.`);
  if (cycle.anchorOn > addDays(today, 2 * 366)) return refuse('day-too-far', `Day 0: ${dayInWords(cycle.anchorOn)} is more than two years away.`);
  if (cycle.places.length === 0) return refuse('nobody', 'Choose at least one authority.');
  for (const place of cycle.places) {
    const fault = notToPlace(facts, cycle, place);
    if (fault) return fault;
  }
  return notToSet(facts, cycle) ?? notToPeer(facts, cycle);
}

/** Sets are of the sizes that the process names, and each has its lead among its own. */
function notToSet({ template: { grouping } }: OpeningFacts, { sets = [], places }: NewCycle): Refusal | null {
  for (const set of sets) {
    const members = places.filter(({ groupId }) => groupId === set.key).map(({ authorityId }) => authorityId);
    if (grouping.is === 'made' && !grouping.sizes.includes(members.length)) {
      return refuse('set-size', `${set.name}: it has ${members.length} ${members.length === 1 ? 'authority' : 'authorities'}. A ${grouping.word} has ${grouping.sizes.join(' or ')}.`);
    }
    if (set.leadAuthorityId && !members.includes(set.leadAuthorityId)) return refuse('set-lead', `${set.name}: its lead is not one of its own.`);
  }
  return null;
}

function notToPeer({ template: { roles }, authorities }: OpeningFacts, { peers = [], places }: NewCycle): Refusal | null {
  for (const { role, hostId, peerId } of peers) {
    const host = authorities.find(({ id }) => id === hostId)?.name ?? '';
    const known = roles.find(({ key }) => key === role);
    if (!known) return refuse('no-such-role', `There is no role ${role} in this process.`);
    if (!places.some(({ authorityId }) => authorityId === hostId)) return refuse('not-in-cycle', `${host} does not take part, so nobody is ${known.name} there.`);
    if (hostId === peerId) return refuse('own-peer', `${host} cannot be its own ${known.name}.`);
    if (!authorities.some(({ id }) => id === peerId)) return refuse('not-of-the-region', 'One of the authorities is not of this region.');
  }
  return null;
}

function notToPlace({ template, groups, authorities }: OpeningFacts, cycle: NewCycle, place: NewPlace): Refusal | null {
  const authority = authorities.find(({ id }) => id === place.authorityId);
  if (!authority) return refuse('not-of-the-region', 'One of the authorities is not of this region.');
  const { name } = authority;
  const group = groups.find(({ id }) => id === place.groupId);
  const wave = template.waves.find(({ key }) => key === place.wave);
  if (cycle.places.filter(({ authorityId }) => authorityId === place.authorityId).length > 1) return refuse('twice', `${name} stands there twice. An authority has one place in a cycle.`);
  if (!isThere(authority, cycle.anchorOn)) return refuse('not-there', `${name} is not an authority on ${dayInWords(cycle.anchorOn)}.`);
  if (template.grouping.is === 'standing') {
    if (!group) return refuse('no-group', `${name}: choose its group.`);
    if (!group.authorityIds.includes(place.authorityId)) return refuse('other-group', `${name} is not in the ${group.name} group.`);
  } else if (!(cycle.sets ?? []).some(({ key }) => key === place.groupId)) {
    return refuse('no-set', template.grouping.is === 'made' ? `${name}: choose its ${template.grouping.word}.` : `${name} has no place in the cycle.`);
  }
  if (!wave) return refuse('no-wave', `${name}: choose a wave.`);
  if (template.leads === 'none') return place.leadChallengerAuthorityId === null ? null : refuse('no-leads', `${name}: this process has no lead peer challengers.`);
  if (place.leadChallengerAuthorityId === null) return template.leads === 'by-hand' ? null : refuse('no-lead', `${name}: choose its lead peer challenger.`);
  if (place.leadChallengerAuthorityId === place.authorityId) return refuse('own-lead', `${name} cannot be its own lead peer challenger.`);
  if (!cycle.places.some(({ authorityId }) => authorityId === place.leadChallengerAuthorityId)) {
    return refuse('lead-not-in-cycle', `${name}: its lead peer challenger does not take part in this cycle.`);
  }
  return null;
}

/** An authority that has begun and has not been abolished on that day. */
export function isThere(authority: { startedOn: Day | null; endedOn: Day | null }, on: Day): boolean {
  return (!authority.startedOn || authority.startedOn <= on) && (!authority.endedOn || authority.endedOn >= on);
}

function openedEvent({ regionId }: OpeningFacts, { name, places }: NewCycle, cycleId: string): DomainEvent {
  return { type: 'cycle.opened', regionId, cycleId, data: { cycle: name, count: places.length } };
}

function setsMadeEvent({ regionId, template }: OpeningFacts, { name, sets = [] }: NewCycle, cycleId: string): DomainEvent[] {
  if (template.grouping.is !== 'made') return [];
  return [{ type: 'sets.made', regionId, cycleId, data: { cycle: name, word: template.grouping.word, count: sets.length } }];
}

function placedEvent({ regionId, template, groups, authorities }: OpeningFacts, { name, sets = [] }: NewCycle, place: NewPlace, cycleId: string): DomainEvent {
  const nameOf = (id: string | null) => authorities.find((authority) => authority.id === id)?.name ?? '';
  return {
    type: 'authority.placed',
    regionId,
    cycleId,
    authorityId: place.authorityId,
    data: {
      cycle: name,
      authority: nameOf(place.authorityId),
      group: groups.find(({ id }) => id === place.groupId)?.name ?? sets.find(({ key }) => key === place.groupId)?.name ?? '',
      wave: template.waves.find(({ key }) => key === place.wave)?.name ?? '',
      lead: nameOf(place.leadChallengerAuthorityId),
    },
  };
}
