// The parts that an authority has elsewhere, and who could take them over: nobody in conflict, nobody for itself, those who do least first.
import type { PeerFacts, PlaceFacts } from '../cycle-facts';
import { roleName } from '../parties';
import type { TwoAuthorities } from '../processes/in-conflict';
import { among } from '../processes/in-conflict';
import { leadChallengers } from '../processes/lead-challengers';
import { LEAD_ROLE } from '../roles/role-facts';
import { isSettledState } from '../workflow';
import { nameOf, takingPart, unique, type Change, type Ground, type NewPart } from './plan';

export type Part =
  /** `rowId` where the lead was found by hand and a row says so. */
  | { is: 'lead'; key: string; host: PlaceFacts; rowId: string | null }
  | { is: 'peer'; key: string; host: PlaceFacts; peer: PeerFacts }
  | { is: 'set-lead'; key: string; groupId: string; name: string };

/** Who could take a part over, the one whose turn it is first. */
export interface Takeover {
  part: Part;
  /** "lead peer challenger of Wigan" */
  words: string;
  candidates: readonly string[];
  proposed: string | null;
}

/** What is still to be done elsewhere: a part in which everything is done stays as it is. */
export function partsElsewhere(ground: Ground, authorityId: string): Part[] {
  const { template } = ground.given;
  const others = takingPart(ground).filter((place) => place.authorityId !== authorityId);
  const sets = template.grouping.is === 'standing' ? [] : ground.facts.groups;
  return [
    ...others.filter((host) => host.leadChallengerAuthorityId === authorityId && isStillOwed(ground, host, 'lead-challenger')).map((host): Part => ({ is: 'lead', key: `lead:${host.authorityId}`, host, rowId: host.peers?.find(({ role, authorityId: id }) => role === LEAD_ROLE && id === authorityId)?.id ?? null })),
    ...others.flatMap((host) =>
      (host.peers ?? []).filter((peer) => peer.authorityId === authorityId && peer.role !== LEAD_ROLE && isStillOwed(ground, host, `peer:${peer.role}`)).map((peer): Part => ({ is: 'peer', key: `peer:${peer.id}`, host, peer })),
    ),
    ...[...sets, ...(ground.facts.taskGroups ?? [])].filter((group) => group.leadAuthorityId === authorityId).map(({ id, name }): Part => ({ is: 'set-lead', key: `set-lead:${id}`, groupId: id, name })),
  ];
}

/** Something is open at the host in which the part is named: as who does, signs or writes; a lead also leads at its forum. */
function isStillOwed({ steps, given: { template } }: Ground, host: PlaceFacts, party: string): boolean {
  return steps.some(({ step, place, state }) => {
    if (place?.authorityId !== host.authorityId || isSettledState(state)) return false;
    const writes = template.papers.find(({ key }) => key === step.paper)?.by;
    return step.who.some((one) => one === party) || step.signatories.some((one) => one === party) || writes === party || (party === 'lead-challenger' && step.doneWhen === 'forum-held');
  });
}

export function takeoversOf(ground: Ground, authorityId: string): Takeover[] {
  return partsElsewhere(ground, authorityId).map((part) => {
    const candidates = candidatesFor(ground, part, authorityId);
    return { part, words: partWords(ground, part), candidates, proposed: candidates[0] ?? null };
  });
}

export function partWords({ given: { template } }: Ground, part: Part): string {
  if (part.is === 'set-lead') return `lead of ${part.name}`;
  return `${part.is === 'lead' ? 'lead peer challenger' : roleName(part.peer.role, template)} of ${part.host.name}`;
}

function candidatesFor(ground: Ground, part: Part, without: string): string[] {
  switch (part.is) {
    case 'lead':
      return leadsFor(ground, part.host, without);
    case 'peer':
      return peersFor(ground, part.host, part.peer.role, without);
    case 'set-lead':
      return membersOf(ground, part.groupId).filter((id) => id !== without);
  }
}

/** Who takes part in a set or a task and finish group. */
export function membersOf({ facts }: Pick<Ground, 'facts'>, groupId: string): string[] {
  const group = [...facts.groups, ...(facts.taskGroups ?? [])].find(({ id }) => id === groupId);
  return [...(group?.memberIds ?? facts.places.filter((place) => place.groupId === groupId && !place.withdrawn).map(({ authorityId }) => authorityId))];
}

/** Who could be lead peer challenger of an authority: the next in turn of those who lead fewest, of its own group before others. */
export function leadsFor(ground: Pick<Ground, 'facts' | 'conflicts' | 'directorIds'>, host: Pick<PlaceFacts, 'authorityId' | 'groupId' | 'peers'>, without: string | null = null): string[] {
  const there = takingPart(ground).filter(({ authorityId }) => authorityId !== without);
  const places = there.some(({ authorityId }) => authorityId === host.authorityId) ? there : [...there, host];
  const apart = among(ground.conflicts);
  const inTurn = unique([
    ...Array.from({ length: places.length }, (_, index) => leadChallengers(places, index + 1).get(host.authorityId)),
    ...places.map(({ authorityId }) => authorityId),
  ]).filter((id) => id !== host.authorityId && !apart(id, host.authorityId) && !sharesItsDirector(ground, id, host.authorityId) && !host.peers?.some(({ authorityId, role }) => authorityId === id && role !== LEAD_ROLE));
  const led = (id: string) => ground.facts.places.filter((place) => !place.withdrawn && place.authorityId !== without && place.leadChallengerAuthorityId === id).length;
  const inGroup = (id: string) => places.some((place) => place.authorityId === id && place.groupId === host.groupId);
  return inTurn.toSorted((a, b) => Number(inGroup(b)) - Number(inGroup(a)) || led(a) - led(b));
}

/** Who could have a role in an authority's place, those who have it least often first. None where one post is to be named, or the set has it. */
export function peersFor(ground: Pick<Ground, 'facts' | 'conflicts' | 'given' | 'directorIds'>, host: Pick<PlaceFacts, 'authorityId' | 'peers'> & { leadChallengerAuthorityId?: string | null }, roleKey: string, without: string | null = null): string[] {
  const role = ground.given.template.roles.find(({ key }) => key === roleKey);
  if (!role || role.named || role.found === 'set') return [];
  const places = takingPart(ground);
  const apart = among(ground.conflicts);
  const hasPart = (id: string, of: string) => places.find(({ authorityId }) => authorityId === of)?.peers?.some((peer) => peer.role === roleKey && peer.authorityId === id) ?? false;
  const count = (id: string) => places.filter(({ authorityId, peers }) => authorityId !== without && peers?.some((peer) => peer.role === roleKey && peer.authorityId === id)).length;
  return places
    .map(({ authorityId }) => authorityId)
    .filter((id) => id !== host.authorityId && id !== without && id !== host.leadChallengerAuthorityId && !apart(id, host.authorityId) && !sharesItsDirector(ground, id, host.authorityId) && !hasPart(id, host.authorityId))
    .filter((id) => role.mutual || !hasPart(host.authorityId, id))
    .toSorted((a, b) => count(a) - count(b));
}

/** For whoever is found next, those who were found before have their parts, and nobody has one that ended. */
export function withParts(ground: Ground, { endedParts, newParts }: Pick<Change, 'endedParts' | 'newParts'>): Ground {
  const offices = (role: string) => ground.given.template.roles.find(({ key }) => key === role)?.offices ?? [];
  const found = (part: NewPart): PeerFacts => ({ id: part.id, role: part.role, authorityId: part.authorityId, name: nameOf(ground, part.authorityId), offices: offices(part.role), postId: null, assignedOn: ground.today });
  const places = ground.facts.places.map((place) => ({
    ...place,
    peers: [...(place.peers ?? []).filter(({ id }) => !endedParts.includes(id)), ...newParts.filter(({ hostId }) => hostId === place.authorityId).map(found)],
  }));
  return { ...ground, facts: { ...ground.facts, places } };
}

/** One Director covers both. */
function sharesItsDirector({ directorIds }: Pick<Ground, 'directorIds'>, one: string, other: string): boolean {
  return (directorIds.get(one) ?? []).some((id) => directorIds.get(other)?.includes(id));
}

/** Authorities that have to do with a place: its lead peer challenger, its peers, the members of its set. */
export function whoHasAPart(ground: Ground, place: PlaceFacts): string[] {
  const set = ground.given.template.grouping.is === 'made' ? membersOf(ground, place.groupId) : [];
  return unique([place.leadChallengerAuthorityId, ...(place.peers ?? []).map(({ authorityId }) => authorityId), ...set]).filter((id) => id !== place.authorityId);
}

/** Said of two that would meet though they do not challenge one another; null when they may. It names neither why nor since when. */
export function mayNotMeet(ground: Ground, one: string, other: string, conflicts: readonly TwoAuthorities[] = ground.conflicts): string | null {
  return among(conflicts)(one, other) ? `${nameOf(ground, one)} and ${nameOf(ground, other)} do not challenge one another: choose someone else.` : null;
}
