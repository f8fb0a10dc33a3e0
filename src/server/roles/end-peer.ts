import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/roles/assign-peer';
import { agreeSigned } from '../documents/agree-signed';
import { transact } from '../transact';
import { findRoles, savePeers } from './store';

/** Somebody has the part no longer, and why. */
export const endPeer = (actor: Actor, { cycleId, partId, why }: { cycleId: string; partId: string; why: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findRoles(tx, actor, cycleId, at);
    const decision = rules.endPeer(actor, facts, partId, why);
    if (isRefusal(decision)) return decision;
    await savePeers(tx, actor, facts, decision, at);
    return agreeSigned(tx, actor, cycleId, decision, at);
  });
