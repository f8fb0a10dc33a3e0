// Days that a date should know of beside bank holidays: holidays of schools, the season of statutory returns, the period before an
// election, an event of the region. They are entered for the whole region or for one authority, and never bar a date
// (6-pains-and-wants.md, pain 2; 1-actors-and-glossary.md, fact 10).
import { addDays, dayInWords, daysFrom, nthWeekday } from './deadlines';
import { decide, refuse, type Decision, type Refusal } from './decision';
import type { DomainEvent } from './events';
import type { Actor, Day, HeldPost, Named } from './model';
import { permits } from './permissions';

export const REGIONAL_DAY_KINDS = ['school-holiday', 'return-season', 'pre-election', 'event'] as const;
export type RegionalDayKind = (typeof REGIONAL_DAY_KINDS)[number];

export const REGIONAL_DAY_NAMES: Record<RegionalDayKind, string> = {
  'school-holiday': 'School holiday',
  'return-season': 'Season of statutory returns',
  'pre-election': 'Pre-election period',
  event: 'Event',
};

export interface NewRegionalDay {
  kind: RegionalDayKind;
  name: string;
  fromOn: Day;
  /** The last day. */
  toOn: Day;
  /** Null: the whole region. */
  authorityId: string | null;
}

export interface RegionalDay extends Omit<NewRegionalDay, 'authorityId'> {
  id: string;
  authority: Named | null;
}

/** What stands in the region's calendar, and the authorities that days can be entered for. */
export interface RegionalDayFacts {
  regionId: string;
  authorities: readonly Named[];
  standing: readonly RegionalDay[];
}

const LONGEST = 366;

/** All of them, or none. */
export function enterDays(actor: Actor, facts: RegionalDayFacts, wanted: readonly NewRegionalDay[]): Decision<readonly NewRegionalDay[]> {
  const days = wanted.map((day) => ({ ...day, name: day.name.trim() }));
  const hidden = days.find((day) => !mayEnter(actor.as, facts.regionId, day.authorityId));
  return decide(actor, 'regional-day.enter', { regionId: facts.regionId, authorityId: (hidden ?? days[0])?.authorityId ?? null }, () => {
    for (const [index, day] of days.entries()) {
      const fault = notToEnter(facts, day) ?? twice(facts, day, days.slice(0, index));
      if (fault) return fault;
    }
    const [first, ...rest] = days.map((day) => enteredEvent(facts, day));
    return first ? { change: days, events: [first, ...rest] } : refuse('no-days', 'There is nothing to enter.');
  });
}

export interface DayChanged {
  removedId: string;
  entered: NewRegionalDay;
}

/** A changed entry is the old one taken out and another put in its place. */
export function changeDay(actor: Actor, facts: RegionalDayFacts, day: RegionalDay, wanted: NewRegionalDay): Decision<DayChanged> {
  const entered = { ...wanted, name: wanted.name.trim() };
  const mayBoth = [day.authority?.id ?? null, entered.authorityId].find((authorityId) => !mayEnter(actor.as, facts.regionId, authorityId));
  return decide(actor, 'regional-day.enter', { regionId: facts.regionId, authorityId: mayBoth === undefined ? entered.authorityId : mayBoth }, () => {
    const others = { ...facts, standing: facts.standing.filter(({ id }) => id !== day.id) };
    const fault = notToEnter(others, entered);
    if (fault) return fault;
    if (isSame(day, entered)) return refuse('nothing-changed', 'Nothing is different: change a day, the name or whom it is for.');
    return { change: { removedId: day.id, entered }, events: [removedEvent(facts, day), enteredEvent(facts, entered)] };
  });
}

export function removeDay(actor: Actor, regionId: string, day: RegionalDay): Decision<{ id: string; title: string }> {
  return decide(actor, 'regional-day.enter', { regionId, authorityId: day.authority?.id ?? null }, () => ({
    change: { id: day.id, title: dayTitle(day) },
    events: [removedEvent({ regionId }, day)],
  }));
}

/** The coordinator for anyone; an authority's own team for its own. */
export function mayEnter(as: HeldPost | null, regionId: string, authorityId: string | null): boolean {
  return as !== null && permits('regional-day.enter', as, { regionId, authorityId });
}

/** What stands against an entry; null when nothing does. */
export function notToEnter(facts: RegionalDayFacts, day: NewRegionalDay): Refusal | null {
  if (day.name.trim() === '') return refuse('no-name', 'Name: say what it is, such as Autumn half-term');
  if (day.authorityId !== null && !facts.authorities.some(({ id }) => id === day.authorityId)) return refuse('not-of-the-region', 'For whom: choose an authority of this region');
  if (day.kind === 'return-season' && day.authorityId !== null) return refuse('one-season', 'For whom: the season of statutory returns is the same for every authority. Choose the whole region.');
  if (day.toOn < day.fromOn) return refuse('ends-before-it-starts', `Last day: it cannot be before the first, ${dayInWords(day.fromOn)}`);
  if (daysFrom(day.fromOn, day.toOn) >= LONGEST) return refuse('too-long', 'Last day: it is more than a year after the first');
  const same = facts.standing.find((other) => isAlike(other, day));
  return same ? refuse('entered-already', `${dayTitle(same)} is in the calendar already, ${spanOfDays(same)}.`) : null;
}

function twice({ authorities }: RegionalDayFacts, day: NewRegionalDay, before: readonly NewRegionalDay[]): Refusal | null {
  const authority = authorities.find(({ id }) => id === day.authorityId) ?? null;
  const same = before.some((other) => isAlike({ ...other, authority: authorities.find(({ id }) => id === other.authorityId) ?? null }, day));
  return same ? refuse('twice', `${dayTitle({ ...day, authority })} stands there twice.`) : null;
}

/** The same thing for the same place, on some of the same days. */
export function isAlike(a: Omit<RegionalDay, 'id'>, b: NewRegionalDay): boolean {
  return a.kind === b.kind && (a.authority?.id ?? null) === b.authorityId && a.name.trim().toLowerCase() === b.name.trim().toLowerCase() && a.fromOn <= b.toOn && b.fromOn <= a.toOn;
}

function isSame(day: RegionalDay, wanted: NewRegionalDay): boolean {
  return day.kind === wanted.kind && day.name === wanted.name && day.fromOn === wanted.fromOn && day.toOn === wanted.toOn && (day.authority?.id ?? null) === wanted.authorityId;
}

/** "Autumn half-term of Wigan", "Pre-election period: Local elections of 6 May 2027" */
export function dayTitle({ kind, name, authority }: Pick<RegionalDay, 'kind' | 'name' | 'authority'>): string {
  const title = kind === 'pre-election' && !/^pre-election/i.test(name) ? `Pre-election period: ${name}` : name;
  return authority ? `${title} of ${authority.name}` : title;
}

/** "Monday 26 October 2026 to Friday 30 October 2026" */
export function spanOfDays({ fromOn, toOn }: Pick<NewRegionalDay, 'fromOn' | 'toOn'>): string {
  return fromOn === toOn ? dayInWords(fromOn) : `${dayInWords(fromOn)} to ${dayInWords(toOn)}`;
}

function enteredEvent({ regionId, authorities }: RegionalDayFacts, day: NewRegionalDay): DomainEvent {
  const authority = authorities.find(({ id }) => id === day.authorityId) ?? null;
  return { type: 'regional-day.entered', regionId, authorityId: day.authorityId, data: { name: dayTitle({ ...day, authority }), days: spanOfDays(day) } };
}

function removedEvent({ regionId }: Pick<RegionalDayFacts, 'regionId'>, day: RegionalDay): DomainEvent {
  return { type: 'regional-day.removed', regionId, authorityId: day.authority?.id ?? null, subjectId: day.id, data: { name: dayTitle(day), days: spanOfDays(day) } };
}

/** An entry that the product proposes, with the words of the button that adds it. */
export interface ProposedDay {
  key: string;
  words: string;
  day: NewRegionalDay;
}

const ELECTIONS = { nth: 1, weekday: 4, month: 5 };
/** From the notice of election, which is published some six weeks before. */
const NOTICE = 42;

/**
 * The season of returns (April to July) and the period before the local elections (first Thursday in May), this year while they last
 * and next year. A region that votes in another year, or not at all, leaves them out or changes them.
 */
export function proposedDays(today: Day, standing: readonly RegionalDay[]): ProposedDay[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1]
    .flatMap((of) => [seasonOf(of), electionOf(of)])
    .filter(({ day }) => day.toOn >= today && !standing.some((other) => other.kind === day.kind && other.authority === null && other.fromOn <= day.toOn && day.fromOn <= other.toOn));
}

function seasonOf(year: number): ProposedDay {
  const day: NewRegionalDay = { kind: 'return-season', name: `Season of statutory returns ${year}`, fromOn: `${year}-04-01`, toOn: `${year}-07-31`, authorityId: null };
  return { key: `returns-${year}`, words: `Add the season of returns for ${year}`, day };
}

function electionOf(year: number): ProposedDay {
  const pollOn = nthWeekday(ELECTIONS, `${year}-01-01`);
  const elections = `local elections of ${dayInWords(pollOn).replace(/^\w+ /, '')}`;
  const day: NewRegionalDay = { kind: 'pre-election', name: `L${elections.slice(1)}`, fromOn: addDays(pollOn, -NOTICE), toOn: pollOn, authorityId: null };
  return { key: `elections-${year}`, words: `Add the pre-election period before the ${elections}`, day };
}
