import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { enterDays, proposedDays } from '@/domain/regional-days';
import { today } from '../../days';
import { NotFound } from '../../not-found';
import { transact } from '../../transact';
import { findDayGround, saveDays } from './store';

/** What the product proposes, at one press: the season of returns, the period before the local elections. */
export const addProposedDay = (actor: Actor, { key }: { key: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const facts = await findDayGround(tx, actor);
    const proposed = proposedDays(today(at), facts.standing).find((one) => one.key === key);
    if (!proposed) throw new NotFound();
    const decision = enterDays(actor, facts, [proposed.day]);
    if (!isRefusal(decision)) await saveDays(tx, actor, facts.regionId, decision, at);
    return decision;
  });
