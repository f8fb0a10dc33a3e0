// What a cycle would look like, before there is one: every date that a process gives in this region from a chosen day 0, with what is to be
// thought of at each. Who would be in which set or wave is not known yet; the dates are as if they were filled in order.
import { notWorkingBecause } from '../deadlines';
import type { Day } from '../model';
import { conflictsIn, type Conflict } from './conflicts';
import { namesIn } from './cycle-schedule';
import { dayRows, type DayRow } from './day-rows';
import { firstPlaces } from './next-cycle';
import { isThere } from './open-cycle';
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
  /** Sets or groups, in a process that has them. */
  sets: number;
}

export function dryRun(template: ProcessTemplateDefinition, region: RegionInTheDry, anchorOn: Day, today: Day): DryRun {
  const { places, groups } = placesInTheDry(template, region, anchorOn);
  const schedule = scheduleOf({ template, anchorOn, places, taskGroupIds: [TASK_GROUP.id] });
  const names = namesIn({ template, groups, taskGroups: [TASK_GROUP], places: places.map((place) => ({ ...place, name: region.authorities.find(({ id }) => id === place.authorityId)?.name ?? '', slug: '', leadChallengerAuthorityId: null })) });
  const conflicts = conflictsIn(schedule);
  const dates = template.steps.flatMap((step) =>
    dayRows(schedule.all.filter((day) => day.step.key === step.key), names).map((row): DryDate => ({ ...row, step, warnings: warningsOf(row, step, conflicts, today) })),
  );
  return { schedule, dates: dates.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)), months: monthsOf(schedule), authorities: places.length, sets: template.grouping.is === 'one' ? 0 : groups.length };
}

const TASK_GROUP = { id: 'task', name: 'A task and finish group' };

/** Standing groups as they are; everyone in one; or sets of the smallest size, filled in the order of names. */
function placesInTheDry(template: ProcessTemplateDefinition, region: RegionInTheDry, anchorOn: Day): { places: Place[]; groups: { id: string; name: string; ordinal: number }[] } {
  const { grouping, waves } = template;
  if (grouping.is === 'standing') {
    const ordinals = new Map(region.groups.map(({ id, ordinal }) => [id, ordinal]));
    return { places: firstPlaces({ ...region, waves }, anchorOn).map((place) => ({ ...place, groupOrdinal: ordinals.get(place.groupId)! })), groups: [...region.groups] };
  }
  const there = region.authorities.filter((authority) => isThere(authority, anchorOn));
  const size = grouping.is === 'one' ? Math.max(there.length, 1) : Math.min(...grouping.sizes);
  const count = Math.max(1, Math.floor(there.length / size));
  const word = grouping.is === 'one' ? 'Everyone' : `${grouping.word.charAt(0).toUpperCase()}${grouping.word.slice(1)}`;
  const groups = Array.from({ length: count }, (_, index) => ({ id: `set-${index + 1}`, name: grouping.is === 'one' ? word : `${word} ${index + 1}`, ordinal: index + 1 }));
  const inWave = Math.ceil(count / waves.length);
  const places = there.map(({ id }, index): Place => {
    const set = Math.min(Math.floor(index / size), count - 1);
    return { authorityId: id, groupId: groups[set]!.id, groupOrdinal: set + 1, wave: waves[Math.min(Math.floor(set / inWave), waves.length - 1)]!.key };
  });
  return { places, groups };
}

function warningsOf(row: DayRow, step: StepDefinition, conflicts: readonly Conflict[], today: Day): string[] {
  const here = conflicts.filter(({ day }) => day.step.key === step.key && day.dueOn === row.dueOn).map(conflictWords);
  const notWorking = notWorkingBecause(row.dueOn);
  return [
    ...new Set(here),
    ...(notWorking ? [`${notWorking === 'weekend' ? 'A weekend' : notWorking}${step.event ? ', and people are to meet' : ''}`] : []),
    ...(row.dueOn < today ? ['This day has passed'] : []),
  ];
}

function conflictWords(conflict: Conflict): string {
  switch (conflict.is) {
    case 'too-early':
      return `Before “${conflict.awaited.step.name}”, for which it waits`;
    case 'opens-too-late':
      return 'It opens after it is due';
    case 'outside-the-cycle':
      return 'Outside the cycle';
  }
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
