import { addAction as rule, type ActionText } from '@/domain/action-plans';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { today } from '../days';
import { transact } from '../transact';
import { findCarried, findOwner, findPlan, saveNewAction } from './store';

export const addAction = (actor: Actor, { planId, carriedFromId, ...text }: ActionText & { planId: string; carriedFromId?: string | null }, at: Date) =>
  transact(actor, at, async (tx) => {
    const plan = await findPlan(tx, actor, planId, at);
    await findOwner(tx, plan, text.ownerPostId);
    const carried = await findCarried(tx, plan, carriedFromId ?? null);
    const decision = rule({ plan, actor, text, today: today(at) });
    if (!isRefusal(decision)) await saveNewAction(tx, plan, decision, at, carried);
    return decision;
  });
