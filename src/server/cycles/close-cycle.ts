import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/close-cycle';
import { today } from '../days';
import { transact } from '../transact';
import { findSteps } from './find-step';
import { saveClosing } from './store';

export const closeCycle = (actor: Actor, { cycleId }: { cycleId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const { facts, schedule, steps } = await findSteps(tx, actor, cycleId, at);
    const decision = rules.closeCycle(actor, { ...facts, endsOn: schedule.endsOn, steps: steps.all }, today(at));
    if (!isRefusal(decision)) await saveClosing(tx, decision, at);
    return decision;
  });
