import { isRefusal } from '@/domain/decision';
import { planSwap, type Swap } from '@/domain/disruption/swap-days';
import { disrupt } from '@/domain/disruption/plan';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { markOf, type Confirmed } from './mark';
import { findGround, saveDisruption } from './store';

/** Two authorities change places: waves, sessions or days of their own. */
export const swapDays = (actor: Actor, { cycleId, reason, shown, ...happened }: Swap & Confirmed, at: Date) =>
  transact(actor, at, async (tx) => {
    const ground = await findGround(tx, actor, cycleId, at);
    const planned = planSwap(ground, happened);
    const decision = disrupt({ actor, ground, planned, reason, shown, mark: markOf(planned) });
    if (!isRefusal(decision)) await saveDisruption(tx, actor, ground, decision, at);
    return decision;
  });
