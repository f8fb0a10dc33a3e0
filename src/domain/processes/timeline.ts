// A process drawn along its days: for each step from when it is open until when it is due, as often as groups and waves have days of their
// own. Places are counted in days from the first day that is drawn.
import { addDays, daysFrom } from '../deadlines';
import type { Day } from '../model';
import { illustrativeDates } from './date-faults';
import type { Schedule } from './schedule';
import type { ProcessTemplateDefinition } from './template';

export interface TimelineMark {
  /** Null: as soon as what it waits for is done. */
  from: number | null;
  to: number;
}

export interface Timeline {
  /** Days in all. */
  length: number;
  /** Where day 0 is. */
  zero: number;
  marks: ReadonlyMap<string, readonly TimelineMark[]>;
  ticks: readonly { at: number; label: string }[];
}

/** While dates hang on one another in a circle, nothing is drawn. */
export const NO_DATES: Timeline = { length: 1, zero: 0, marks: new Map(), ticks: [] };

/** Without a region or a day 0: for one authority in each wave and group, by months before and after. */
export function timelineOfProcess(template: ProcessTemplateDefinition): Timeline {
  const { schedule, anchorOn } = illustrativeDates(template);
  return drawn(schedule, anchorOn, relativeTicks);
}

/** Of a cycle whose day 0 is known: by the months of the calendar. */
export function timelineOfCycle(schedule: Schedule, anchorOn: Day): Timeline {
  return drawn(schedule, anchorOn, monthTicks);
}

type Ticks = (frame: { startsOn: Day; length: number; zero: number }) => Timeline['ticks'];

function drawn({ startsOn, endsOn, all }: Schedule, anchorOn: Day, ticksOf: Ticks): Timeline {
  const days = [startsOn, endsOn, ...all.map(({ dueOn }) => dueOn)].sort();
  const first = days[0]!;
  const at = (day: Day) => daysFrom(first, day);
  const marks = new Map<string, TimelineMark[]>();
  for (const { step, opensOn, dueOn } of all) {
    const ofStep = marks.get(step.key) ?? [];
    const mark = { from: opensOn === null ? null : Math.max(0, at(opensOn)), to: at(dueOn) };
    if (!ofStep.some(({ from, to }) => from === mark.from && to === mark.to)) marks.set(step.key, [...ofStep, mark]);
  }
  const frame = { startsOn: first, length: Math.max(1, at(days.at(-1)!)), zero: at(anchorOn) };
  return { length: frame.length, zero: frame.zero, marks, ticks: ticksOf(frame) };
}

const MONTH = 30.4;
const MOST_TICKS = 5;

const relativeTicks: Ticks = ({ length, zero }) => {
  const every = Math.max(1, Math.ceil(length / MONTH / MOST_TICKS));
  const ticks: { at: number; label: string }[] = [];
  for (let months = -Math.floor(zero / MONTH / every) * every; zero + months * MONTH <= length; months += every) {
    ticks.push({ at: Math.round(zero + months * MONTH), label: months === 0 ? 'Day 0' : `${months < 0 ? '−' : '+'}${Math.abs(months)} mo.` });
  }
  return ticks;
};

const monthTicks: Ticks = ({ startsOn, length }) => {
  const every = Math.max(1, Math.ceil(length / MONTH / MOST_TICKS));
  const ticks: { at: number; label: string }[] = [];
  let month = `${startsOn.slice(0, 7)}-01`;
  for (let count = 0; daysFrom(startsOn, month) <= length; count += 1) {
    const at = daysFrom(startsOn, month);
    if (at >= 0 && count % every === 0) ticks.push({ at, label: `${SHORT_MONTHS[Number(month.slice(5, 7)) - 1]}${ticks.length === 0 || month.slice(5, 7) === '01' ? ` ${month.slice(0, 4)}` : ''}` });
    month = `${addDays(month, 31).slice(0, 7)}-01`;
  }
  return ticks;
};

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
