import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/self-views/review';
import { transact } from '../transact';
import { findComment, findSelfView, saveSettlement } from './store';

/** Accepts a comment, or answers why the words stay. */
export const settleComment = (actor: Actor, { documentId, commentId, as, answer }: rules.Settlement & { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findSelfView(tx, actor, documentId, at);
    const comment = await findComment(tx, doc, commentId);
    const decision = rules.settleComment({ doc, actor, comment, as, answer });
    if (!isRefusal(decision)) await saveSettlement(tx, actor, decision, at);
    return decision;
  });
