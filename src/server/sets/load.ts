import type { Refusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { permits } from '@/domain/permissions';
import { notToChange, type CycleSet, type SetPlace, type SetsFacts } from '@/domain/sets/change-sets';
import { db } from '../db';
import { NotFound } from '../not-found';
import { findSets } from './store';

export interface SetsPage {
  cycle: SetsFacts['cycle'];
  /** "triad" */
  word: string;
  sets: readonly (CycleSet & { lead: string | null; members: readonly SetPlace[] })[];
  /** Null: they can be changed, by this actor, now; absent for those who change none. */
  notToChange?: Refusal | null;
  /** Whether the sets have a lead. */
  led: boolean;
}

/** Who is with whom, for everyone who follows the region's cycles; not found where the process makes no sets. */
export async function loadSets(actor: Actor, cycleId: string, at: Date): Promise<SetsPage> {
  const facts = await findSets(db, actor, cycleId, at);
  const { grouping } = facts.definition;
  if (grouping.is !== 'made') throw new NotFound();
  const may = actor.as !== null && permits('cycle.make-sets', actor.as, { regionId: facts.cycle.regionId });
  return {
    cycle: facts.cycle,
    word: grouping.word,
    sets: facts.sets.map((set) => ({ ...set, lead: facts.places.find(({ id }) => id === set.leadId)?.name ?? null, members: facts.places.filter(({ groupId }) => groupId === set.id) })),
    led: facts.sets.some(({ leadId }) => leadId !== null),
    ...(may ? { notToChange: notToChange(facts) } : {}),
  };
}
