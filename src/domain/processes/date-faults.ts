// Dates of a process that cannot be met whatever day 0 is, laid out for one authority in each wave and group.
import type { Day } from '../model';
import { conflictsIn, type Conflict } from './conflicts';
import { scheduleOf, type Place } from './schedule';
import type { ProcessTemplateDefinition } from './template';
import type { Fault } from './template-faults';

export function datesNotMet(template: ProcessTemplateDefinition): Fault[] {
  const places: Place[] = template.waves.flatMap((wave) =>
    wave.forumOffsets.map((_, index) => ({ authorityId: `${wave.key}-${index + 1}`, groupId: `${index + 1}`, groupOrdinal: index + 1, wave: wave.key })),
  );
  const on = (anchorOn: Day) => unique(conflictsIn(scheduleOf({ template, anchorOn, places, taskGroupIds: ['task'] })).map(asFault));
  const [first, ...others] = ordinaryAnchors(template);
  return others.reduce((fewest, anchorOn) => (fewest.length === 0 ? fewest : shorter(fewest, on(anchorOn))), on(first));
}

/** One day 0 stands for all, unless a date hangs on the calendar: "the third Thursday of January" is early or late by the day 0 that is chosen. */
function ordinaryAnchors({ steps }: ProcessTemplateDefinition): [Day, ...Day[]] {
  const hangsOnCalendar = steps.some(({ due, opens }) => due.from === 'weekday' || opens?.from === 'weekday');
  return hangsOnCalendar ? ['2017-11-23', ...MONTHS.map((month): Day => `2017-${month}-15`)] : ['2017-11-23'];
}

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

const shorter = (one: Fault[], other: Fault[]) => (other.length < one.length ? other : one);

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
