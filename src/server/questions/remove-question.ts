import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { removeQuestion as rule } from '@/domain/questions';
import { transact } from '../transact';
import { findReading, saveRemoval } from './store';

export const removeQuestion = (actor: Actor, { documentId, questionId }: { documentId: string; questionId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const reading = await findReading(tx, actor, documentId, at);
    const decision = rule({ reading, actor, questionId });
    if (!isRefusal(decision)) await saveRemoval(tx, decision, at);
    return decision;
  });
