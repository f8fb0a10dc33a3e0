import { randomUUID } from 'node:crypto';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/roles/assign-peer';
import { agreeSigned } from '../documents/agree-signed';
import { transact } from '../transact';
import { findRoles, savePeers } from './store';

/** One goes and another comes, in one act: the place is never without. */
export const replacePeer = (actor: Actor, { cycleId, ...wanted }: { cycleId: string; partId: string; why: string; peerId: string; postId: string | null; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findRoles(tx, actor, cycleId, at);
    const decision = rules.replacePeer(actor, facts, wanted, randomUUID());
    if (isRefusal(decision)) return decision;
    await savePeers(tx, actor, facts, decision, at);
    return agreeSigned(tx, actor, cycleId, decision, at);
  });
