import { randomUUID } from 'node:crypto';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/sets/change-sets';
import { agreeSigned } from '../documents/agree-signed';
import { transact } from '../transact';
import { findSets, saveSets } from './store';

/** Two authorities change places, or one goes to another set; roles and papers that hang on the set follow. */
export const changeSets = (actor: Actor, { cycleId, ...wanted }: { cycleId: string } & rules.WantedChange, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findSets(tx, actor, cycleId, at);
    const decision = rules.changeSets(actor, facts, wanted, randomUUID);
    if (isRefusal(decision)) return decision;
    await saveSets(tx, actor, facts, decision, at);
    return agreeSigned(tx, actor, cycleId, decision, at);
  });
