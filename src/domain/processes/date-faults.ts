// Dates of a process that cannot be met whatever day 0 is, laid out for authorities at both ends of each wave.
import { addDays, daysFrom } from '../deadlines';
import type { Day } from '../model';
import { conflictsIn, type Conflict } from './conflicts';
import { scheduleOf, type Place, type Schedule } from './schedule';
import type { DueRule, ProcessTemplateDefinition } from './template';
import type { Fault } from './template-faults';

export function datesNotMet(template: ProcessTemplateDefinition): Fault[] {
  return illustrativeDates(template).faults;
}

interface FromDay {
  anchorOn: Day;
  schedule: Schedule;
  faults: Fault[];
}

interface Tried extends FromDay {
  /** By how many days dates miss that another day 0 could do away with; with none, no day 0 is better. */
  missed: number;
}

/** The dates from the day 0 that suits the process best, and what cannot be met even so. */
export function illustrativeDates(template: ProcessTemplateDefinition): FromDay {
  const places = template.waves.flatMap(placesOf);
  const hanging = onTheCalendar(template);
  const tried: Tried[] = [];
  const firstOf = (days: readonly Day[]): Tried | null => {
    for (const anchorOn of days) {
      const schedule = scheduleOf({ template, anchorOn, places, taskGroupIds: ['task'] });
      const conflicts = conflictsIn(schedule);
      const missed = conflicts.filter((conflict) => hangsOn(conflict, hanging)).reduce((sum, conflict) => sum + daysMissed(conflict, schedule), 0);
      const dates = { anchorOn, schedule, faults: unique(conflicts.map(asFault)), missed };
      if (missed === 0) return dates;
      tried.push(dates);
    }
    return null;
  };
  const nearest = () => tried.toSorted((a, b) => a.missed - b.missed).slice(0, REFINED).flatMap(({ anchorOn }) => daysAround(anchorOn));
  return firstOf([template.ordinaryAnchor]) ?? firstOf(weeksFrom(template.ordinaryAnchor)) ?? firstOf(nearest()) ?? tried.toSorted((a, b) => a.faults.length - b.faults.length)[0]!;
}

/** How many of the weeks that come nearest are tried day by day. */
const REFINED = 2;

function daysMissed(conflict: Conflict, { startsOn, endsOn }: Schedule): number {
  const { dueOn } = conflict.day;
  switch (conflict.is) {
    case 'too-early':
      return daysFrom(dueOn, conflict.awaited.dueOn);
    case 'opens-too-late':
      return daysFrom(dueOn, conflict.opensOn);
    case 'outside-the-cycle':
      return dueOn < startsOn ? daysFrom(dueOn, startsOn) : daysFrom(endsOn, dueOn);
  }
}

/** The first group of a wave and the last: whatever suits both suits those between. */
function placesOf({ key, forumOffsets }: ProcessTemplateDefinition['waves'][number]): Place[] {
  const inOrder = forumOffsets.map((offset, index) => ({ offset, ordinal: index + 1 })).sort((a, b) => a.offset - b.offset);
  return [...new Set([inOrder[0]!, inOrder.at(-1)!])].map(({ ordinal }) => ({ authorityId: `${key}-${ordinal}`, groupId: `${ordinal}`, groupOrdinal: ordinal, wave: key }));
}

/**
 * Steps whose dates hang on the calendar, by themselves or by the step that they are counted from: "the third Thursday of January" is early or
 * late, and five working days are more or fewer days, by the day 0 that is chosen. For all others one ordinary day 0 stands for every one.
 */
function onTheCalendar({ steps }: ProcessTemplateDefinition): ReadonlySet<string> {
  const hanging = new Set<string>();
  for (let size = -1; size < hanging.size; ) {
    size = hanging.size;
    for (const { key, due, opens } of steps) if (isOnTheCalendar(due, hanging) || (opens && isOnTheCalendar(opens, hanging))) hanging.add(key);
  }
  return hanging;
}

function isOnTheCalendar(rule: DueRule, hanging: ReadonlySet<string>): boolean {
  return rule.from === 'weekday' || (rule.unit === 'working' && rule.offset !== 0) || (rule.from === 'step' && hanging.has(rule.step));
}

/** Whether another day 0 could do away with it. */
function hangsOn(conflict: Conflict, hanging: ReadonlySet<string>): boolean {
  return hanging.has(conflict.day.step.key) || (conflict.is === 'too-early' && hanging.has(conflict.awaited.step.key));
}

/** The same weekday through a year. */
const weeksFrom = (day: Day): Day[] => Array.from({ length: 51 }, (_, week) => addDays(day, 7 * (week + 1)));

/** Every day nearer than the same weekday a week away. */
const daysAround = (day: Day): Day[] => [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6].map((by) => addDays(day, by));

function unique(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [fault.says, fault])).values()];
}

function asFault(conflict: Conflict): Fault {
  return { at: [{ is: 'step', key: conflict.day.step.key }], says: sentence(conflict) };
}

function sentence(conflict: Conflict): string {
  const { name } = conflict.day.step;
  switch (conflict.is) {
    case 'too-early':
      return `${name} cannot be met: it is due before ${conflict.awaited.step.name}, for which it waits.`;
    case 'opens-too-late':
      return `${name} cannot be met: it opens after it is due.`;
    case 'outside-the-cycle':
      return `${name} cannot be met: its date is outside the cycle.`;
  }
}
