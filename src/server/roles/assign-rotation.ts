import { randomUUID } from 'node:crypto';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import type { ReadingPair } from '@/domain/processes/rotation';
import * as rules from '@/domain/roles/assign-rotation';
import { transact } from '../transact';
import { findRoles, savePeers } from './store';

/** Finds everyone of a rotation at once, as it was generated or altered by hand. */
export const assignRotation = (actor: Actor, { cycleId, ...wanted }: { cycleId: string; role: string; pairs: readonly ReadingPair[]; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findRoles(tx, actor, cycleId, at);
    const decision = rules.assignRotation(actor, facts, wanted, randomUUID);
    if (!isRefusal(decision)) await savePeers(tx, actor, facts, decision, at);
    return decision;
  });
