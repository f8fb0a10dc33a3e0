import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/regional-days';
import { transact } from '../../transact';
import { findDay, saveDayChange } from './store';

export const changeDay = (actor: Actor, { dayId, ...wanted }: rules.NewRegionalDay & { dayId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const { facts, day } = await findDay(tx, actor, dayId);
    const decision = rules.changeDay(actor, facts, day, wanted);
    if (!isRefusal(decision)) await saveDayChange(tx, actor, facts.regionId, decision, at);
    return decision;
  });
