import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { changeQuestion as rule, type QuestionText } from '@/domain/questions';
import { transact } from '../transact';
import { findReading, saveQuestion } from './store';

type Command = QuestionText & { documentId: string; questionId: string; typedOver: number };

export const changeQuestion = (actor: Actor, { documentId, questionId, typedOver, ...question }: Command, at: Date) =>
  transact(actor, at, async (tx) => {
    const reading = await findReading(tx, actor, documentId, at);
    const decision = rule({ reading, actor, questionId, question, typedOver });
    if (!isRefusal(decision)) await saveQuestion(tx, questionId, decision);
    return decision;
  });
