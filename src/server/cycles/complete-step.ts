import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/record-step';
import { transact } from '../transact';
import { findStep } from './find-step';
import { saveStepCompletion } from './store';

/** Records a step that has no document of its own as done. `scope`: "region", "group:<id>" or "authority:<id>". */
export const completeStep = (actor: Actor, command: { cycleId: string; stepKey: string; scope: string; note: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const step = await findStep(tx, actor, command, at);
    const decision = rules.completeStep(actor, step, command.note);
    if (!isRefusal(decision)) await saveStepCompletion(tx, actor, command.cycleId, decision, at);
    return decision;
  });
