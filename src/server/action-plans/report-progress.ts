import { reportProgress as rule, type Report } from '@/domain/action-plans';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findAction, findPlan, saveReport } from './store';

export const reportProgress = (actor: Actor, { planId, actionId, ...report }: Report & { planId: string; actionId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const plan = await findPlan(tx, actor, planId, at);
    const action = findAction(plan, actionId);
    const decision = rule({ plan, action, actor, report });
    if (!isRefusal(decision)) await saveReport(tx, actor, action, decision, at);
    return decision;
  });
