// How far a cycle is: of all steps that it needs, those that are done, those that are late, the next date, and who takes part.
import type { CycleFacts } from '../cycle-facts';
import type { Day } from '../model';
import type { CycleSteps } from '../workflow';
import { nextDay, type Schedule, type StepDay } from './schedule';

export interface HowFar {
  done: number;
  /** Without those that are not needed. */
  of: number;
  late: number;
  next: StepDay | null;
  /** Authorities that take part, and have not left. */
  taking: number;
}

export function howFar({ facts, steps, schedule }: { facts: Pick<CycleFacts, 'places'>; steps: CycleSteps; schedule: Schedule }, today: Day): HowFar {
  const needed = steps.all.filter(({ state }) => state.is !== 'not-needed');
  return {
    done: needed.filter(({ state }) => state.is === 'done').length,
    of: needed.length,
    late: needed.filter(({ state }) => state.is === 'overdue').length,
    next: nextDay(schedule, today),
    taking: facts.places.filter(({ withdrawn }) => !withdrawn).length,
  };
}
