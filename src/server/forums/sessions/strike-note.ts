import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/session-notes';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findNotedSession, findStrikeable, saveStrike } from './store';

/** Strikes out a note, a request for support or an action; it stays in the record. */
export const strikeNote = (actor: Actor, { sessionId, id, what }: { sessionId: string; id: string; what: rules.Strikeable }, at: Date) =>
  transact(actor, at, async (tx) => {
    const session = await findNotedSession(tx, actor, sessionId, at);
    const kept = await findStrikeable(tx, sessionId, what, id);
    const decision = rules.strikeNote({ actor, at, session, id, what, kept });
    if (!isRefusal(decision)) await saveStrike(tx, decision, at);
    return decision;
  });
