// What someone should know before they choose a day: it is no working day, schools are on holiday, data teams are busy with statutory
// returns, an election is near, something else is on. It is advice: no date is barred by it (6-pains-and-wants.md, pain 2).
import { bankHoliday, notWorkingBecause, weekdayOf } from '../deadlines';
import type { Day, Named } from '../model';
import type { RegionalDay, RegionalDayKind } from '../regional-days';
import { WEEKDAYS } from './rule-words';
import type { Place } from './schedule';

/** Where people of a region meet on a day, in any of its cycles. */
export interface Meeting {
  cycleId: string;
  name: string;
  onDay: Day;
  /** Whose; null: everyone's. */
  authorityIds: readonly string[] | null;
}

export interface WarningGround {
  days: readonly Omit<RegionalDay, 'id'>[];
  meetings: readonly Meeting[];
}

export interface DayWarning {
  is: 'not-working' | RegionalDayKind;
  says: string;
}

export interface Asked {
  on: Day;
  /** Whom the day concerns; null: the whole region. */
  authorityIds: readonly string[] | null;
  /** People meet on it, so that they cannot meet elsewhere. */
  meets?: boolean;
  /** The cycle whose own meetings are none of this. */
  cycleId?: string | null;
}

/** In the order of how hard they are to get round. */
export function dayWarnings({ days, meetings }: WarningGround, { on, authorityIds, meets = false, cycleId = null }: Asked): DayWarning[] {
  const then = days.filter(({ fromOn, toOn, authority }) => fromOn <= on && on <= toOn && (authority === null || authorityIds === null || authorityIds.includes(authority.id)));
  const of = (kind: RegionalDayKind) => then.filter((day) => day.kind === kind);
  const elsewhere = meets ? meetings.filter((meeting) => meeting.onDay === on && meeting.cycleId !== cycleId && meet(meeting.authorityIds, authorityIds)) : [];
  return [
    ...notWorking(on),
    ...holidays(of('school-holiday')),
    ...(of('return-season').length > 0 ? [{ is: 'return-season' as const, says: 'In the season of statutory returns' }] : []),
    ...[...new Set(of('pre-election').map(election))].map((says) => ({ is: 'pre-election' as const, says })),
    ...[...new Set([...of('event').map(clash), ...elsewhere.map(({ name }) => `Same day as “${name}”`)])].map((says) => ({ is: 'event' as const, says })),
  ];
}

/** The authorities that a date of this scope is for (as in a move), or of several. Null: all. */
export function concernedBy(scope: string | readonly string[], places: readonly Place[]): string[] | null {
  if (typeof scope !== 'string') {
    const each = scope.map((one) => concernedBy(one, places));
    return each.includes(null) ? null : [...new Set(each.flatMap((ids) => ids ?? []))];
  }
  const parts = scope.split('/').filter((part) => part.includes(':'));
  if (parts.length === 0) return null;
  return places.filter((place) => parts.every((part) => part === `authority:${place.authorityId}` || part === `group:${place.groupId}` || part === `wave:${place.wave}`)).map(({ authorityId }) => authorityId);
}

function meet(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return a === null || b === null || a.some((id) => b.includes(id));
}

function notWorking(on: Day): DayWarning[] {
  const because = notWorkingBecause(on);
  if (!because) return [];
  return [{ is: 'not-working', says: `${bankHoliday(on) ? `Bank holiday: ${because}` : `A ${WEEKDAYS[weekdayOf(on) - 1]}`}` }];
}

/** Named while they are few; one holiday for the whole region says it all. */
function holidays(days: readonly Omit<RegionalDay, 'id'>[]): DayWarning[] {
  const whole = days.find(({ authority }) => authority === null);
  if (whole) return [{ is: 'school-holiday', says: `In the ${inSentence(whole.name)}` }];
  const authorities = new Map(days.map(({ authority }) => [authority!.id, authority!]));
  const [first] = days;
  if (!first) return [];
  if (authorities.size === 1) return [{ is: 'school-holiday', says: `In the ${inSentence(first.name)} of ${first.authority!.name}` }];
  return [{ is: 'school-holiday', says: `School holidays in ${authorities.size > 3 ? `${authorities.size} authorities` : listed([...authorities.values()])}` }];
}

function listed(authorities: readonly Named[]): string {
  const names = authorities.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en-GB'));
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function election({ name, authority }: Omit<RegionalDay, 'id'>): string {
  const period = /^pre-election/i.test(name) ? inSentence(name) : `pre-election period before the ${inSentence(name)}`;
  return `In the ${period}${authority ? ` of ${authority.name}` : ''}`;
}

function clash({ name, fromOn, toOn, authority }: Omit<RegionalDay, 'id'>): string {
  return `${fromOn === toOn ? 'Same day as' : 'During'} “${name}”${authority ? ` of ${authority.name}` : ''}`;
}

const PROPER = /^(Easter|Christmas|Whitsun|Diwali|Eid|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

/** "Autumn half-term" → "autumn half-term"; names and initials keep their capitals. */
function inSentence(name: string): string {
  const words = name.trim().replace(/^the /i, '');
  return PROPER.test(words) || /^\S*\p{Lu}\S*\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
