// What stands against opening a cycle, each fault at the field at which it is to be mended. The form shows all of them; the rule refuses
// with the first. Proposals are generated and the coordinator decides, but nobody challenges whom they are kept apart from.
import { conflictsOn } from '../authority-conflicts';
import { addDays, dayInWords } from '../deadlines';
import { refuse, type Refusal } from '../decision';
import type { Day } from '../model';
import { among } from './in-conflict';
import { listed, numberWord } from './in-words';
import type { NewCycle, NewPeer, NewPlace, NewSet, OpeningFacts } from './open-cycle';
import { hasSetLead } from './propose-sets';
import { templateFaults } from './template-faults';
import type { RoleDefinition } from './template';

export type AtField =
  | { field: 'process' | 'name' | 'anchorOn' | 'places' }
  | { field: 'takes-part' | 'group' | 'wave' | 'lead'; authorityId: string }
  | { field: 'set'; key: string }
  | { field: 'peer'; role: string; hostId: string; peerId: string };

export interface OpeningFault extends Refusal {
  at: AtField;
}

export function openingFaults(facts: OpeningFacts, cycle: NewCycle, today: Day): OpeningFault[] {
  const whole = wholeFaults(facts, cycle, today);
  if (cycle.places.length === 0) return [...whole, fault({ field: 'places' }, 'nobody', 'Choose at least one authority.')];
  return [
    ...whole,
    ...cycle.places.flatMap((place) => placeFaults(facts, cycle, place)),
    ...(cycle.sets ?? []).flatMap((set) => setFaults(facts, cycle, set)),
    ...(cycle.peers ?? []).flatMap((peer, index) => peerFault(facts, cycle, peer, index) ?? []),
  ];
}

const fault = (at: AtField, refused: string, because: string): OpeningFault => ({ at, ...refuse(refused, because) });

function wholeFaults({ template, cycleNames }: OpeningFacts, { name, anchorOn }: NewCycle, today: Day): OpeningFault[] {
  const faults: OpeningFault[] = [];
  if (name === '') faults.push(fault({ field: 'name' }, 'no-name', 'Name: give the cycle a name, such as 2017/18.'));
  if (cycleNames.includes(name)) faults.push(fault({ field: 'name' }, 'name-taken', `Name: there is a cycle called ${name} already.`));
  const [faulty] = templateFaults(template);
  if (faulty) faults.push(fault({ field: 'process' }, 'template-faulty', faulty));
  if (anchorOn <= today) faults.push(fault({ field: 'anchorOn' }, 'day-passed', `Day 0: ${dayInWords(anchorOn)} has passed. A cycle is opened before the day from which it is counted.`));
  if (anchorOn > addDays(today, 2 * 366)) faults.push(fault({ field: 'anchorOn' }, 'day-too-far', `Day 0: ${dayInWords(anchorOn)} is more than two years away.`));
  return faults;
}

function placeFaults(facts: OpeningFacts, cycle: NewCycle, place: NewPlace): OpeningFault[] {
  const { authorityId } = place;
  const authority = facts.authorities.find(({ id }) => id === authorityId);
  if (!authority) return [fault({ field: 'places' }, 'not-of-the-region', 'One of the authorities is not of this region.')];
  const takesPart = { field: 'takes-part', authorityId } as const;
  if (cycle.places.filter((other) => other.authorityId === authorityId).length > 1) return [fault(takesPart, 'twice', `${authority.name} stands there twice. An authority has one place in a cycle.`)];
  if (!isThere(authority, cycle.anchorOn)) return [fault(takesPart, 'not-there', `${authority.name} is not an authority on ${dayInWords(cycle.anchorOn)}.`)];
  const faults: OpeningFault[] = [];
  const group = groupFault(facts, cycle, place, authority.name);
  if (group) faults.push({ at: { field: 'group', authorityId }, ...group });
  if (!facts.template.waves.some(({ key }) => key === place.wave)) faults.push(fault({ field: 'wave', authorityId }, 'no-wave', `${authority.name}: choose a wave.`));
  const lead = leadFault(facts, cycle, place, authority.name);
  if (lead) faults.push({ at: { field: 'lead', authorityId }, ...lead });
  return faults;
}

function groupFault({ template: { grouping }, groups }: OpeningFacts, { sets = [] }: NewCycle, { authorityId, groupId }: NewPlace, name: string): Refusal | null {
  if (grouping.is === 'standing') {
    const group = groups.find(({ id }) => id === groupId);
    if (!group) return refuse('no-group', `${name}: choose its group.`);
    return group.authorityIds.includes(authorityId) ? null : refuse('other-group', `${name} is not in the ${group.name} group.`);
  }
  if (sets.some(({ key }) => key === groupId)) return null;
  return refuse('no-set', grouping.is === 'made' ? `${name}: choose its ${grouping.word}.` : `${name} has no place in the cycle.`);
}

function leadFault({ template: { leads }, ...facts }: OpeningFacts, cycle: NewCycle, { authorityId, leadChallengerAuthorityId: lead }: NewPlace, name: string): Refusal | null {
  if (leads === 'none') return lead === null ? null : refuse('no-leads', `${name}: this process has no lead peer challengers.`);
  if (lead === null) return leads === 'by-hand' ? null : refuse('no-lead', `${name}: choose its lead peer challenger.`);
  if (lead === authorityId) return refuse('own-lead', `${name} cannot be its own lead peer challenger.`);
  if (!cycle.places.some((place) => place.authorityId === lead)) return refuse('lead-not-in-cycle', `${name}: its lead peer challenger does not take part in this cycle.`);
  return keptApart(facts, cycle)(authorityId, lead) ? refuse('lead-kept-apart', `${name}: ${nameIn(facts, lead)} cannot be its lead peer challenger. ${NOT_ONE_ANOTHER}`) : null;
}

/** Sets are of the sizes that the process names, none holds two that are kept apart, and each has its lead among its own. */
function setFaults({ template, ...facts }: OpeningFacts, cycle: NewCycle, set: NewSet): OpeningFault[] {
  const { grouping } = template;
  const members = cycle.places.filter(({ groupId }) => groupId === set.key).map(({ authorityId }) => authorityId);
  const at = { field: 'set', key: set.key } as const;
  const faults: OpeningFault[] = [];
  if (grouping.is === 'made' && !grouping.sizes.includes(members.length)) {
    const has = `${numberWord(members.length)} ${members.length === 1 ? 'authority' : 'authorities'}`;
    faults.push(fault(at, 'set-size', `${set.name}: it has ${has}. A ${grouping.word} has ${listed(grouping.sizes.map(numberWord), 'or')}.`));
  }
  if (!set.leadAuthorityId && hasSetLead(template)) faults.push(fault(at, 'no-set-lead', `${set.name}: choose who leads it.`));
  if (set.leadAuthorityId && !members.includes(set.leadAuthorityId)) faults.push(fault(at, 'set-lead', `${set.name}: its lead is not one of its own.`));
  if (grouping.is === 'made') {
    const apart = keptApart(facts, cycle);
    members.forEach((one, index) => {
      for (const other of members.slice(index + 1).filter((id) => apart(one, id))) faults.push(fault(at, 'set-kept-apart', `${set.name}: ${nameIn(facts, one)} and ${nameIn(facts, other)} cannot be in it together. ${NOT_ONE_ANOTHER}`));
    });
  }
  return faults;
}

function peerFault(facts: OpeningFacts, cycle: NewCycle, peer: NewPeer, index: number): OpeningFault | null {
  const { role, hostId, peerId } = peer;
  const refusal = notToPeer(facts, cycle, peer, index);
  return refusal && { at: { field: 'peer', role, hostId, peerId }, ...refusal };
}

function notToPeer(facts: OpeningFacts, cycle: NewCycle, peer: NewPeer, index: number): Refusal | null {
  const { hostId, peerId } = peer;
  const [host, name] = [nameIn(facts, hostId), nameIn(facts, peerId)];
  const role = facts.template.roles.find(({ key }) => key === peer.role);
  if (!role) return refuse('no-such-role', `There is no role ${peer.role} in this process.`);
  if (!cycle.places.some(({ authorityId }) => authorityId === hostId)) return refuse('not-in-cycle', `${host} does not take part, so nobody is ${role.name} there.`);
  if (hostId === peerId) return refuse('own-peer', `${host} cannot be its own ${role.name}.`);
  const authority = facts.authorities.find(({ id }) => id === peerId);
  if (!authority) return refuse('not-of-the-region', 'One of the authorities is not of this region.');
  if (!isThere(authority, cycle.anchorOn)) return refuse('not-there', `${name} is not an authority on ${dayInWords(cycle.anchorOn)}.`);
  if (role.found === 'rotation' && !cycle.places.some(({ authorityId }) => authorityId === peerId)) return refuse('peer-not-in-cycle', `${name} does not take part, so it is not ${role.name} for ${host}.`);
  const before = (cycle.peers ?? []).slice(0, index).filter((other) => other.role === peer.role);
  if (before.some((other) => other.hostId === hostId && other.peerId === peerId)) return refuse('peer-twice', `${name} stands there twice as ${role.name} for ${host}.`);
  if (!role.mutual && before.some((other) => other.hostId === peerId && other.peerId === hostId)) return refuse('peers-mutual', `${host} and ${name} would each be ${role.name} for the other.`);
  if (keptApart(facts, cycle)(hostId, peerId)) return refuse('peer-kept-apart', `${name} cannot be ${role.name} for ${host}. ${NOT_ONE_ANOTHER}`);
  if (role.named && role.found !== 'set' && !peer.postId) return refuse('no-post-chosen', `${name}: choose the post that is to be ${role.name} for ${host}, once the cycle is open.`);
  return peer.postId && !isPostFor(facts, peer.postId, peerId, role) ? refuse('no-such-post', `${name}: there is no such post to be ${role.name} for ${host}.`) : null;
}

const NOT_ONE_ANOTHER = 'The two do not challenge one another.';

/** Whether it stands, is of that authority and acts in the role. */
export function isPostFor({ posts = [] }: Pick<OpeningFacts, 'posts'>, postId: string, authorityId: string, { offices }: Pick<RoleDefinition, 'offices'>): boolean {
  return posts.some((post) => post.id === postId && post.authorityId === authorityId && offices.some((office) => office === post.office));
}

/** An authority that has begun and has not been abolished on that day. */
export function isThere(authority: { startedOn: Day | null; endedOn: Day | null }, on: Day): boolean {
  return (!authority.startedOn || authority.startedOn <= on) && (!authority.endedOn || authority.endedOn >= on);
}

/** Whether two do not challenge one another on day 0. */
function keptApart({ conflicts }: Pick<OpeningFacts, 'conflicts'>, { anchorOn }: Pick<NewCycle, 'anchorOn'>): (one: string, other: string) => boolean {
  return among(conflictsOn(conflicts, anchorOn));
}

const nameIn = ({ authorities }: Pick<OpeningFacts, 'authorities'>, authorityId: string) => authorities.find(({ id }) => id === authorityId)?.name ?? '';
