import { isRefusal } from '@/domain/decision';
import { planWithdrawal, type Withdrawal } from '@/domain/disruption/withdraw';
import { disrupt } from '@/domain/disruption/plan';
import type { Actor } from '@/domain/model';
import { agreeSigned } from '../documents/agree-signed';
import { transact } from '../transact';
import { markOf, type Confirmed } from './mark';
import { findGround, saveDisruption } from './store';

/** An authority leaves the cycle; its parts elsewhere pass on or end. */
export const withdrawAuthority = (actor: Actor, { cycleId, reason, shown, ...happened }: Withdrawal & Confirmed, at: Date) =>
  transact(actor, at, async (tx) => {
    const ground = await findGround(tx, actor, cycleId, at);
    const planned = planWithdrawal(ground, happened);
    const decision = disrupt({ actor, ground, planned, reason, shown, mark: markOf(planned) });
    if (isRefusal(decision)) return decision;
    await saveDisruption(tx, actor, ground, decision, at);
    return agreeSigned(tx, actor, cycleId, decision, at);
  });
