import { isRefusal } from '@/domain/decision';
import { addMinutes, atClock, minutesBetween } from '@/domain/forums/clock';
import type { Forum } from '@/domain/forums/forum';
import * as rules from '@/domain/forums/schedule-forums';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findForum, findForumsOn, saveForums } from '../../forum-days/store';
import type { ForumTerms } from './schedule-forum';
import { facilitatorOf, findSchedulingGround } from './store';

/** Another day, other hours, venue, room or facilitator. The sessions move with the start of the day. */
export const changeForum = (actor: Actor, { forumId, ...terms }: ForumTerms & { forumId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const from = await findForum(tx, actor, forumId);
    const ground = await findSchedulingGround(tx, actor, from.cycleId, at);
    const to = { ...movedTo(from, terms), facilitator: facilitatorOf(ground, terms.facilitatorPostId) };
    const others = await findForumsOn(tx, from.regionId, [to.onDay], [forumId]);
    const decision = rules.changeForum({ actor, at, cycle: ground.cycle, from, to, others });
    if (!isRefusal(decision)) await saveForums(tx, actor, decision, at);
    return decision;
  });

function movedTo(forum: Forum, { onDay, starts, ends, venue, room }: ForumTerms): Forum {
  const startsAt = atClock(onDay, starts);
  const by = minutesBetween(forum.startsAt, startsAt);
  const sessions = forum.sessions.map((session) => ({ ...session, startsAt: addMinutes(session.startsAt, by), endsAt: addMinutes(session.endsAt, by) }));
  return { ...forum, onDay, startsAt, endsAt: atClock(onDay, ends), venue, room, sessions };
}
