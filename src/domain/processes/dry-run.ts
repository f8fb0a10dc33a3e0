// What a cycle would look like, before there is one: every date that a process gives in this region from a chosen day 0, with what is to be
// thought of at each. Who would be in which set or wave is not known yet; the dates are as if they were filled in order.
import { isRefusal } from '../decision';
import { addDays } from '../deadlines';
import type { Day } from '../model';
import { conflictsBeside } from './conflict-words';
import { conflictsIn, type Conflict } from './conflicts';
import { namesIn } from './cycle-schedule';
import { dayRows, type DayRow } from './day-rows';
import { concernedBy, dayWarnings, type WarningGround } from './day-warnings';
import { isForumStep } from './derive-days';
import { isThere } from './opening-faults';
import { proposePeers } from './propose-peers';
import { proposePlaces, type Grouped } from './propose-places';
import { proposeSets } from './propose-sets';
import { scheduleOf, type Place, type Schedule } from './schedule';
import type { ProcessTemplateDefinition, StepDefinition } from './template';

export interface RegionInTheDry {
  groups: readonly { id: string; name: string; ordinal: number; authorityIds: readonly string[] }[];
  authorities: readonly { id: string; name: string; startedOn: Day | null; endedOn: Day | null }[];
}

export interface DryDate extends DayRow {
  step: StepDefinition;
  warnings: readonly string[];
}

export interface DryRun {
  schedule: Schedule;
  /** In the order of the days. */
  dates: readonly DryDate[];
  /** Months from the first to the last day, "2026-11". */
  months: readonly string[];
  authorities: number;
  /** Sets or groups, in a process that has them; none where none can be made. */
  sets: number;
  /** Why sets, or a rotation, cannot be made of all of them; empty when they can. */
  cannotBeMade: readonly string[];
}

export interface Asked {
  region: RegionInTheDry;
  anchorOn: Day;
  today: Day;
  /** What is known of the days: holidays, elections, meetings. */
  ground: WarningGround;
}

export function dryRun(template: ProcessTemplateDefinition, asked: Asked): DryRun {
  const { region, anchorOn } = asked;
  const { places, groups, notSets } = placesInTheDry(template, region, anchorOn);
  const schedule = scheduleOf({ template, anchorOn, places, taskGroupIds: [TASK_GROUP.id] });
  const names = namesIn({ template, groups, taskGroups: [TASK_GROUP], places: places.map((place) => ({ ...place, name: region.authorities.find(({ id }) => id === place.authorityId)?.name ?? '', slug: '', leadChallengerAuthorityId: null })) });
  const conflicts = conflictsIn(schedule);
  const dates = template.steps.flatMap((step) => dayRows(schedule.all.filter((day) => day.step.key === step.key), names).map((row): DryDate => ({ ...row, step, warnings: warningsOf({ row, step, conflicts, places, ...asked }) })));
  return { schedule, dates: dates.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)), months: monthsOf(schedule), authorities: places.length, sets: template.grouping.is === 'one' || notSets ? 0 : groups.length, cannotBeMade: [...(notSets ? [notSets] : []), ...rotationsRefused(template, places, region)] };
}

/** Between which days it would run: what is known of those is asked for. */
export function spanFrom({ spans }: Pick<ProcessTemplateDefinition, 'spans'>, anchorOn: Day): { fromOn: Day; toOn: Day } {
  return { fromOn: addDays(anchorOn, spans.from), toOn: addDays(anchorOn, spans.to) };
}

const TASK_GROUP = { id: 'task', name: 'A task and finish group' };

type DryGroup = { id: string; name: string; ordinal: number };

function placesInTheDry(template: ProcessTemplateDefinition, region: RegionInTheDry, anchorOn: Day): { places: Place[]; groups: DryGroup[]; notSets: string | null } {
  const there = region.authorities.filter((authority) => isThere(authority, anchorOn));
  const { groups, notSets } = groupsInTheDry(template, region, there);
  const ordinals = new Map(groups.map(({ id, ordinal }) => [id, ordinal]));
  const places = proposePlaces({ template, groups, before: [], leads: 'next', conflicts: [] });
  return { places: places.map(({ authorityId, groupId, wave }) => ({ authorityId, groupId, wave, groupOrdinal: ordinals.get(groupId)! })), groups, notSets };
}

/** Standing groups as they are; everyone in one; or sets as they would be proposed, where they can be made of so many. */
function groupsInTheDry({ grouping, ...template }: ProcessTemplateDefinition, region: RegionInTheDry, there: RegionInTheDry['authorities']): { groups: (DryGroup & Grouped)[]; notSets: string | null } {
  const ids = there.map(({ id }) => id);
  if (grouping.is === 'standing') return { notSets: null, groups: region.groups.map(({ id, name, ordinal, authorityIds }) => ({ id, name, ordinal, authorityIds: authorityIds.filter((one) => ids.includes(one)) })).filter(({ authorityIds }) => authorityIds.length > 0) };
  const everyone = [{ id: 'everyone', name: 'Everyone', ordinal: 1, authorityIds: ids }];
  if (grouping.is === 'one' || ids.length === 0) return { groups: everyone, notSets: null };
  const sets = proposeSets({ template, grouping, authorityIds: ids, names: namesOf(there), conflicts: [], earlier: [], keep: 'new', turn: 1 });
  if (isRefusal(sets)) return { groups: everyone, notSets: sets.because };
  return { groups: sets.map(({ key, name, authorityIds }, index) => ({ id: key, name, ordinal: index + 1, authorityIds })), notSets: null };
}

const namesOf = (authorities: RegionInTheDry['authorities']) => new Map(authorities.map(({ id, name }) => [id, name]));

/** Roles that go round over everyone, and cannot go round over so many. */
function rotationsRefused({ roles }: ProcessTemplateDefinition, places: readonly Place[], { authorities }: RegionInTheDry): string[] {
  const authorityIds = authorities.map(({ id }) => id).filter((id) => places.some((place) => place.authorityId === id));
  if (authorityIds.length === 0) return [];
  return roles
    .filter(({ found }) => found === 'rotation')
    .map((role) => proposePeers({ role, authorityIds, thereIds: authorityIds, names: namesOf(authorities), conflicts: [], earlier: [], keep: 'new', turn: 1 }))
    .flatMap((found) => (isRefusal(found) ? [found.because] : []));
}

interface Warned extends Asked {
  row: DayRow;
  step: StepDefinition;
  conflicts: readonly Conflict[];
  places: readonly Place[];
}

function warningsOf({ row, step, conflicts, places, ground, today }: Warned): string[] {
  const here = conflictsBeside(conflicts, { stepKey: step.key, dueOn: row.dueOn });
  const known = dayWarnings(ground, { on: row.dueOn, authorityIds: concernedBy(row.scope, places), meets: step.event || isForumStep(step) }).map(({ says }) => says);
  return [...here, ...known, ...(row.dueOn < today ? ['This day has passed'] : [])];
}

function monthsOf({ startsOn, endsOn, all }: Schedule): string[] {
  const days = [startsOn, endsOn, ...all.map(({ dueOn }) => dueOn)].sort();
  const [first, last] = [days[0]!.slice(0, 7), days.at(-1)!.slice(0, 7)];
  const months: string[] = [];
  for (let [year, month] = first.split('-').map(Number) as [number, number]; months.length < 60; [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    months.push(name);
    if (name >= last) break;
  }
  return months;
}
