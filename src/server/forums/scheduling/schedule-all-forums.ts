import { randomUUID } from 'node:crypto';
import { isRefusal, refuse } from '@/domain/decision';
import { proposeForum } from '@/domain/forums/propose-forum';
import * as rules from '@/domain/forums/schedule-forums';
import type { Actor } from '@/domain/model';
import { transact } from '../../transact';
import { findForumsOn, saveForums } from '../../forum-days/store';
import { facilitatorOf, findSchedulingGround } from './store';

/** Every day that is still missing, on the days of the timetable, hosted by the group's lead authority; all of them or none. */
export const scheduleAllForums = (actor: Actor, { cycleId }: { cycleId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const ground = await findSchedulingGround(tx, actor, cycleId, at);
    const { cycle, parts, scheduled, facilitators } = ground;
    const missing = parts.filter(({ group, wave }) => !scheduled.some((forum) => forum.group.id === group.id && forum.wave === wave));
    const forums = [];
    for (const part of missing) {
      const facilitator = facilitatorOf(ground, facilitators.find(({ office }) => office === 'facilitator')?.id ?? null);
      const host = [...part.hosts, ...part.reserves].find(({ id }) => id === part.group.leadAuthorityId)?.name ?? part.group.name;
      const proposal = { ...part, forumId: randomUUID(), regionId: cycle.regionId, cycleId, venue: `Hosted by ${host}`, room: '', facilitator, conflicts: ground.conflicts };
      const forum = proposeForum(proposal, randomUUID);
      if (!forum) return refuse('day-too-short', `The ${part.group.name} group has ${part.hosts.length} authorities in one wave: too many for one day. Schedule it by hand.`);
      forums.push(forum);
    }
    const days = forums.map(({ onDay }) => onDay);
    const decision = rules.scheduleForums({ actor, at, cycle, forums, others: await findForumsOn(tx, cycle.regionId, days), scheduled });
    if (!isRefusal(decision)) await saveForums(tx, actor, decision, at);
    return decision;
  });
