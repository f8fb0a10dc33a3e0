import { isRefusal } from '@/domain/decision';
import { draftNotes as rule } from '@/domain/forum-notes';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findNotes, saveFirstDraft } from './store';

/** The first draft, from everything that was noted on the day. */
export const draftNotes = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const notes = await findNotes(tx, actor, documentId, at);
    const decision = rule({ notes, actor });
    if (!isRefusal(decision)) await saveFirstDraft(tx, actor, notes, decision, at);
    return decision;
  });
