import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { agreeQuestions as rule } from '@/domain/questions';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findReading, saveReadingText } from './store';

export const agreeQuestions = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const reading = await findReading(tx, actor, documentId, at);
    const decision = rule({ reading, actor });
    if (isRefusal(decision)) return decision;
    await saveReadingText(tx, actor, reading, at);
    await saveDocumentChange(tx, actor, reading, decision, at);
    return decision;
  });
