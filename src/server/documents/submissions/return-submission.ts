import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { returnWithReason, type Returned } from '@/domain/submission';
import { transact } from '../../transact';
import { findSubmission, saveSubmission } from './store';

/** Sends the self-view, the memorandum or both back to the authority, with the reason. */
export const returnSubmission = (actor: Actor, { documentId, which, reason }: { documentId: string; which: Returned; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const submission = await findSubmission(tx, actor, documentId, at);
    const decision = returnWithReason({ ...submission, actor, which, reason });
    if (!isRefusal(decision)) await saveSubmission(tx, actor, submission, decision, at);
    return decision;
  });
