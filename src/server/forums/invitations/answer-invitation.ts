import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/invitations';
import type { Actor } from '@/domain/model';
import { NotFound } from '../../not-found';
import { transact } from '../../transact';
import { findForum } from '../../forum-days/store';
import { findInvitations, saveAnswer } from './store';

/** For the post in which the actor acts. */
export const answerInvitation = (actor: Actor, { forumId, answer }: { forumId: string; answer: rules.Answer }, at: Date) =>
  transact(actor, at, async (tx) => {
    const forum = await findForum(tx, actor, forumId);
    const invitation = (await findInvitations(tx, forumId, at)).find(({ postId }) => postId === actor.as?.id);
    if (!invitation) throw new NotFound();
    const decision = rules.answerInvitation({ actor, at, forum, invitation, answer });
    if (!isRefusal(decision)) await saveAnswer(tx, decision, at);
    return decision;
  });
