// A region opens a cycle from its process: a name, day 0, and each authority once, in its group or set and a wave, with a lead peer
// challenger who is another authority of the same cycle, and with the peers that the process asks for from the start (3-processes.md
// section 7.1; 1-actors-and-glossary.md, lead peer challenger, triad).
import { addDays } from '../deadlines';
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { DomainEvent } from '../events';
import type { Actor, Day, Office } from '../model';
import { listed } from './in-words';
import { openingFaults } from './opening-faults';
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
  /** But for roles that the others of a set have: those follow from the sets. */
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
  /** Authorities that do not challenge one another (domain/authority-conflicts.ts). */
  conflicts: readonly { authorityId: string; otherId: string; untilOn: Day | null; endedOn: Day | null }[];
  /** Those that are named for a role. */
  posts?: readonly { id: string; authorityId: string | null; office: Office }[];
}

export interface OpenedCycle extends NewCycle {
  id: string;
  startsOn: Day;
  endsOn: Day;
  sets: readonly NewSet[];
  peers: readonly (NewPeer & { id: string })[];
}

/** `newId` gives a fresh id each time: of the cycle and of each peer. */
export function openCycle(actor: Actor, facts: OpeningFacts, wanted: NewCycle, newId: () => string, today: Day): Decision<OpenedCycle> {
  return decide(actor, 'cycle.open', { regionId: facts.regionId }, () => {
    const { template } = facts;
    const sets = template.grouping.is === 'standing' ? [] : (wanted.sets ?? []);
    const named = { ...wanted, name: wanted.name.trim(), sets, peers: peersOf(template, wanted) };
    const refusal = notToOpen(facts, named, today);
    if (refusal) return refusal;
    const cycle: OpenedCycle = {
      ...named,
      id: newId(),
      startsOn: addDays(wanted.anchorOn, template.spans.from),
      endsOn: addDays(wanted.anchorOn, template.spans.to),
      peers: named.peers.map((peer) => ({ ...peer, id: newId() })),
    };
    return { change: cycle, events: [openedEvent(facts, cycle), ...cycle.places.map((place) => placedEvent(facts, cycle, place)), ...setsMadeEvent(facts, cycle), ...assignedEvents(facts, cycle)] };
  });
}

/** The first thing that stands against opening it; null when nothing does. */
export function notToOpen(facts: OpeningFacts, cycle: NewCycle, today: Day): Refusal | null {
  const [first] = openingFaults(facts, cycle, today);
  return first ? refuse(first.refused, first.because) : null;
}

/** Everyone who has a role from the start: those chosen, and for a role that is found by set the others of the authority's own set. */
export function peersOf({ grouping, roles }: Pick<ProcessTemplateDefinition, 'grouping' | 'roles'>, { places, peers = [] }: Pick<NewCycle, 'places' | 'peers'>): NewPeer[] {
  const bySet = roles.filter(({ found }) => found === 'set');
  const chosen = peers.filter(({ role }) => !bySet.some(({ key }) => key === role));
  if (grouping.is !== 'made') return chosen;
  const matesOf = (host: NewPlace) => places.filter((place) => place.groupId === host.groupId && place.authorityId !== host.authorityId);
  return [...chosen, ...bySet.flatMap(({ key }) => places.flatMap((host) => matesOf(host).map(({ authorityId }) => ({ role: key, hostId: host.authorityId, peerId: authorityId }))))];
}

function openedEvent({ regionId }: OpeningFacts, { id, name, places }: OpenedCycle): DomainEvent {
  return { type: 'cycle.opened', regionId, cycleId: id, data: { cycle: name, count: places.length } };
}

function setsMadeEvent({ regionId, template }: OpeningFacts, { id, name, sets }: OpenedCycle): DomainEvent[] {
  if (template.grouping.is !== 'made') return [];
  return [{ type: 'sets.made', regionId, cycleId: id, data: { cycle: name, word: template.grouping.word, count: sets.length } }];
}

/** Where an authority stands, as far as its process has that: its group or set, with whom, its wave, its lead peer challenger. */
function placedEvent({ regionId, template, groups, authorities }: OpeningFacts, { id, name, places, sets }: OpenedCycle, place: NewPlace): DomainEvent {
  const nameOf = (authorityId: string | null) => authorities.find((authority) => authority.id === authorityId)?.name ?? '';
  const mates = places.filter(({ groupId, authorityId }) => groupId === place.groupId && authorityId !== place.authorityId);
  const isMade = template.grouping.is === 'made';
  return {
    type: 'authority.placed',
    regionId,
    cycleId: id,
    authorityId: place.authorityId,
    data: {
      cycle: name,
      authority: nameOf(place.authorityId),
      group: groups.find((group) => group.id === place.groupId)?.name ?? '',
      set: isMade ? (sets.find(({ key }) => key === place.groupId)?.name ?? '') : '',
      with: isMade ? listed(mates.map(({ authorityId }) => nameOf(authorityId))) : '',
      forum: template.words.forum,
      wave: template.waves.length > 1 ? (template.waves.find(({ key }) => key === place.wave)?.name ?? '') : '',
      lead: nameOf(place.leadChallengerAuthorityId),
    },
  };
}

/** Whoever has a role because of their set is told of the set. */
function assignedEvents({ regionId, template, authorities }: OpeningFacts, { id: cycleId, peers }: OpenedCycle): DomainEvent[] {
  const nameOf = (authorityId: string) => authorities.find((authority) => authority.id === authorityId)?.name ?? '';
  return peers.flatMap(({ id, role: key, hostId, peerId }): DomainEvent[] => {
    const role = template.roles.find((one) => one.key === key)!;
    if (role.found === 'set') return [];
    return [{ type: 'peer.assigned', regionId, cycleId, authorityId: hostId, subjectId: id, data: { role: role.name, peer: nameOf(peerId), authority: nameOf(hostId) } }];
  });
}
