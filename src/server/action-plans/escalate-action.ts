import { escalateAction as rule } from '@/domain/action-plans';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { today } from '../days';
import { transact } from '../transact';
import { findAction, findPlan, saveEscalation } from './store';

export const escalateAction = (actor: Actor, { planId, actionId }: { planId: string; actionId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const plan = await findPlan(tx, actor, planId, at);
    const action = findAction(plan, actionId);
    const decision = rule({ plan, action, actor, today: today(at) });
    if (!isRefusal(decision)) await saveEscalation(tx, action, at);
    return decision;
  });
