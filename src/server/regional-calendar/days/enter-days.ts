import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/regional-days';
import { transact } from '../../transact';
import { findDayGround, saveDays } from './store';

/** One entry of the form, or all of a file. */
export const enterDays = (actor: Actor, { days }: { days: readonly rules.NewRegionalDay[] }, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findDayGround(tx, actor);
    const decision = rules.enterDays(actor, facts, days);
    if (!isRefusal(decision)) await saveDays(tx, actor, facts.regionId, decision, at);
    return decision;
  });
