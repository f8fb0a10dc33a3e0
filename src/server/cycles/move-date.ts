import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/move-date';
import type { WantedMove } from '@/domain/processes/move-date';
import { today } from '../days';
import { transact } from '../transact';
import { findCycleSchedule, saveDateMove } from './store';

/** Moves the date of a step, for everyone or for some; what hangs on it moves along. */
export const moveDate = (actor: Actor, { cycleId, ...wanted }: WantedMove & { cycleId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const cycle = await findCycleSchedule(tx, actor, cycleId);
    const decision = rules.moveDate(actor, cycle, wanted, today(at));
    if (!isRefusal(decision)) await saveDateMove(tx, actor, cycleId, decision, at);
    return decision;
  });
