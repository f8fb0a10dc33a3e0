import { changeAction as rule, type ActionText } from '@/domain/action-plans';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findAction, findOwner, findPlan, saveActionText } from './store';

export const changeAction = (actor: Actor, { planId, actionId, typedOver, ...text }: ActionText & { planId: string; actionId: string; typedOver: number }, at: Date) =>
  transact(actor, at, async (tx) => {
    const plan = await findPlan(tx, actor, planId, at);
    const action = findAction(plan, actionId);
    await findOwner(tx, plan, text.ownerPostId);
    const decision = rule({ plan, action, actor, text, typedOver });
    if (!isRefusal(decision)) await saveActionText(tx, action, decision);
    return decision;
  });
