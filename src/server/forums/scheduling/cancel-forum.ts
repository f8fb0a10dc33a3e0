import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/schedule-forums';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findForum, saveForums } from '../../forum-days/store';

/** The day is off; its authorities wait for another one, which takes over their sessions and what was prepared for them. */
export const cancelForum = (actor: Actor, { forumId, reason }: { forumId: string; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const forum = await findForum(tx, actor, forumId);
    const decision = rules.cancelForum({ actor, at, forum, reason });
    if (!isRefusal(decision)) await saveForums(tx, actor, decision, at);
    return decision;
  });
