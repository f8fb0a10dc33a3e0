import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/session-notes';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { countOthersToEnd, findNotedSession, saveEnd } from './store';

/** The session is over; with the last of the day the forum has been held. */
export const endSession = (actor: Actor, { sessionId }: { sessionId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const session = await findNotedSession(tx, actor, sessionId, at);
    const decision = rules.endSession({ actor, at, session, othersToEnd: await countOthersToEnd(tx, session) });
    if (!isRefusal(decision)) await saveEnd(tx, session, decision, at);
    return decision;
  });
