import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/self-views/review';
import { transact } from '../transact';
import { findSelfView, saveComment } from './store';

export const commentOnSection = (actor: Actor, { documentId, ...comment }: Omit<rules.NewComment, 'audience'> & { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findSelfView(tx, actor, documentId, at);
    const decision = rules.commentOnSection({ doc, actor, comment });
    if (!isRefusal(decision)) await saveComment(tx, actor, doc, decision, at);
    return decision;
  });
