import { isRefusal } from '@/domain/decision';
import { makeNotesFinal as rule } from '@/domain/forum-notes';
import type { Actor } from '@/domain/model';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findNotes } from './store';

export const makeNotesFinal = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const notes = await findNotes(tx, actor, documentId, at);
    const decision = rule({ notes, actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, notes, decision, at);
    return decision;
  });
