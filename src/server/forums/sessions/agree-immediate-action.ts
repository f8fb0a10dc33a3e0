import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/session-notes';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findNotedSession, hasImmediateAction, saveImmediateAction } from './store';

/** An action agreed on the day, taken forward within the group. */
export const agreeImmediateAction = (actor: Actor, { sessionId, ...action }: rules.ImmediateActionChange & { sessionId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const session = await findNotedSession(tx, actor, sessionId, at);
    const decision = rules.agreeImmediateAction({ actor, at, session, action, kept: await hasImmediateAction(tx, action.id) });
    if (!isRefusal(decision)) await saveImmediateAction(tx, actor, sessionId, decision, at);
    return decision;
  });
