import { randomUUID } from 'node:crypto';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/task-groups/task-groups';
import { transact } from '../transact';
import { findTaskGroups, saveGroup } from './store';

/** Sets up a task and finish group, with its DCS link, its members and its papers. */
export const setUpGroup = (actor: Actor, { cycleId, ...wanted }: { cycleId: string } & rules.WantedGroup, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findTaskGroups(tx, actor, cycleId, at);
    const decision = rules.setUpGroup(actor, facts, wanted, randomUUID());
    if (!isRefusal(decision)) await saveGroup(tx, facts, decision, at);
    return decision;
  });
