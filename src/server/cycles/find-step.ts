import type { Actor } from '@/domain/model';
import type { StepInCycle } from '@/domain/processes/record-step';
import { maySeeStep } from '@/domain/processes/step-seen';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';
import { unscopedStepFacts, type LoadedSteps } from '../step-facts/load';
import { findCycleRegion } from './store';

/** A step that the actor may look at, for the region, a wave, a group or an authority, in its state; with the process that it is of. */
export async function findStep(tx: Tx, actor: Actor, { cycleId, stepKey, scope }: { cycleId: string; stepKey: string; scope: string }, at: Date): Promise<StepInCycle & Pick<LoadedSteps, 'definition'>> {
  const regionIds = actor.posts.map(({ region }) => region.id);
  const row = isUuid(cycleId) ? await tx.cycle.findFirst({ where: { id: cycleId, regionId: { in: regionIds } }, select: { id: true } }) : null;
  if (!row) throw new NotFound();
  const { facts, steps, definition } = await unscopedStepFacts(tx, { cycle: row, of: 'all', audiences: actor.audiences }, at);
  const found = steps.all.find((step) => step.step.key === stepKey && step.scope === scope);
  if (!found || !maySeeStep(actor, facts.regionId, found)) throw new NotFound();
  return { cycle: facts, at: found, definition };
}

export async function findSteps(tx: Tx, actor: Actor, cycleId: string, at: Date): Promise<LoadedSteps> {
  await findCycleRegion(tx, actor, cycleId);
  return unscopedStepFacts(tx, { cycle: { id: cycleId }, of: 'all', audiences: actor.audiences }, at);
}
