import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/record-step';
import { transact } from '../transact';
import { findStep } from './find-step';
import { saveStepWaiver } from './store';

/** Marks a step as not needed, with the reason. `scope`: "region", "group:<id>" or "authority:<id>". */
export const waiveStep = (actor: Actor, command: { cycleId: string; stepKey: string; scope: string; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const step = await findStep(tx, actor, command, at);
    const decision = rules.waiveStep(actor, step, command.reason);
    if (!isRefusal(decision)) await saveStepWaiver(tx, actor, command.cycleId, decision, at);
    return decision;
  });
