import { isRefusal } from '@/domain/decision';
import { settleComment as rule, type Settlement } from '@/domain/forum-notes';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findNotes, saveSettlement } from './store';

export const settleComment = (actor: Actor, { documentId, ...settlement }: Settlement & { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const notes = await findNotes(tx, actor, documentId, at);
    const decision = rule({ notes, actor, settlement });
    if (!isRefusal(decision)) await saveSettlement(tx, actor, decision, at);
    return decision;
  });
