// A whole rotation of a role: made, altered by hand, and confirmed at once. What bars one pair bars it here; what warns of some of them
// is passed over with one reason for all (3-processes.md section 7.4, step 3: another authority, in rotation, no mutual pairs).
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { Actor } from '../model';
import type { ReadingPair } from '../processes/rotation';
import type { RoleDefinition } from '../processes/template';
import { assignedEvent, type AssignedPeer, type PeersChanged } from './assign-peer';
import { clashesOf } from './clashes';
import { foundFor, missingOf, nameOf, roleCalled, type RolePlace, type RolesFacts } from './role-facts';

export interface RotationLine {
  place: RolePlace;
  /** Those who have the part already. */
  keptIds: readonly string[];
  peerIds: readonly string[];
  barred: readonly string[];
  warned: readonly string[];
}

/** Why a rotation cannot be made for the role at all; null when it can. */
export function notToRotate(facts: RolesFacts, key: string): Refusal | null {
  const role = roleCalled(facts, key);
  if (facts.cycle.closedOn) return refuse('cycle-closed', `The ${facts.cycle.name} cycle is closed.`);
  if (!role) return refuse('no-such-role', 'There is no such role in this process.');
  if (role.named) return refuse('named', `A ${role.name} is one post, chosen by hand.`);
  if (role.found === 'set') return refuse('of-the-set', `The ${role.name}s are the others of each set.`);
  return facts.places.every((place) => missingOf(facts, role, place) === 0) ? refuse('full', `Every ${role.name} has been found.`) : null;
}

/** Each place with who is proposed, and what stands against it: pair by pair, as if those before it were found. */
export function rotationLines(facts: RolesFacts, role: RoleDefinition, pairs: readonly ReadingPair[]): RotationLine[] {
  const sofar = { ...facts, parts: [...facts.parts] };
  const lines = facts.places.filter(({ withdrew }) => !withdrew).map((place) => ({ place, keptIds: foundFor(facts, role.key, place.id).map(({ peerId }) => peerId), peerIds: pairs.filter(({ hostId }) => hostId === place.id).map(({ peerId }) => peerId) }));
  return lines.map(({ place, keptIds, peerIds }): RotationLine => {
    const [barred, warned]: [string[], string[]] = [[], []];
    for (const peerId of peerIds) {
      const clashes = clashesOf(sofar, { role, hostId: place.id, peerId, postId: null });
      barred.push(...clashes.barred.map(({ says }) => says));
      // That everyone has as many parts as the role asks for is what a rotation is.
      warned.push(...clashes.warned.filter(({ code }) => code !== 'overloaded').map(({ says }) => says));
      sofar.parts.push({ id: '', cycleId: facts.cycle.id, cycle: facts.cycle.name, role: role.key, hostId: place.id, peerId, postId: null, from: facts.today, until: null });
    }
    const count = keptIds.length + peerIds.length;
    if (count > role.each) barred.push(`${place.name} would have ${count}, and needs ${role.each}.`);
    if (count < role.each) warned.push(`${place.name} would have ${count === 0 ? 'nobody' : `only ${count}`}, and needs ${role.each}.`);
    return { place, keptIds, peerIds, barred, warned };
  });
}

export function assignRotation(actor: Actor, facts: RolesFacts, { role: key, pairs, reason }: { role: string; pairs: readonly ReadingPair[]; reason: string }, newId: () => string): Decision<PeersChanged> {
  return decide(actor, 'cycle.assign-role', { regionId: facts.cycle.regionId }, () => {
    const fault = notToRotate(facts, key) ?? notOfTheCycle(facts, pairs);
    if (fault) return fault;
    const role = roleCalled(facts, key)!;
    const lines = rotationLines(facts, role, pairs);
    const barred = lines.flatMap((line) => line.barred);
    if (barred.length > 0) return refuse('barred', barred.join(' '));
    const warned = lines.flatMap((line) => line.warned);
    if (warned.length > 0 && reason.trim() === '') return refuse('no-reason', `${warned.join(' ')} Reason: say why it is right all the same.`);
    const assigned = pairs.map(({ hostId, peerId }): AssignedPeer => ({ id: newId(), role: key, hostId, peerId, offices: role.offices, postId: null }));
    const [first, ...others] = assigned.map((peer) => assignedEvent(facts, peer, reason));
    return first ? { change: { assigned, ended: [] }, events: [first, ...others] } : refuse('nobody', 'Choose at least one authority.');
  });
}

function notOfTheCycle(facts: RolesFacts, pairs: readonly ReadingPair[]): Refusal | null {
  const stranger = pairs.find(({ hostId, peerId }) => !facts.places.some(({ id, withdrew }) => id === hostId && !withdrew) || !facts.authorities.some(({ id }) => id === peerId));
  return stranger ? refuse('not-in-cycle', `${nameOf(facts, stranger.hostId) || 'One of the authorities'} does not take part in this cycle, or whom it was given is not of this region.`) : null;
}
