import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/agree-days';
import type { WantedDays } from '@/domain/processes/agree-days';
import { today } from '../days';
import { transact } from '../transact';
import { findCycleSchedule, saveDateMoves } from './store';

/** Agrees the day of each visit, or of each set's meeting, in one go; what hangs on a day moves along. */
export const agreeDays = (actor: Actor, { cycleId, ...wanted }: WantedDays & { cycleId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const cycle = await findCycleSchedule(tx, actor, cycleId);
    const decision = rules.agreeDays(actor, cycle, wanted, today(at));
    if (!isRefusal(decision)) await saveDateMoves(tx, actor, cycleId, decision, at);
    return decision;
  });
