import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/compose/drafts';
import { transact } from '../transact';
import { findFamilies, findPrevious, findProcess, savePublished } from './store';

/** Makes the draft the next version of its process, which never changes again. */
export const publishProcess = (actor: Actor, { processId, saves }: { processId: string; saves: number }, at: Date) =>
  transact(actor, at, async (tx) => {
    const process = await findProcess(tx, actor, processId);
    const decision = rules.publishProcess({ actor, process, previous: await findPrevious(tx, process), families: await findFamilies(tx, process.regionId), saves, at });
    if (!isRefusal(decision)) await savePublished(tx, actor, process, decision);
    return decision;
  });
