import { reviewAction as rule, type Review } from '@/domain/action-plans';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findAction, findPlan, saveReview } from './store';

export const reviewAction = (actor: Actor, { planId, actionId, ...review }: Review & { planId: string; actionId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const plan = await findPlan(tx, actor, planId, at);
    const action = findAction(plan, actionId);
    const decision = rule({ plan, action, actor, review });
    if (!isRefusal(decision)) await saveReview(tx, actor, plan, action, decision, at);
    return decision;
  });
