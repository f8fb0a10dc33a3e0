import { submitPlan as rule } from '@/domain/action-plans';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findPlan, savePlanText } from './store';

export const submitPlan = (actor: Actor, { planId }: { planId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const plan = await findPlan(tx, actor, planId, at);
    const decision = rule({ plan, actor });
    if (isRefusal(decision)) return decision;
    await savePlanText(tx, plan, actor, at);
    await saveDocumentChange(tx, actor, plan, decision, at);
    return decision;
  });
