import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/session-notes';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findNotedSession, hasSupport, saveSupport } from './store';

/** Support or advice that the authority asked for. */
export const recordSupport = (actor: Actor, { sessionId, ...support }: rules.SupportChange & { sessionId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const session = await findNotedSession(tx, actor, sessionId, at);
    const decision = rules.recordSupport({ actor, at, session, support, kept: await hasSupport(tx, support.id) });
    if (!isRefusal(decision)) await saveSupport(tx, actor, sessionId, decision, at);
    return decision;
  });
