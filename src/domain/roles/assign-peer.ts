// Somebody is found for a part in an authority's place, is taken out of it with a reason, or is replaced in one act. Whoever bars a
// part is refused; whoever is warned of is taken with a reason, which is kept (3-processes.md section 7.3, step 4).
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { DomainEvent } from '../events';
import type { Actor, Office } from '../model';
import { clashesOf, type Choice } from './clashes';
import { foundFor, nameOf, roleCalled, nameOfRole, type Part, type RolesFacts } from './role-facts';
import { partsInEvent } from './parts-told';

export interface WantedPeer {
  role: string;
  hostId: string;
  peerId: string;
  postId: string | null;
  /** Why it is right all the same, where something warns. */
  reason: string;
}

export interface AssignedPeer {
  /** Of the row that is made. */
  id: string;
  role: string;
  hostId: string;
  peerId: string;
  offices: readonly Office[];
  postId: string | null;
}

export interface PeersChanged {
  assigned: readonly AssignedPeer[];
  ended: readonly { id: string; role: string; hostId: string; why: string }[];
}

export const MOST_REASON = 500;

export function assignPeer(actor: Actor, facts: RolesFacts, wanted: WantedPeer, id: string): Decision<PeersChanged> {
  return decide(actor, 'cycle.assign-role', { regionId: facts.cycle.regionId }, () => {
    const found = choose(facts, wanted);
    if ('refused' in found) return found;
    return { change: { assigned: [{ ...found, id }], ended: [] }, events: [assignedEvent(facts, { ...found, id }, wanted.reason)] };
  });
}

export function endPeer(actor: Actor, facts: RolesFacts, partId: string, why: string): Decision<PeersChanged> {
  return decide(actor, 'cycle.assign-role', { regionId: facts.cycle.regionId }, () => {
    const ended = end(facts, partId, why);
    return 'refused' in ended ? ended : { change: { assigned: [], ended: [ended] }, events: [endedEvent(facts, ended.part, ended.why)] };
  });
}

/** `why` the one goes; `reason` where the other is taken in spite of a warning. */
export function replacePeer(actor: Actor, facts: RolesFacts, { partId, why, ...other }: { partId: string; why: string } & Pick<WantedPeer, 'peerId' | 'postId' | 'reason'>, id: string): Decision<PeersChanged> {
  return decide(actor, 'cycle.assign-role', { regionId: facts.cycle.regionId }, () => {
    const ended = end(facts, partId, why);
    if ('refused' in ended) return ended;
    const { role, hostId } = ended;
    const found = choose({ ...facts, parts: facts.parts.filter((part) => part !== ended.part) }, { role, hostId, ...other });
    if ('refused' in found) return found;
    return { change: { assigned: [{ ...found, id }], ended: [ended] }, events: [endedEvent(facts, ended.part, ended.why), assignedEvent(facts, { ...found, id }, other.reason)] };
  });
}

/** Why nobody can be found for it in that place, whoever it were; null when somebody can. */
export function notToFind(facts: RolesFacts, role: string, hostId: string): Refusal | null {
  const known = roleCalled(facts, role);
  const place = facts.places.find(({ id }) => id === hostId);
  if (facts.cycle.closedOn) return refuse('cycle-closed', `The ${facts.cycle.name} cycle is closed.`);
  if (!known) return refuse('no-such-role', 'There is no such role in this process.');
  if (!place) return refuse('not-in-cycle', 'That authority does not take part in this cycle.');
  if (place.withdrew) return refuse('host-withdrew', `${place.name} has left this cycle.`);
  const found = foundFor(facts, role, hostId);
  if (found.length < known.each) return null;
  return refuse('full', `${place.name} has ${found.length === 1 ? `its ${known.name}` : `all ${found.length} of its ${known.name}s`} already: ${found.map(({ peerId }) => nameOf(facts, peerId)).join(', ')}.`);
}

function choose(facts: RolesFacts, { role, hostId, peerId, postId, reason }: WantedPeer): Omit<AssignedPeer, 'id'> | Refusal {
  const fault = notToFind(facts, role, hostId) ?? notThere(facts, peerId);
  if (fault) return fault;
  const known = roleCalled(facts, role)!;
  if (known.named && !postId) return refuse('no-post-chosen', `Choose the post that is to be ${known.name}.`);
  const chosen = { role: known, hostId, peerId, postId };
  return barred(facts, chosen) ?? unexplained(facts, chosen, reason) ?? { role, hostId, peerId, offices: known.offices, postId };
}

function notThere({ authorities }: RolesFacts, peerId: string): Refusal | null {
  return authorities.some(({ id }) => id === peerId) ? null : refuse('not-of-the-region', 'Choose an authority of this region.');
}

function barred(facts: RolesFacts, chosen: Choice): Refusal | null {
  const [clash] = clashesOf(facts, chosen).barred;
  return clash ? refuse(clash.code, clash.says) : null;
}

function unexplained(facts: RolesFacts, chosen: Choice, reason: string): Refusal | null {
  const { warned } = clashesOf(facts, chosen);
  if (warned.length === 0 || reason.trim() !== '') return null;
  return refuse('no-reason', `${warned.map(({ says }) => says).join(' ')} Reason: say why it is right all the same.`);
}

function end({ cycle, parts }: RolesFacts, partId: string, why: string): { id: string; role: string; hostId: string; why: string; part: Part } | Refusal {
  const part = parts.find(({ id, cycleId, until }) => id === partId && cycleId === cycle.id && until === null);
  if (cycle.closedOn) return refuse('cycle-closed', `The ${cycle.name} cycle is closed.`);
  if (!part) return refuse('ended-already', 'Nobody has this part any more.');
  if (why.trim() === '') return refuse('no-reason', 'Reason: say why. Both authorities are told that it ended, and may read why.');
  return { id: part.id, role: part.role, hostId: part.hostId, why: why.trim(), part };
}

export function assignedEvent(facts: RolesFacts, { id, role, hostId, peerId }: Omit<AssignedPeer, 'offices' | 'postId'>, reason: string): DomainEvent {
  return eventOf(facts, 'peer.assigned', { id, role, hostId, peerId }, reason.trim());
}

export function endedEvent(facts: RolesFacts, { id, role, hostId, peerId, postId }: Pick<Part, 'id' | 'role' | 'hostId' | 'peerId' | 'postId'>, why: string): DomainEvent {
  const event = eventOf(facts, 'peer.ended', { id, role, hostId, peerId }, why);
  return { ...event, data: { ...event.data, parts: partsInEvent([{ authorityId: peerId, postId, offices: roleCalled(facts, role)?.offices ?? [] }]) } };
}

function eventOf(facts: RolesFacts, type: 'peer.assigned' | 'peer.ended', { id, role, hostId, peerId }: Pick<Part, 'id' | 'role' | 'hostId' | 'peerId'>, reason: string): DomainEvent {
  const { cycle } = facts;
  return {
    type,
    regionId: cycle.regionId,
    cycleId: cycle.id,
    authorityId: hostId,
    ...(id.startsWith('lead:') ? {} : { subjectId: id }),
    data: { cycle: cycle.name, authority: nameOf(facts, hostId), peer: nameOf(facts, peerId), role: nameOfRole(facts, role), reason, authorityIds: `${hostId} ${peerId}` },
  };
}
