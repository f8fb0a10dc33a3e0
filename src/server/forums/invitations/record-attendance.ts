import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/invitations';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findForum } from '../../forum-days/store';
import { findInvitations, saveAttendance } from './store';

/** Who is here, by post; posts left out stay as they are. */
export const recordAttendance = (actor: Actor, { forumId, recorded }: { forumId: string; recorded: Readonly<Record<string, rules.Attendance>> }, at: Date) =>
  transact(actor, at, async (tx) => {
    const forum = await findForum(tx, actor, forumId);
    const invitations = await findInvitations(tx, forumId, at);
    const decision = rules.recordAttendance({ actor, at, forum, invitations, recorded: new Map(Object.entries(recorded)) });
    if (!isRefusal(decision)) await saveAttendance(tx, decision);
    return decision;
  });
