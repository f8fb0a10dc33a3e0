// Conflicts are looked for before anyone is asked. Some bar an authority from a part; others warn, and are passed over with a reason that
// is kept (4-documents-teams-confidentiality.md, "Peer team composition and conflict rules").
import { addDays } from '../deadlines';
import { among } from '../processes/in-conflict';
import type { RoleDefinition } from '../processes/template';
import { foundFor, LEAD_ROLE, nameOf, postsFor, nameOfRole, type Part, type RolesFacts } from './role-facts';

export interface Clash {
  code: string;
  /** A sentence for the coordinator. */
  says: string;
}

export interface Clashes {
  barred: readonly Clash[];
  warned: readonly Clash[];
}

export interface Choice {
  role: RoleDefinition;
  hostId: string;
  peerId: string;
  postId: string | null;
}

export function clashesOf(facts: RolesFacts, choice: Choice): Clashes {
  const barred = BARS.flatMap((rule) => rule(facts, choice) ?? []);
  return { barred, warned: barred.length > 0 ? [] : WARNINGS.flatMap((rule) => rule(facts, choice) ?? []) };
}

type Rule = (facts: RolesFacts, choice: Choice) => Clash | null;

const BARS: readonly Rule[] = [own, withdrew, recordedConflict, twiceInTeam, mutualPair, otherSet, noPost, atTheHost];
const WARNINGS: readonly Rule[] = [vacant, workedThere, otherPart, challengedBefore, reciprocal, overloaded];

function own(facts: RolesFacts, { role, hostId, peerId }: Choice): Clash | null {
  return hostId === peerId ? { code: 'own-peer', says: `${nameOf(facts, hostId)} cannot be its own ${role.name}.` } : null;
}

function withdrew(facts: RolesFacts, { peerId }: Choice): Clash | null {
  const left = facts.places.find(({ id }) => id === peerId)?.withdrew;
  return left ? { code: 'withdrew', says: `${nameOf(facts, peerId)} has left this cycle.` } : null;
}

/** The reason stays in the register. */
function recordedConflict(facts: RolesFacts, { hostId, peerId }: Choice): Clash | null {
  if (!among(facts.conflicts)(hostId, peerId)) return null;
  return { code: 'in-conflict', says: `It is on record that ${nameOf(facts, peerId)} and ${nameOf(facts, hostId)} do not challenge one another.` };
}

/** Nobody twice in one role; and whoever leads brings nobody of their own into the team. */
function twiceInTeam(facts: RolesFacts, { role, hostId, peerId }: Choice): Clash | null {
  const [peer, host] = [nameOf(facts, peerId), nameOf(facts, hostId)];
  if (foundFor(facts, role.key, hostId).some((part) => part.peerId === peerId)) return { code: 'twice', says: `${peer} is ${role.name} for ${host} already.` };
  const others = partsIn(facts, hostId).filter((part) => part.peerId === peerId && part.role !== role.key);
  const beside = role.key === LEAD_ROLE ? others[0] : others.find((part) => part.role === LEAD_ROLE);
  return beside ? { code: 'twice-in-team', says: `${peer} is ${nameOfRole(facts, beside.role)} for ${host}: no two of a team are of one authority.` } : null;
}

function mutualPair(facts: RolesFacts, { role, hostId, peerId }: Choice): Clash | null {
  if (role.mutual || !foundFor(facts, role.key, peerId).some((part) => part.peerId === hostId)) return null;
  return { code: 'mutual', says: `${nameOf(facts, hostId)} is ${role.name} for ${nameOf(facts, peerId)}, and two are not ${role.name} for one another.` };
}

function otherSet(facts: RolesFacts, { role, hostId, peerId }: Choice): Clash | null {
  if (role.found !== 'set') return null;
  const setOf = (id: string) => facts.places.find((place) => place.id === id)?.groupId;
  if (setOf(peerId) === setOf(hostId)) return null;
  const word = facts.definition.grouping.is === 'made' ? facts.definition.grouping.word : 'group';
  return { code: 'other-set', says: `${nameOf(facts, peerId)} is not in the ${word} of ${nameOf(facts, hostId)}.` };
}

function noPost(facts: RolesFacts, { role, peerId, postId }: Choice): Clash | null {
  const posts = postsFor(facts, role, peerId);
  if (postId ? posts.some(({ id }) => id === postId) : !role.named || posts.length > 0) return null;
  return { code: 'no-post', says: `${nameOf(facts, peerId)} has no such post for a ${role.name}.` };
}

/** Whoever would do it is nobody of the host's own, as a Director who covers two authorities is, nor was within three years. */
function atTheHost(facts: RolesFacts, choice: Choice): Clash | null {
  const at = hostOf(facts, choice, 3);
  if (!at) return null;
  return { code: 'at-the-host', says: `Whoever would do it for ${nameOf(facts, choice.peerId)} ${at === 'now' ? 'holds a post' : 'held a post within three years'} at ${nameOf(facts, choice.hostId)}${at === 'now' ? ' too' : ''}.` };
}

function workedThere(facts: RolesFacts, choice: Choice): Clash | null {
  if (!hostOf(facts, choice, 5)) return null;
  return { code: 'worked-there', says: `Whoever would do it for ${nameOf(facts, choice.peerId)} held a post at ${nameOf(facts, choice.hostId)} within five years.` };
}

/** Whether each of those who would do it holds a post at the host, or did within so many years; null when there is anybody who does not. */
function hostOf(facts: RolesFacts, { role, hostId, peerId, postId }: Choice, years: number): 'now' | 'before' | null {
  const since = addDays(facts.today, -365 * years);
  const at = actors(facts, role, peerId, postId).map((id) => {
    const there = (facts.sides.get(id) ?? []).filter(({ authorityId, until }) => authorityId === hostId && (until === null || until >= since));
    return there.some(({ until }) => until === null) ? 'now' : there.length > 0 ? 'before' : null;
  });
  if (at.length === 0 || at.includes(null)) return null;
  return at.includes('before') ? 'before' : 'now';
}

function vacant(facts: RolesFacts, { role, peerId, postId }: Choice): Clash | null {
  if (role.named && !postId) return null;
  return actors(facts, role, peerId, postId).length > 0 ? null : { code: 'vacant', says: `Nobody at ${nameOf(facts, peerId)} holds a post that would do it now.` };
}

function otherPart(facts: RolesFacts, { role, hostId, peerId }: Choice): Clash | null {
  const other = partsIn(facts, hostId).find((part) => part.peerId === peerId && part.role !== role.key);
  return other ? { code: 'other-part', says: `${nameOf(facts, peerId)} is ${nameOfRole(facts, other.role)} for ${nameOf(facts, hostId)} already.` } : null;
}

function challengedBefore(facts: RolesFacts, { hostId, peerId }: Choice): Clash | null {
  const before = facts.parts.find((part) => facts.earlierRoundIds.includes(part.cycleId) && part.hostId === hostId && part.peerId === peerId);
  return before ? { code: 'challenged-before', says: `${nameOf(facts, peerId)} was ${nameOfRole(facts, before.role)} for ${nameOf(facts, hostId)} in ${before.cycle}.` } : null;
}

function reciprocal(facts: RolesFacts, { hostId, peerId }: Choice): Clash | null {
  const back = facts.parts.find((part) => part.role === LEAD_ROLE && part.hostId === peerId && part.peerId === hostId && isWithinAYear(part, facts));
  if (!back) return null;
  return { code: 'reciprocal', says: `${nameOf(facts, hostId)} ${back.until === null ? 'is' : 'was'} ${nameOfRole(facts, LEAD_ROLE)} for ${nameOf(facts, peerId)} within twelve months.` };
}

/** So many parts at once, or within a year, are enough. */
const ENOUGH = 2;

function overloaded(facts: RolesFacts, { peerId, postId }: Choice): Clash | null {
  const name = nameOf(facts, peerId);
  const { now, year } = loadOf(facts, peerId, postId);
  if (now >= ENOUGH) return { code: 'overloaded', says: `${name} has ${now} parts at once already.` };
  return year >= ENOUGH ? { code: 'overloaded', says: `${name} has had ${year} parts within twelve months.` } : null;
}

/** How many parts an authority (or the one post) has now, and has had within twelve months. */
export function loadOf(facts: Pick<RolesFacts, 'parts' | 'today'>, peerId: string, postId: string | null = null): { now: number; year: number } {
  const theirs = facts.parts.filter((part) => part.peerId === peerId && (postId === null || part.postId === postId));
  return { now: theirs.filter(({ until }) => until === null).length, year: theirs.filter((part) => isWithinAYear(part, facts)).length };
}

function isWithinAYear({ from, until }: Part, { today }: Pick<RolesFacts, 'today'>): boolean {
  return from <= today && (until === null || until >= addDays(today, -365));
}

/** Those who would act: the holders of the one post, or of any of the offices. */
function actors(facts: RolesFacts, role: RoleDefinition, peerId: string, postId: string | null): string[] {
  return postsFor(facts, role, peerId).filter(({ id }) => !postId || id === postId).flatMap(({ holderIds }) => holderIds);
}

function partsIn({ cycle, parts }: RolesFacts, hostId: string): Part[] {
  return parts.filter((part) => part.cycleId === cycle.id && part.until === null && part.hostId === hostId);
}
