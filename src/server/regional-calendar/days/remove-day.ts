import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/regional-days';
import { transact } from '../../transact';
import { findDay, saveDayRemoval } from './store';

export const removeDay = (actor: Actor, { dayId }: { dayId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const { facts, day } = await findDay(tx, actor, dayId);
    const decision = rules.removeDay(actor, facts.regionId, day);
    if (!isRefusal(decision)) await saveDayRemoval(tx, decision, at);
    return decision;
  });
