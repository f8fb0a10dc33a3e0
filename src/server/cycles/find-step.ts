import type { Actor } from '@/domain/model';
import type { StepInCycle } from '@/domain/processes/record-step';
import type { Tx } from '../db';
import { NotFound } from '../not-found';
import { unscopedStepFacts, type LoadedSteps } from '../step-facts/load';
import { findCycleRegion } from './store';

/** A step of a cycle in one of the actor's regions, for the region, a group or an authority, in its state. */
export async function findStep(tx: Tx, actor: Actor, { cycleId, stepKey, scope }: { cycleId: string; stepKey: string; scope: string }, at: Date): Promise<StepInCycle> {
  const { facts, steps } = await findSteps(tx, actor, cycleId, at);
  const found = steps.all.find((step) => step.step.key === stepKey && step.scope === scope);
  if (!found) throw new NotFound();
  return { cycle: facts, at: found };
}

export async function findSteps(tx: Tx, actor: Actor, cycleId: string, at: Date): Promise<LoadedSteps> {
  await findCycleRegion(tx, actor, cycleId);
  return unscopedStepFacts(tx, { cycle: { id: cycleId }, of: 'all', audiences: actor.audiences }, at);
}
