import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/task-groups/task-groups';
import { agreeSigned } from '../documents/agree-signed';
import { transact } from '../transact';
import { findTaskGroups, groupOf, saveChange } from './store';

/** Other members, another link, other words: whoever leaves no longer sees its papers. */
export const changeGroup = (actor: Actor, { cycleId, groupId, ...wanted }: { cycleId: string; groupId: string } & rules.WantedGroup, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findTaskGroups(tx, actor, cycleId, at);
    const decision = rules.changeGroup(actor, facts, groupOf(facts, groupId), wanted);
    if (isRefusal(decision)) return decision;
    await saveChange(tx, decision, at);
    return agreeSigned(tx, actor, cycleId, decision, at);
  });
