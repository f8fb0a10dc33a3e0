import { randomUUID } from 'node:crypto';
import { isRefusal, refuse } from '@/domain/decision';
import type { Facilitator } from '@/domain/forums/forum';
import { proposeForum } from '@/domain/forums/propose-forum';
import * as rules from '@/domain/forums/schedule-forums';
import type { Actor, Day } from '@/domain/model';
import { NotFound } from '../../not-found';
import { transact } from '../../transact';
import { findForumsOn, saveForums } from '../../forum-days/store';
import { facilitatorOf, findSchedulingGround } from './store';

export interface ForumTerms {
  onDay: Day;
  /** "09:30" */
  starts: string;
  ends: string;
  venue: string;
  room: string;
  facilitatorPostId: string | null;
}

/** One group's day in a wave, with a session proposed for each of its authorities. */
export const scheduleForum = (actor: Actor, command: ForumTerms & { cycleId: string; groupId: string; wave: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const ground = await findSchedulingGround(tx, actor, command.cycleId, at);
    const part = ground.parts.find(({ group, wave }) => group.id === command.groupId && wave === command.wave);
    if (!part) throw new NotFound();
    const facilitator: Facilitator | null = facilitatorOf(ground, command.facilitatorPostId);
    const { regionId, id: cycleId } = ground.cycle;
    const forum = proposeForum({ ...command, ...part, forumId: randomUUID(), regionId, cycleId, onDay: command.onDay, facilitator, conflicts: ground.conflicts }, randomUUID);
    if (!forum) return refuse('day-too-short', `The day is too short for ${part.hosts.length} sessions: make it longer.`);
    const others = await findForumsOn(tx, regionId, [command.onDay]);
    const decision = rules.scheduleForums({ actor, at, cycle: ground.cycle, forums: [forum], others, scheduled: ground.scheduled });
    if (!isRefusal(decision)) await saveForums(tx, actor, decision, at);
    return decision;
  });
