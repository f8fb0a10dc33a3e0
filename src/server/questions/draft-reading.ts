import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { draftReading as rule, type ReadingText } from '@/domain/questions';
import { transact } from '../transact';
import { findReading, saveReading } from './store';

export const draftReading = (actor: Actor, { documentId, typedOver, from, ...text }: ReadingText & { documentId: string; typedOver: number; from?: Partial<ReadingText> | undefined }, at: Date) =>
  transact(actor, at, async (tx) => {
    const reading = await findReading(tx, actor, documentId, at);
    const decision = rule({ reading, actor, text, typedOver, from });
    if (!isRefusal(decision)) await saveReading(tx, reading, decision);
    return decision;
  });
