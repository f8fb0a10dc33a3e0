import type { Refusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { permits } from '@/domain/permissions';
import { rotationOf, type ReadingPair } from '@/domain/processes/rotation';
import type { RoleDefinition } from '@/domain/processes/template';
import { notToFind } from '@/domain/roles/assign-peer';
import { notToRotate, rotationLines, type RotationLine } from '@/domain/roles/assign-rotation';
import { daysOfPart, eventDays, type EventDay } from '@/domain/roles/busy-days';
import { candidatesFor, type Candidate } from '@/domain/roles/candidates';
import { foundFor, missingOf, nameOf, roleCalled, rolesOf, type RolePlace, type RolesFacts } from '@/domain/roles/role-facts';
import { db } from '../db';
import { NotFound } from '../not-found';
import { unscopedStepsOfCycles } from '../step-facts/load';
import { findRoles } from './store';

export interface FoundPart {
  id: string;
  peerId: string;
  /** "Halton", "Data lead, Halton" */
  name: string;
  holders: readonly string[];
}

export interface RoleLine {
  place: RolePlace;
  found: readonly FoundPart[];
  missing: number;
}

export interface RolesPage {
  cycle: RolesFacts['cycle'];
  roles: readonly { role: RoleDefinition; missing: number; rotates: boolean; lines: readonly RoleLine[] }[];
  /** Null: one reads of every authority; else of these of one's own. */
  own: readonly string[] | null;
  mayAssign: boolean;
  makesSets: boolean;
}

/** Who has which part: of every authority for those who read the board; of their own place, and of their own parts, for everyone else. */
export async function loadRoles(actor: Actor, cycleId: string, at: Date): Promise<RolesPage> {
  const facts = await findRoles(db, actor, cycleId, at);
  const { regionId } = facts.cycle;
  const readsAll = actor.posts.some((post) => permits('cycle.see-board', post, { regionId }));
  const ownIds = actor.posts.flatMap(({ authority }) => authority?.id ?? []);
  const own = facts.authorities.filter(({ id }) => ownIds.includes(id));
  if (!readsAll && own.length === 0) throw new NotFound();
  const isOwn = ({ place, found }: RoleLine) => readsAll || ownIds.includes(place.id) || found.some(({ peerId }) => ownIds.includes(peerId));
  const onlyOwn = ({ place, found, ...line }: RoleLine): RoleLine => ({ ...line, place, found: readsAll || ownIds.includes(place.id) ? found : found.filter(({ peerId }) => ownIds.includes(peerId)) });
  const mayAssign = mayAssignIn(actor, facts);
  return {
    cycle: facts.cycle,
    roles: rolesOf(facts.definition).map((role) => {
      const lines = facts.places.map((place) => lineOf(facts, role, place)).filter(isOwn).map(onlyOwn);
      return { role, lines: [...lines].sort((a, b) => b.missing - a.missing), missing: lines.reduce((sum, line) => sum + line.missing, 0), rotates: mayAssign && notToRotate(facts, role.key) === null };
    }),
    own: readsAll ? null : own.map(({ name }) => name),
    mayAssign,
    makesSets: facts.definition.grouping.is === 'made',
  };
}

const mayAssignIn = (actor: Actor, { cycle: { regionId } }: RolesFacts) => actor.as !== null && permits('cycle.assign-role', actor.as, { regionId });

function lineOf(facts: RolesFacts, role: RoleDefinition, place: RolePlace): RoleLine {
  return { place, missing: missingOf(facts, role, place), found: foundFor(facts, role.key, place.id).map(({ id, peerId, postId }) => {
    const post = facts.posts.find((one) => one.id === postId);
    return { id, peerId, name: post ? `${post.name}, ${nameOf(facts, peerId)}` : nameOf(facts, peerId), holders: post?.holders ?? [] };
  }) };
}

export interface ChoicePage {
  cycle: RolesFacts['cycle'];
  role: RoleDefinition;
  line: RoleLine;
  /** Whom the one found takes the place of. */
  replaced: FoundPart | null;
  /** Null: somebody can be found now. */
  notToFind: Refusal | null;
  candidates: readonly Candidate[];
  /** The days on which the part is played. */
  days: readonly EventDay[];
}

/** Everyone who might be found for a role in an authority's place, with what stands against each; for whoever may assign, and nobody else. */
export async function loadChoice(actor: Actor, asked: { cycleId: string; role: string; slug: string; replaces?: string | undefined }, at: Date): Promise<ChoicePage> {
  const found = await findRoles(db, actor, asked.cycleId, at);
  const role = roleCalled(found, asked.role);
  const place = found.places.find(({ slug }) => slug === asked.slug);
  if (!role || !place || !mayAssignIn(actor, found)) throw new NotFound();
  const line = lineOf(found, role, place);
  const replaced = asked.replaces ? (line.found.find(({ id }) => id === asked.replaces) ?? null) : null;
  const facts = replaced ? { ...found, parts: found.parts.filter(({ id }) => id !== replaced.id) } : found;
  const cycles = await unscopedStepsOfCycles(db, { cycle: { openOf: facts.cycle.regionId }, of: 'all', audiences: [] }, at);
  const days = eventDays(cycles.map(({ steps }) => steps));
  const ofThis = eventDays(cycles.filter(({ facts: { id } }) => id === facts.cycle.id).map(({ steps }) => steps));
  return { cycle: facts.cycle, role, line, replaced, notToFind: notToFind(facts, role.key, place.id), candidates: candidatesFor(facts, role, place.id, days), days: daysOfPart(ofThis, role.key, place.id) };
}

export interface RotationPage {
  cycle: RolesFacts['cycle'];
  role: RoleDefinition;
  turn: number;
  lines: readonly RotationLine[];
  names: ReadonlyMap<string, string>;
  /** Whom one may put in by hand. */
  authorities: RolesFacts['places'];
  /** Why none could be made; the pairs can be chosen by hand all the same. */
  refusal: Refusal | null;
}

/** A rotation for a role as it would be made now, or as it was altered; for whoever may assign. */
export async function loadRotation(actor: Actor, asked: { cycleId: string; role: string; turn: number; pairs: readonly ReadingPair[] | null }, at: Date): Promise<RotationPage> {
  const facts = await findRoles(db, actor, asked.cycleId, at);
  const role = roleCalled(facts, asked.role);
  if (!role || !mayAssignIn(actor, facts)) throw new NotFound();
  const made = notToRotate(facts, role.key) ?? generated(facts, role, asked.turn);
  const isMade = 'pairs' in made;
  return {
    cycle: facts.cycle,
    role,
    turn: asked.turn,
    lines: rotationLines(facts, role, asked.pairs ?? (isMade ? made.pairs : [])),
    names: new Map(facts.authorities.map(({ id, name }) => [id, name])),
    authorities: facts.places.filter(({ withdrew }) => !withdrew),
    refusal: isMade || asked.pairs ? null : made,
  };
}

/** Whoever has been found stays; last round's pairs are avoided where that can be had. */
function generated(facts: RolesFacts, role: RoleDefinition, turn: number): { pairs: ReadingPair[] } | Refusal {
  const there = facts.places.filter(({ withdrew }) => !withdrew);
  const isThere = (id: string) => there.some((place) => place.id === id);
  const pairsOf = (parts: RolesFacts['parts']) => parts.filter((part) => part.role === role.key && isThere(part.hostId) && isThere(part.peerId)).map(({ hostId, peerId }) => ({ hostId, peerId }));
  const kept = pairsOf(facts.parts.filter(({ cycleId, until }) => cycleId === facts.cycle.id && until === null));
  const found = rotationOf({
    authorityIds: there.map(({ id }) => id),
    each: role.each,
    mutual: role.mutual,
    conflicts: facts.conflicts,
    turn,
    previous: pairsOf(facts.parts.filter(({ cycleId }) => facts.earlierRoundIds[0] === cycleId)),
    kept,
    names: new Map(there.map(({ id, name }) => [id, name])),
  });
  if (!('pairs' in found)) return found;
  const isKept = (pair: ReadingPair) => kept.some(({ hostId, peerId }) => hostId === pair.hostId && peerId === pair.peerId);
  return { pairs: found.pairs.filter((pair) => !isKept(pair)) };
}
