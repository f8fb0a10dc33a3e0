import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/record-step';
import { transact } from '../transact';
import { findStep } from './find-step';
import { findRecorded, saveStepReopened } from './store';

/** Takes back that a step was recorded as done, or as not needed. `scope`: "region", "group:<id>" or "authority:<id>". */
export const reopenStep = (actor: Actor, { reason, ...of }: { cycleId: string; stepKey: string; scope: string; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const step = await findStep(tx, actor, of, at);
    const decision = rules.reopenStep(actor, step, { words: await findRecorded(tx, of), reason });
    if (!isRefusal(decision)) await saveStepReopened(tx, of.cycleId, decision);
    return decision;
  });
