import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { accept } from '@/domain/submission';
import { transact } from '../../transact';
import { findSubmission, saveSubmission } from './store';

/** Accepts a submission as complete; the data group may read it from then on. */
export const acceptSubmission = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const submission = await findSubmission(tx, actor, documentId, at);
    const decision = accept({ ...submission, actor });
    if (!isRefusal(decision)) await saveSubmission(tx, actor, submission, decision, at);
    return decision;
  });
