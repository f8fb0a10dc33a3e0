import { isRefusal } from '@/domain/decision';
import { sendNotes as rule } from '@/domain/forum-notes';
import type { Actor } from '@/domain/model';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findNotes, hasChanged } from './store';

export const sendNotes = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const notes = await findNotes(tx, actor, documentId, at);
    const decision = rule({ notes, actor, changed: notes.hasText && (await hasChanged(tx, notes)) });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, notes, decision, at);
    return decision;
  });
