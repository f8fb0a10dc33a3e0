import { isRefusal } from '@/domain/decision';
import { withdrawComment as rule } from '@/domain/forum-notes';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findNotes, saveWithdrawal } from './store';

export const withdrawComment = (actor: Actor, { documentId, commentId }: { documentId: string; commentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const notes = await findNotes(tx, actor, documentId, at);
    const decision = rule({ notes, actor, commentId });
    if (!isRefusal(decision)) await saveWithdrawal(tx, actor, decision, at);
    return decision;
  });
