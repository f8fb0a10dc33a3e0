import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { addQuestion as rule, type QuestionText } from '@/domain/questions';
import { transact } from '../transact';
import { findReading, saveNewQuestion } from './store';

export const addQuestion = (actor: Actor, { documentId, ...question }: QuestionText & { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const reading = await findReading(tx, actor, documentId, at);
    const decision = rule({ reading, actor, question });
    if (!isRefusal(decision)) await saveNewQuestion(tx, reading, decision);
    return decision;
  });
