import { isRefusal } from '@/domain/decision';
import { atClock } from '@/domain/forums/clock';
import type { Challenger, Forum } from '@/domain/forums/forum';
import * as rules from '@/domain/forums/schedule-forums';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findForum, findForumsOn, saveForums } from '../../forum-days/store';
import { findSchedulingGround, type SchedulingGround } from './store';

export interface SessionTerms {
  sessionId: string;
  /** "09:30" */
  starts: string;
  ends: string;
  leadAuthorityId: string;
  otherAuthorityIds: readonly string[];
}

/** The order of a day, all its sessions at once, so that two may change places: times, and who challenges. */
export const arrangeSessions = (actor: Actor, { forumId, sessions }: { forumId: string; sessions: readonly SessionTerms[] }, at: Date) =>
  transact(actor, at, async (tx) => {
    const from = await findForum(tx, actor, forumId);
    const ground = await findSchedulingGround(tx, actor, from.cycleId, at);
    const to = arranged(from, sessions, ground);
    const others = await findForumsOn(tx, from.regionId, [from.onDay], [forumId]);
    const decision = rules.changeForum({ actor, at, cycle: ground.cycle, from, to, others });
    if (!isRefusal(decision)) await saveForums(tx, actor, decision, at);
    return decision;
  });

function arranged(forum: Forum, terms: readonly SessionTerms[], ground: SchedulingGround): Forum {
  const members = new Map(ground.parts.flatMap(({ hosts }) => hosts).map((member) => [member.id, member]));
  const challenger = (id: string, lead: boolean): Challenger[] => {
    const member = members.get(id);
    return member ? [{ id, name: member.name, lead, directorIds: member.directorIds }] : [];
  };
  const sessions = forum.sessions.map((session) => {
    const to = terms.find(({ sessionId }) => sessionId === session.id);
    if (!to) return session;
    const others = [...new Set(to.otherAuthorityIds)].filter((id) => id !== to.leadAuthorityId);
    return {
      ...session,
      startsAt: atClock(forum.onDay, to.starts),
      endsAt: atClock(forum.onDay, to.ends),
      challengers: [...challenger(to.leadAuthorityId, true), ...others.flatMap((id) => challenger(id, false))],
    };
  });
  return { ...forum, sessions: sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()) };
}
