// Dates that cannot be met: before the date of what they wait for, or outside their cycle. No date is moved to where it makes one. An odd
// day 0 can, where dates hang on the calendar, and so can a newer version: there they are named to whoever decides (conflict-words.ts).
// The North West's own paper prints its January forums in the year before (3-processes.md section 7.1, step 14).
import type { Day } from '../model';
import { scopeOf, type Schedule, type StepDay } from './schedule';
import type { StepDefinition } from './template';

export type Conflict =
  /** Due before what it waits for is due. */
  | { is: 'too-early'; day: StepDay; awaited: StepDay }
  /** Opens only after it is due. */
  | { is: 'opens-too-late'; day: StepDay; opensOn: Day }
  | { is: 'outside-the-cycle'; day: StepDay };

export function conflictsIn(schedule: Schedule): Conflict[] {
  const byKey = new Map(schedule.all.map(({ step }) => [step.key, step]));
  const scopes = new Map<string, StepDay[]>();
  for (const day of schedule.all) {
    const same = scopes.get(day.step.key);
    if (same) same.push(day);
    else scopes.set(day.step.key, [day]);
  }
  return schedule.all.flatMap((day): Conflict[] => {
    const found: Conflict[] = [];
    if (day.dueOn < schedule.startsOn || day.dueOn > schedule.endsOn) found.push({ is: 'outside-the-cycle', day });
    if (day.opensOn && day.opensOn > day.dueOn) found.push({ is: 'opens-too-late', day, opensOn: day.opensOn });
    for (const key of day.step.waitsFor) {
      const step = byKey.get(key);
      const latest = step && latestOf(awaitedDays(day, step, scopes.get(key) ?? []));
      if (latest && latest.dueOn > day.dueOn) found.push({ is: 'too-early', day, awaited: latest });
    }
    return found;
  });
}

/** Tells one conflict from another, so that a change is judged by those that it makes. */
export function conflictKey(conflict: Conflict): string {
  return [conflict.is, conflict.day.step.key, conflict.day.scope, conflict.is === 'too-early' ? conflict.awaited.step.key : ''].join('|');
}

/** The days of a step that another step's day waits for: the authority's or the group's own, or every one when the region waits. */
function awaitedDays(day: StepDay, awaited: StepDefinition, days: readonly StepDay[]): StepDay[] {
  if (awaited.per === 'region') return [...days];
  if (day.place && awaited.per !== 'task-group') {
    const scope = scopeOf(awaited, { authorityId: day.place.authorityId, groupId: day.groupId, wave: day.wave });
    return days.filter((other) => other.scope === scope);
  }
  if (day.step.per === 'task-group' || awaited.per === 'task-group') return days.filter((other) => other.scope === day.scope || day.step.per !== awaited.per);
  return days.filter((other) => (!day.groupId || !other.groupId || other.groupId === day.groupId) && (!day.wave || !other.wave || other.wave === day.wave));
}

function latestOf(days: readonly StepDay[]): StepDay | null {
  return days.reduce<StepDay | null>((last, day) => (last === null || day.dueOn > last.dueOn ? day : last), null);
}
