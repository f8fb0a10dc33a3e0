// A cycle is closed when everything in it is done or not needed, or when its last day has passed; then nothing in it changes any more,
// but for action plans, which go on until they are closed (3-processes.md section 7.1, step 22).
import { dayInWords } from '../deadlines';
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { Actor, Day } from '../model';
import { isSettledState, type StepAt } from '../workflow';

export interface CycleToClose {
  id: string;
  regionId: string;
  name: string;
  closedOn: Day | null;
  endsOn: Day;
  steps: readonly StepAt[];
}

export function closeCycle(actor: Actor, cycle: CycleToClose, today: Day): Decision<{ cycleId: string }> {
  return decide(actor, 'cycle.close', { regionId: cycle.regionId }, () => {
    const fault = notToClose(cycle, today);
    if (fault) return fault;
    return {
      change: { cycleId: cycle.id },
      events: [{ type: 'cycle.closed', regionId: cycle.regionId, cycleId: cycle.id, data: { cycle: cycle.name, left: unsettled(cycle).length } }],
    };
  });
}

/** Why it cannot be closed; null when it can. */
export function notToClose(cycle: CycleToClose, today: Day): Refusal | null {
  if (cycle.closedOn) return refuse('already-closed', `The ${cycle.name} cycle was closed on ${dayInWords(cycle.closedOn)}.`);
  const left = unsettled(cycle).length;
  if (left === 0 || today > cycle.endsOn) return null;
  const steps = left === 1 ? 'One step is neither done nor marked as not needed' : `${left} steps are neither done nor marked as not needed`;
  return refuse('steps-left', `${steps}. The cycle can be closed when nothing is left, or after its last day, ${dayInWords(cycle.endsOn)}.`);
}

export function unsettled({ steps }: Pick<CycleToClose, 'steps'>): StepAt[] {
  return steps.filter(({ state }) => !isSettledState(state));
}
