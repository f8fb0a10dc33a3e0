import { stopAction as rule } from '@/domain/action-plans';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findAction, findPlan, saveStop } from './store';

export const stopAction = (actor: Actor, { planId, actionId, why }: { planId: string; actionId: string; why: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const plan = await findPlan(tx, actor, planId, at);
    const action = findAction(plan, actionId);
    const decision = rule({ plan, action, actor, why });
    if (!isRefusal(decision)) await saveStop(tx, plan, action, decision, at);
    return decision;
  });
