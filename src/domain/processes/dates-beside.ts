// Each step's first date in the last cycle beside its date in the next, so that a year on can be seen to be a year on.
import type { Day } from '../model';
import { scheduleOf, type Schedule, type ScheduleFacts } from './schedule';

export interface DateBeside {
  key: string;
  step: string;
  /** Null where the process had no such step. */
  was: Day | null;
  is: Day;
}

export function datesBeside(last: ScheduleFacts, next: ScheduleFacts): DateBeside[] {
  const [before, after] = [firstDays(scheduleOf(last)), firstDays(scheduleOf(next))];
  return next.template.steps.flatMap(({ key, name }) => (after.has(key) ? [{ key, step: name, was: before.get(key) ?? null, is: after.get(key)! }] : [])).sort((a, b) => a.is.localeCompare(b.is));
}

function firstDays({ all }: Schedule): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const { step, dueOn } of all) days.set(step.key, days.has(step.key) && days.get(step.key)! < dueOn ? days.get(step.key)! : dueOn);
  return days;
}
