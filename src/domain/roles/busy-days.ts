// Whether those who might be found are free on the days of the part: calendar clashes are what programmes founder on
// (1-actors-and-glossary.md, "Ten facts", 10).
import { dayInWords } from '../deadlines';
import type { Day } from '../model';
import { isPeerParty, roleOf } from '../parties';
import type { CycleSteps, StepAt } from '../workflow';
import { LEAD_ROLE } from './role-facts';

export interface EventDay {
  day: Day;
  /** "Visit, Wigan" */
  what: string;
  /** The authorities that must be there. */
  authorityIds: readonly string[];
  hostId: string;
  /** Roles that have a part on the day. */
  roles: readonly string[];
}

/** The days on which people meet at one authority, in every cycle given, and which authorities are in them. */
export function eventDays(cycles: readonly Pick<CycleSteps, 'all'>[]): EventDay[] {
  return cycles.flatMap(({ all }) => all.flatMap((at) => eventDay(at) ?? []));
}

function eventDay({ step, place, dates, state }: StepAt): EventDay | null {
  if (!place || !(step.event || step.doneWhen === 'forum-held') || state.is === 'done' || state.is === 'not-needed') return null;
  const roles = step.who.flatMap((party) => (isPeerParty(party) ? [roleOf(party)] : party === 'lead-challenger' ? [LEAD_ROLE] : []));
  const peers = (place.peers ?? []).filter(({ role }) => roles.includes(role)).map(({ authorityId }) => authorityId);
  const lead = roles.includes(LEAD_ROLE) && place.leadChallengerAuthorityId ? [place.leadChallengerAuthorityId] : [];
  return { day: dates.dueOn, what: `${step.name}, ${place.name}`, hostId: place.authorityId, roles, authorityIds: [...new Set([place.authorityId, ...peers, ...lead])] };
}

/** The days of the part itself. */
export function daysOfPart(days: readonly EventDay[], role: string, hostId: string): EventDay[] {
  return days.filter((day) => day.hostId === hostId && day.roles.includes(role));
}

/** What else an authority has on those days: "Friday 1 December 2017: Visit, Wigan". */
export function clashingDays(days: readonly EventDay[], wanted: readonly EventDay[], authorityId: string): string[] {
  return wanted.flatMap(({ day, hostId }) => days.filter((other) => other.day === day && other.hostId !== hostId && other.authorityIds.includes(authorityId)).map((other) => `${dayInWords(day)}: ${other.what}`));
}
