import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/compose/drafts';
import { transact } from '../transact';
import { findFamilies, findProcess, saveWithdrawn } from './store';

/** Takes every version of a process out of use for new cycles. */
export const withdrawProcess = (actor: Actor, { processId }: { processId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const process = await findProcess(tx, actor, processId);
    const family = (await findFamilies(tx, process.regionId)).find(({ key }) => key === process.key)!;
    const decision = rules.withdrawProcess(actor, process, family);
    if (!isRefusal(decision)) await saveWithdrawn(tx, decision, at);
    return decision;
  });
