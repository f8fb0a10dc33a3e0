import { randomUUID } from 'node:crypto';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/roles/assign-peer';
import { transact } from '../transact';
import { findRoles, savePeers } from './store';

/** Finds somebody for a role in an authority's place; the papers that they write begin with it. */
export const assignPeer = (actor: Actor, { cycleId, ...wanted }: { cycleId: string } & rules.WantedPeer, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findRoles(tx, actor, cycleId, at);
    const decision = rules.assignPeer(actor, facts, wanted, randomUUID());
    if (!isRefusal(decision)) await savePeers(tx, actor, facts, decision, at);
    return decision;
  });
