import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { submit } from '@/domain/submission';
import { transact } from '../../transact';
import { findSubmission, saveSubmission } from './store';

/** Hands the signed self-view and memorandum to the regional team. */
export const submitSelfView = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const submission = await findSubmission(tx, actor, documentId, at);
    const decision = submit({ ...submission, actor });
    if (!isRefusal(decision)) await saveSubmission(tx, actor, submission, decision, at);
    return decision;
  });
