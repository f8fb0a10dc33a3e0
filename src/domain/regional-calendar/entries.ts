// One calendar over all open cycles of a region: what is due, where people meet, and the days that were entered. A step stands once on a
// day, with how many authorities it is for (6-pains-and-wants.md, pains 2 and 10). It says when, never how anyone stands.
import { followsRegion, OFFICES, type Day, type Named, type Office } from '../model';
import { fallsTo, owes } from '../owing';
import { isForumStep } from '../processes/derive-days';
import type { ProcessTemplateDefinition } from '../processes/template';
import type { Meeting } from '../processes/day-warnings';
import { isOffice, type Party } from '../parties';
import { groupWord, placeName, plural } from '../place-names';
import type { RegionalDay, RegionalDayKind } from '../regional-days';
import { whereDone, whereRecorded } from '../step-address';
import { clockOf } from '../forums/clock';
import type { Forum } from '../forums/forum';
import type { InvitedAs } from '../forums/invitations';
import type { StepAt } from '../workflow';
import { isMeeting, seesDay, seesStep, type CalendarScope, type SeenCycle } from './scope';
import { concerns, isAskedFor, officesAt, type CalendarFilter } from './whose';

export interface CalendarCycle extends SeenCycle {
  definition: ProcessTemplateDefinition;
}

/** A forum that is arranged, with the invitations of those who look. */
export interface CalendarForum {
  forum: Forum;
  changedAt: Date;
  invitations: readonly { postId: string; role: InvitedAs }[];
}

export interface CalendarEntry {
  key: string;
  is: 'due' | 'event' | 'forum' | RegionalDayKind;
  fromOn: Day;
  toOn: Day;
  /** "Self-view submitted" */
  what: string;
  /** "23 authorities", "Wigan", "Trafford group"; empty where there is nobody to tell apart. */
  whom: string;
  /** Of days that were entered, the names of those they are for; empty for everyone's, and of all else. */
  authorities: readonly string[];
  /** "09:30"; empty for a whole day. */
  time: string;
  /** Its cycle; null for what belongs to none. */
  cycle: Named | null;
  href: string | null;
  /** It falls to a post of the one who looks, or they are invited. */
  mine: boolean;
}

export interface CalendarGround {
  cycles: readonly CalendarCycle[];
  forums: readonly CalendarForum[];
  days: readonly RegionalDay[];
}

/** A cycle, and which of its steps someone sees on a calendar. */
interface ShownCycle extends CalendarCycle {
  shown: readonly StepAt[];
}

interface ShownGround extends CalendarGround {
  cycles: readonly ShownCycle[];
}

interface Calendar {
  /** What falls between two days, in their order. */
  entries: CalendarEntry[];
  /** Whose dates can be chosen: of all that someone may know of, whenever it falls. */
  offices: Office[];
  authorities: Named[];
}

export function calendarOf(ground: CalendarGround, scope: CalendarScope, filter: CalendarFilter, span: Span = EVER): Calendar {
  const shown = ground.cycles.map((cycle): ShownCycle => ({ ...cycle, shown: datedSteps(cycle, scope) }));
  return { entries: entriesOf({ ...ground, cycles: shown }, scope, filter, span), offices: officesIn(shown, scope), authorities: authoritiesIn(shown) };
}

type Span = Pick<CalendarEntry, 'fromOn' | 'toOn'>;

const EVER: Span = { fromOn: '0001-01-01', toOn: '9999-12-31' };

function entriesOf(ground: ShownGround, scope: CalendarScope, filter: CalendarFilter, span: Span): CalendarEntry[] {
  const cycles = ground.cycles.filter(({ facts }) => filter.cycleId === null || facts.id === filter.cycleId);
  const entries = [
    ...cycles.flatMap((cycle) => stepEntries(cycle, scope, filter, span)),
    ...cycles.flatMap((cycle) => forumEntries(cycle, ground.forums, scope, filter)),
    ...(filter.cycleId === null ? dayEntries(ground, scope, filter) : []),
  ].filter(({ fromOn, toOn }) => fromOn <= span.toOn && toOn >= span.fromOn);
  return entries.sort((a, b) => a.fromOn.localeCompare(b.fromOn) || ORDER.indexOf(a.is) - ORDER.indexOf(b.is) || a.time.localeCompare(b.time) || a.what.localeCompare(b.what, 'en-GB'));
}

const ORDER: readonly CalendarEntry['is'][] = ['pre-election', 'return-season', 'school-holiday', 'event', 'forum', 'due'];

/** Where a step falls on a calendar: not its opening, not a forum that stands there itself, not what is not needed. */
export function datedSteps(cycle: CalendarCycle, scope: CalendarScope): StepAt[] {
  return cycle.steps.filter((at) => {
    const { step, place, state } = at;
    if (step.doneWhen === 'cycle-opened' || place?.withdrawn) return false;
    if (isForumStep(step) && place?.session) return false;
    const knowsWhy = scope.whole || !place || scope.ownIds.includes(place.authorityId);
    return !(state.is === 'not-needed' && knowsWhy) && seesStep(scope, at, cycle);
  });
}

function stepEntries(cycle: ShownCycle, scope: CalendarScope, filter: CalendarFilter, { fromOn, toOn }: Span): CalendarEntry[] {
  const alike = new Map<string, { mine: boolean; ats: StepAt[] }>();
  for (const at of cycle.shown) {
    if (at.dates.dueOn < fromOn || at.dates.dueOn > toOn || !isAskedFor(at, cycle, scope, filter)) continue;
    const mine = concerns(scope, at, cycle);
    const key = [at.step.key, at.dates.dueOn, isElsewhere(at, scope) ? 'elsewhere' : ''].join('|');
    const one = alike.get(key);
    if (one) {
      one.ats.push(at);
      one.mine ||= mine;
    } else alike.set(key, { mine, ats: [at] });
  }
  return [...alike].map(([key, { mine, ats }]) => {
    const [{ step, dates }] = ats as [StepAt];
    return {
      key: `${cycle.facts.id}|${key}`,
      is: isMeeting(step) ? 'event' : 'due',
      fromOn: dates.dueOn,
      toOn: dates.dueOn,
      what: step.name,
      whom: whomOf(ats, cycle, scope),
      authorities: [],
      time: '',
      cycle: { id: cycle.facts.id, name: cycle.facts.name },
      href: hrefOf(ats, cycle, scope),
      mine,
    };
  });
}

/** Of an authority in whose place one has a part. */
function isElsewhere({ place }: StepAt, scope: CalendarScope): boolean {
  return place !== null && !scope.whole && !scope.ownIds.includes(place.authorityId);
}

function whomOf(ats: readonly StepAt[], { facts, definition }: CalendarCycle, scope: CalendarScope): string {
  const [at] = ats as [StepAt];
  if (ats.length === 1) return isOnlyOwn(at, scope) ? '' : (placeName(at, facts) ?? '');
  switch (at.step.per) {
    case 'region':
    case 'wave':
      return '';
    case 'group':
      return `${ats.length} ${plural(groupWord(definition))}`;
    case 'task-group':
      return `${ats.length} task and finish groups`;
    case 'authority':
      return `${ats.length} authorities`;
  }
}

/** Of the one authority that someone is of, it goes without saying. */
function isOnlyOwn({ place }: StepAt, { whole, ownIds }: CalendarScope): boolean {
  return place !== null && !whole && ownIds.length === 1 && ownIds[0] === place.authorityId;
}

const groupName = ({ group }: Forum, { facts }: CalendarCycle): string => placeName({ place: null, groupId: group.id, wave: null }, facts) ?? '';

/** The page where it is done, the board of that step, the own authority, or the dates of the cycle: one that opens for the one who looks. */
function hrefOf(ats: readonly StepAt[], { facts }: CalendarCycle, scope: CalendarScope): string {
  const [at] = ats as [StepAt];
  const path = `/cycles/${facts.id}`;
  const isOne = ats.length === 1;
  if (isOne && scope.posts.some((post) => owes(post, at, scope.regionId))) return whereDone(at, facts);
  if (!scope.posts.some(followsRegion)) return isOne && scope.posts.some((post) => fallsTo(post, at, scope.regionId)) ? whereRecorded(at, facts) : '/my-work';
  if (scope.seesBoard && at.step.per === 'authority' && at.step.onBoard) return `${path}?step=${at.step.key}`;
  if (isOne && (at.step.per === 'region' || (at.step.per === 'group' && scope.seesBoard))) return whereRecorded(at, facts);
  if (isOne && at.place && scope.ownIds.includes(at.place.authorityId)) return `/authorities/${at.place.slug}?cycle=${facts.id}`;
  return `${path}/dates${isOne && at.place ? `?for=${at.place.slug}` : ''}`;
}

function forumEntries(cycle: CalendarCycle, forums: readonly CalendarForum[], scope: CalendarScope, { whose, authorityId }: CalendarFilter): CalendarEntry[] {
  const { facts, definition } = cycle;
  return forums
    .filter(({ forum }) => forum.cycleId === facts.id)
    .flatMap((one): CalendarEntry[] => {
      const { forum } = one;
      const mine = takesPart(one, scope);
      const isSeen = mine || scope.whole || scope.ownIds.length + scope.groupIds.length > 0;
      const ofAuthority = authorityId === null || isAtForum(forum, authorityId);
      const ofPerson = whose === null || (whose === 'me' ? mine : isOffice(whose) && AT_FORUMS.includes(whose));
      if (!isSeen || !ofAuthority || !ofPerson) return [];
      return [
        {
          key: `forum|${forum.id}`,
          is: 'forum',
          fromOn: forum.onDay,
          toOn: forum.onDay,
          what: capital(definition.words.forum),
          whom: groupName(forum, cycle),
          authorities: [],
          time: clockOf(forum.startsAt),
          cycle: { id: facts.id, name: facts.name },
          href: `/forums/${forum.id}`,
          mine,
        },
      ];
    });
}

const AT_FORUMS: readonly Party[] = ['dcs', 'assistant-director', 'lead-member', 'facilitator', 'group-lead'];

/** Invited, or of an authority that has a session or challenges. */
export function takesPart({ forum, invitations }: CalendarForum, scope: CalendarScope): boolean {
  return invitations.some(({ postId }) => scope.posts.some(({ id }) => id === postId)) || scope.ownIds.some((id) => isAtForum(forum, id));
}

function isAtForum({ sessions }: Forum, authorityId: string): boolean {
  return sessions.some(({ authority, challengers }) => authority.id === authorityId || challengers.some(({ id }) => id === authorityId));
}

/** The days that someone sees: everyone's, and those of authorities whose dates they see. */
export function seenDays({ cycles, days }: CalendarGround, scope: CalendarScope): RegionalDay[] {
  return daysBeside(cycles.flatMap((cycle) => (scope.whole || days.length === 0 ? [] : datedSteps(cycle, scope))), days, scope);
}

function daysBeside(steps: readonly StepAt[], days: readonly RegionalDay[], scope: CalendarScope): RegionalDay[] {
  const whose = new Set(steps.flatMap(({ place }) => place?.authorityId ?? []));
  return days.filter((day) => seesDay(scope, day, whose));
}

function dayEntries({ cycles, days }: ShownGround, scope: CalendarScope, { whose, authorityId }: CalendarFilter): CalendarEntry[] {
  const alike = new Map<string, RegionalDay[]>();
  for (const day of daysBeside(cycles.flatMap(({ shown }) => shown), days, scope)) {
    if (authorityId !== null && day.authority !== null && day.authority.id !== authorityId) continue;
    if (whose === 'me' && day.authority !== null && ![...scope.ownIds, ...scope.partnerOfIds].includes(day.authority.id)) continue;
    const key = `${day.kind}|${day.name}|${day.fromOn}|${day.toOn}`;
    alike.set(key, [...(alike.get(key) ?? []), day]);
  }
  return [...alike].map(([key, same]) => {
    const [{ kind, name, fromOn, toOn }] = same as [RegionalDay];
    const authorities = same.some(({ authority }) => authority === null) ? [] : same.map(({ authority }) => authority!.name).sort((a, b) => a.localeCompare(b, 'en-GB'));
    return {
      key,
      is: kind,
      fromOn,
      toOn,
      what: kind === 'pre-election' && !/^pre-election/i.test(name) ? `Pre-election period: ${name}` : name,
      whom: authorities.length > 1 ? `${authorities.length} authorities` : (authorities[0] ?? ''),
      authorities,
      time: '',
      cycle: null,
      href: null,
      mine: false,
    };
  });
}

/** Where people of the region meet, for the warnings of other dates: what everyone or a group is asked to, and forums. */
export function meetingsOf(cycles: readonly CalendarCycle[], forums: readonly CalendarForum[]): Meeting[] {
  return cycles.flatMap((cycle): Meeting[] => {
    const { facts, definition, steps } = cycle;
    const asked = steps.filter(({ step, state }) => step.event && (step.per === 'region' || step.per === 'group') && state.is !== 'not-needed');
    return [
      ...asked.map((at) => ({
        cycleId: facts.id,
        name: [at.step.name, placeName(at, facts), facts.name].filter(Boolean).join(', '),
        onDay: at.dates.dueOn,
        authorityIds: facts.places.filter((place) => !place.withdrawn && (at.step.per === 'region' || place.groupId === at.groupId)).map(({ authorityId }) => authorityId),
      })),
      ...forums
        .filter(({ forum }) => forum.cycleId === facts.id)
        .map(({ forum }) => ({
          cycleId: facts.id,
          name: [capital(definition.words.forum), groupName(forum, cycle), facts.name].filter(Boolean).join(', '),
          onDay: forum.onDay,
          authorityIds: [...new Set(forum.sessions.flatMap(({ authority, challengers }) => [authority.id, ...challengers.map(({ id }) => id)]))],
        })),
    ];
  });
}

/** The offices to which the steps fall that someone sees, or that have a part in them, for a choice among them. */
function officesIn(cycles: readonly ShownCycle[], scope: CalendarScope): Office[] {
  const there = new Set<Office>();
  for (const cycle of cycles) for (const at of cycle.shown) for (const office of officesAt(at, cycle, scope)) there.add(office);
  return OFFICES.filter((office) => there.has(office));
}

/** The authorities of whose steps someone sees any, by name. */
function authoritiesIn(cycles: readonly ShownCycle[]): Named[] {
  const there = new Map<string, Named>();
  for (const { shown } of cycles) for (const { place } of shown) if (place) there.set(place.authorityId, { id: place.authorityId, name: place.name });
  return [...there.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
