import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { confirmReading as rule } from '@/domain/questions';
import { transact } from '../transact';
import { findReading, saveReceipt } from './store';

export const confirmReading = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const reading = await findReading(tx, actor, documentId, at);
    const decision = rule({ reading, actor });
    if (!isRefusal(decision)) await saveReceipt(tx, actor, documentId, at);
    return decision;
  });
