import type { Day } from '@/domain/model';
import { conflictsBeside } from '@/domain/processes/conflict-words';
import type { Conflict } from '@/domain/processes/conflicts';
import { concernedBy, dayWarnings, type DayWarning, type WarningGround } from '@/domain/processes/day-warnings';
import { isForumStep } from '@/domain/processes/derive-days';
import type { Place } from '@/domain/processes/schedule';
import type { StepDefinition } from '@/domain/processes/template';

export interface DateWarning {
  is: DayWarning['is'] | 'conflict';
  says: string;
}

/** What speaks against a step's date for those of a scope; of a date that has passed, nothing. */
export type WarningsOf = (step: StepDefinition, date: { scope: string | readonly string[]; dueOn: Day }) => readonly DateWarning[];

interface Known {
  ground: WarningGround;
  places: readonly Place[];
  /** Null while it is not opened. */
  cycleId: string | null;
  today: Day;
}

export function warningsOf({ ground, places, cycleId, today }: Known): WarningsOf {
  return (step, { scope, dueOn }) =>
    dueOn < today ? [] : dayWarnings(ground, { on: dueOn, authorityIds: concernedBy(scope, places), meets: step.event || isForumStep(step), cycleId });
}

/** The same, after what makes that the date cannot be met. */
export function withConflicts(conflicts: readonly Conflict[], warnings: WarningsOf): WarningsOf {
  return (step, date) => {
    const here = conflictsBeside(conflicts, { stepKey: step.key, dueOn: date.dueOn });
    return [...here.map((says): DateWarning => ({ is: 'conflict', says })), ...warnings(step, date)];
  };
}

/** Without what a tag beside the date says already. */
export function besideTag(warnings: readonly DateWarning[]): string[] {
  return warnings.filter(({ is }) => is !== 'not-working').map(({ says }) => says);
}
