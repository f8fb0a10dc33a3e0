import { isRefusal } from '@/domain/decision';
import { planJoining } from '@/domain/disruption/join-late';
import type { Place } from '@/domain/disruption/joining';
import { disrupt } from '@/domain/disruption/plan';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { markOf, type Confirmed } from './mark';
import { findGround, saveDisruption } from './store';

/** An authority of the region comes to a cycle that has opened. */
export const joinLate = (actor: Actor, { cycleId, reason, shown, ...happened }: Place & Confirmed, at: Date) =>
  transact(actor, at, async (tx) => {
    const ground = await findGround(tx, actor, cycleId, at);
    const planned = planJoining(ground, happened);
    const decision = disrupt({ actor, ground, planned, reason, shown, mark: markOf(planned) });
    if (!isRefusal(decision)) await saveDisruption(tx, actor, ground, decision, at);
    return decision;
  });
