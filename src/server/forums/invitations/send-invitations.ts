import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/invitations';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findForum } from '../../forum-days/store';
import { findInvitations, saveSending } from './store';

/** To everyone who has not been invited yet. */
export const sendInvitations = (actor: Actor, { forumId }: { forumId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const forum = await findForum(tx, actor, forumId);
    const invitations = await findInvitations(tx, forumId, at);
    const decision = rules.sendInvitations({ actor, at, forum, invitations });
    if (!isRefusal(decision)) await saveSending(tx, decision, at);
    return decision;
  });
