import { isRefusal } from '@/domain/decision';
import { commentOnNotes as rule } from '@/domain/forum-notes';
import type { Actor } from '@/domain/model';
import { isUuid, NotFound } from '../not-found';
import { transact } from '../transact';
import { findNotes, findParagraph, saveComment } from './store';

export const commentOnNotes = (actor: Actor, { documentId, versionId, paragraph, body }: { documentId: string; versionId: string; paragraph: number; body: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    if (!isUuid(versionId)) throw new NotFound();
    const notes = await findNotes(tx, actor, documentId, at);
    const decision = rule({ notes, actor, body, paragraph, versionId });
    if (!isRefusal(decision)) await saveComment(tx, actor, notes, decision, await findParagraph(tx, versionId, paragraph), at);
    return decision;
  });
