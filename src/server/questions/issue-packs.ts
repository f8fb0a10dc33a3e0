import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { issuePacks as rule } from '@/domain/questions';
import { transact } from '../transact';
import { findPacks, saveIssue } from './store';

export const issuePacks = (actor: Actor, { cycleId }: { cycleId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const packs = await findPacks(tx, actor, cycleId);
    const decision = rule({ ...packs, actor });
    if (!isRefusal(decision)) await saveIssue(tx, actor, cycleId, decision, at);
    return decision;
  });
