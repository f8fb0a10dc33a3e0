import { isRefusal } from '@/domain/decision';
import { planInspection, type Inspection } from '@/domain/disruption/inspect';
import { disrupt } from '@/domain/disruption/plan';
import type { Actor } from '@/domain/model';
import { agreeSigned } from '../documents/agree-signed';
import { transact } from '../transact';
import { markOf, type Confirmed } from './mark';
import { findGround, saveDisruption } from './store';

/** Puts off what an authority has not done yet for as long as it is inspected, and leaves out what nobody shall wait for. */
export const inspectAuthority = (actor: Actor, { cycleId, reason, shown, ...happened }: Inspection & Confirmed, at: Date) =>
  transact(actor, at, async (tx) => {
    const ground = await findGround(tx, actor, cycleId, at);
    const planned = planInspection(ground, happened);
    const decision = disrupt({ actor, ground, planned, reason, shown, mark: markOf(planned) });
    if (isRefusal(decision)) return decision;
    await saveDisruption(tx, actor, ground, decision, at);
    return agreeSigned(tx, actor, cycleId, decision, at);
  });
