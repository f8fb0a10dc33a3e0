import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/task-groups/task-groups';
import { transact } from '../transact';
import { findTaskGroups, groupOf, saveEnd } from './store';

/** The group has finished: nothing more is asked of it, and what it wrote stays. */
export const endGroup = (actor: Actor, { cycleId, groupId }: { cycleId: string; groupId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findTaskGroups(tx, actor, cycleId, at);
    const decision = rules.endGroup(actor, facts, groupOf(facts, groupId));
    if (!isRefusal(decision)) await saveEnd(tx, decision, at);
    return decision;
  });
