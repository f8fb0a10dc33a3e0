// Dates of a process that cannot be met whatever day 0 is, laid out for authorities at both ends of each wave.
import type { Day } from '../model';
import { conflictsIn, type Conflict } from './conflicts';
import { scheduleOf, type Place, type Schedule } from './schedule';
import type { ProcessTemplateDefinition } from './template';
import type { Fault } from './template-faults';

export function datesNotMet(template: ProcessTemplateDefinition): Fault[] {
  return illustrativeDates(template).faults;
}

/** The dates from the day 0 that suits the process best, and what cannot be met even so. */
export function illustrativeDates(template: ProcessTemplateDefinition): { anchorOn: Day; schedule: Schedule; faults: Fault[] } {
  const places = template.waves.flatMap(placesOf);
  const from = (anchorOn: Day) => {
    const schedule = scheduleOf({ template, anchorOn, places, taskGroupIds: ['task'] });
    return { anchorOn, schedule, faults: unique(conflictsIn(schedule).map(asFault)) };
  };
  const [first, ...others] = ordinaryAnchors(template);
  let best = from(first);
  for (const anchorOn of others) {
    if (best.faults.length === 0) break;
    const next = from(anchorOn);
    if (next.faults.length < best.faults.length) best = next;
  }
  return best;
}

/** The first group of a wave and the last: whatever suits both suits those between. */
function placesOf({ key, forumOffsets }: ProcessTemplateDefinition['waves'][number]): Place[] {
  const inOrder = forumOffsets.map((offset, index) => ({ offset, ordinal: index + 1 })).sort((a, b) => a.offset - b.offset);
  return [...new Set([inOrder[0]!, inOrder.at(-1)!])].map(({ ordinal }) => ({ authorityId: `${key}-${ordinal}`, groupId: `${ordinal}`, groupOrdinal: ordinal, wave: key }));
}

/** One ordinary day 0 stands for all, unless a date hangs on the calendar: "the third Thursday of January" is early or late by the day 0 that is chosen. */
function ordinaryAnchors({ steps, ordinaryAnchor }: ProcessTemplateDefinition): [Day, ...Day[]] {
  const hangsOnCalendar = steps.some(({ due, opens }) => due.from === 'weekday' || opens?.from === 'weekday');
  return hangsOnCalendar ? [ordinaryAnchor, ...MONTHS.map((month): Day => `${ordinaryAnchor.slice(0, 4)}-${month}-15`)] : [ordinaryAnchor];
}

const MONTHS = ['02', '05', '08', '11'];

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
