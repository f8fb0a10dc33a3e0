import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/compose/drafts';
import { transact } from '../transact';
import { findProcess, saveDiscarded } from './store';

export const discardDraft = (actor: Actor, { processId, saves }: { processId: string; saves: number }, at: Date) =>
  transact(actor, at, async (tx) => {
    const decision = rules.discardDraft(actor, await findProcess(tx, actor, processId), saves);
    if (!isRefusal(decision)) await saveDiscarded(tx, decision);
    return decision;
  });
