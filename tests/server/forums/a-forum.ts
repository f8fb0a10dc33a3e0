// Forums for tests: the cycle of 2017/18 with its days scheduled by the coordinator.
import { isRefusal, type Decision } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { db } from '@/server/db';
import { scheduleAllForums } from '@/server/forums/scheduling/schedule-all-forums';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';

export const SCHEDULED_AT = new Date('2017-11-01T10:00:00Z');
/** In Wigan's session. */
export const ON_THE_DAY = new Date('2017-12-13T15:30:00Z');

export interface ForumWorld {
  cycle: TestCycle;
  people: Record<Role, string>;
  as: (role: Role, at?: Date, office?: Parameters<typeof actorFor>[2]) => Promise<Actor>;
  /** The forum of a group in a wave. */
  forum: (group: string, wave: string) => Promise<{ id: string; sequence: number; startsAt: Date; endsAt: Date; cancelledAt: Date | null }>;
  session: (authority: string) => Promise<{ id: string; forumId: string; notesId: string; startsAt: Date; endsAt: Date }>;
}

export async function forumWorld({ scheduled = true } = {}): Promise<ForumWorld> {
  const people = await castPeople();
  const as: ForumWorld['as'] = (role, at = SCHEDULED_AT, office) => actorFor(people[role], at, office);
  const cycle = await openTestCycle(await as('coordinator'));
  if (scheduled) accepted(await scheduleAllForums(await as('coordinator'), { cycleId: cycle.cycleId }, SCHEDULED_AT));
  return {
    cycle,
    people,
    as,
    forum: (group, wave) => db.forum.findFirstOrThrow({ where: { cycleId: cycle.cycleId, group: { name: group }, wave, cancelledAt: null } }),
    session: (authority) => db.forumSession.findUniqueOrThrow({ where: { cycleAuthorityId: cycle.places[authority]!.cycleAuthorityId } }),
  };
}

export function accepted<Change>(decision: Decision<Change>): Change {
  if (isRefusal(decision)) throw new Error(`${decision.refused}: ${decision.because}`);
  return decision.change;
}

export function refusal(decision: Decision<unknown>): { refused: string; because: string } | null {
  return isRefusal(decision) ? { refused: decision.refused, because: decision.because } : null;
}
