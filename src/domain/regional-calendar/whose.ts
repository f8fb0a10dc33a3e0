// Whose a date is. A person has one wherever their post has a part: what falls to it in its own place, and what it does, signs or meets for in
// another's, as lead peer challenger, moderator, visitor, member of a team or lead of a set.
import type { Office } from '../model';
import { fallsTo, helps, owes, relationsAt, wouldHelp } from '../owing';
import { isOffice, isParty, leadsBeside, partsOf, type Party, type PartThere } from '../parties';
import { LEAD_ROLE } from '../roles/role-facts';
import type { StepAt } from '../workflow';
import { isMeeting, type CalendarScope, type SeenCycle } from './scope';

export interface CalendarFilter {
  /** What concerns the one who looks, or whoever holds an office; null: everything. */
  whose: 'me' | Party | null;
  /** With an office, whoever holds it there. */
  authorityId: string | null;
  cycleId: string | null;
}

export function isAskedFor(at: StepAt, cycle: SeenCycle, scope: CalendarScope, { whose, authorityId }: CalendarFilter): boolean {
  const stands = standsAt(at, cycle, authorityId);
  const hasPart = (office: Office | null) => partsKnown(at, cycle, scope).some((part) => (authorityId === null || part.authorityId === authorityId) && (office === null || part.offices.includes(office)));
  if (whose === null) return stands || hasPart(null);
  if (whose === 'me') return concerns(scope, at, cycle) && (stands || hasPart(null));
  return (stands && at.step.who.includes(whose)) || (isOffice(whose) && hasPart(whose));
}

/** It falls to one of their posts, or one of them may do it for the post that owes it, or meets there. */
export function concerns({ posts, regionId }: CalendarScope, at: StepAt, cycle: Pick<SeenCycle, 'grouping'>): boolean {
  const meeting = isMeeting(at.step) ? meetingParties(at, cycle) : [];
  const relations = relationsAt(at, regionId);
  return posts.some((post) => owes(post, at, regionId) || fallsTo(post, at, regionId) || helps(post, at) || wouldHelp(post, at) || (at.step.who.includes('set-lead') && leadsBeside(post, at.set ?? undefined)) || meeting.some((party) => isParty(party, post, relations)));
}

/** The offices that have a part in a step, as far as the one who looks knows of it. */
export function officesAt(at: StepAt, cycle: Pick<SeenCycle, 'grouping'>, scope: CalendarScope): Office[] {
  return [...at.step.who.filter(isOffice), ...partsKnown(at, cycle, scope).flatMap(({ offices }) => offices)];
}

/** Where the step is done: for the authority, its group or the region in which it takes part. */
function standsAt({ step, place, groupId, set }: StepAt, { facts }: Pick<SeenCycle, 'facts'>, authorityId: string | null): boolean {
  if (authorityId === null) return true;
  if (step.per === 'authority') return place?.authorityId === authorityId;
  if (step.per === 'task-group') return (set?.memberIds ?? []).includes(authorityId);
  const own = facts.places.filter((other) => other.authorityId === authorityId);
  return own.length > 0 && (step.per !== 'group' || own.some((other) => other.groupId === groupId));
}

/** Who has which part is read by whoever reads the board; by others, of their own place and of their own parts elsewhere. */
function partsKnown(at: StepAt, cycle: Pick<SeenCycle, 'grouping'>, { regionId, seesBoard, ownIds, partnerOfIds }: CalendarScope): PartThere[] {
  const meets = isMeeting(at.step);
  if (!meets && at.step.who.every(isOffice)) return [];
  const relations = relationsAt(at, regionId);
  const parties = new Set([...at.step.who.filter((party) => !isOffice(party)), ...(meets ? meetingParties(at, cycle) : [])]);
  const parts = [...parties].flatMap((party) => (party === 'dcs' ? host(at) : [...partsOf(party, relations), ...(party === 'set-lead' ? besideLead(at) : [])]));
  const knowsAll = seesBoard || at.place === null || ownIds.includes(at.place.authorityId);
  return knowsAll ? parts : parts.filter(({ authorityId }) => ownIds.includes(authorityId) || partnerOfIds.includes(authorityId));
}

/** On a day on which people meet at an authority or in a set made for the cycle: its Director, and everyone who has a part there. */
function meetingParties({ place }: StepAt, { grouping }: Pick<SeenCycle, 'grouping'>): Party[] {
  const peers = (place?.peers ?? []).filter(({ role }) => role !== LEAD_ROLE).map(({ role }): Party => `peer:${role}`);
  return [...(place ? (['dcs', 'lead-challenger'] as const) : []), ...peers, ...(grouping.is === 'made' ? (['set-members'] as const) : [])];
}

function besideLead({ set }: StepAt): PartThere[] {
  return set?.adLeadAuthorityId ? [{ authorityId: set.adLeadAuthorityId, offices: ['assistant-director'] }] : [];
}

function host({ place }: StepAt): PartThere[] {
  return place ? [{ authorityId: place.authorityId, offices: ['dcs'] }] : [];
}
