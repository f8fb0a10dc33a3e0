import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/session-notes';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findNote, findNotedSession, saveNote } from './store';

export interface TakenNote extends rules.NoteText {
  sessionId: string;
  /** Made by the device: sending the same note twice changes nothing. */
  id: string;
  notedAt: Date;
  /** The version that it was typed over; 0 for a new note. */
  over: number;
}

export const takeNote = (actor: Actor, { sessionId, id, notedAt, over, ...note }: TakenNote, at: Date) =>
  transact(actor, at, async (tx) => {
    const session = await findNotedSession(tx, actor, sessionId, at);
    const decision = rules.takeNote({ actor, at, session, id, note, notedAt, over, kept: await findNote(tx, id) });
    if (!isRefusal(decision)) await saveNote(tx, actor, sessionId, decision, at);
    return decision;
  });
