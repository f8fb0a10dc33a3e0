import { isRefusal } from '@/domain/decision';
import { planReorganisation, type Reorganisation } from '@/domain/disruption/reorganise';
import { disrupt } from '@/domain/disruption/plan';
import type { Actor } from '@/domain/model';
import { agreeSigned } from '../documents/agree-signed';
import { transact } from '../transact';
import { markOf, type Confirmed } from './mark';
import { findGround, saveDisruption } from './store';

/** An authority leaves, and others come in its stead with its history. */
export const reorganiseAuthority = (actor: Actor, { cycleId, reason, shown, ...happened }: Reorganisation & Confirmed, at: Date) =>
  transact(actor, at, async (tx) => {
    const ground = await findGround(tx, actor, cycleId, at, happened.authorityId);
    const planned = planReorganisation(ground, happened);
    const decision = disrupt({ actor, ground, planned, reason, shown, mark: markOf(planned) });
    if (isRefusal(decision)) return decision;
    await saveDisruption(tx, actor, ground, decision, at);
    return agreeSigned(tx, actor, cycleId, decision, at);
  });
