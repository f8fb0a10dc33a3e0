import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { reopenQuestions as rule } from '@/domain/questions';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findReading } from './store';

export const reopenQuestions = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const reading = await findReading(tx, actor, documentId, at);
    const decision = rule({ reading, actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, reading, decision, at);
    return decision;
  });
