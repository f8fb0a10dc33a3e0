import type { Facilitator, Forum } from '@/domain/forums/forum';
import type { ForumMember } from '@/domain/forums/propose-forum';
import type { ForumCycle } from '@/domain/forums/schedule-forums';
import type { Actor, Day } from '@/domain/model';
import type { TwoAuthorities } from '@/domain/processes/in-conflict';
import { dateOf, today } from '../../days';
import type { Tx } from '../../db';
import { isUuid, NotFound } from '../../not-found';
import { unscopedStepFacts, type LoadedSteps } from '../../step-facts/load';
import { FORUM, forumOf } from '../../forum-days/rows';
import { findHolders, findPosts, regionsOf, type KnownPost } from '../../forum-days/store';

/** The authorities of a group in a wave. */
export interface Part {
  group: { id: string; name: string; leadAuthorityId: string };
  wave: string;
  waveName: string;
  /** The day that the timetable gives. */
  onDay: Day;
  hosts: ForumMember[];
  /** Authorities of the group in other waves. */
  reserves: ForumMember[];
}

/** What a coordinator schedules in: the cycle's bounds, and every group in every wave that has authorities, in the order of their days. */
export interface SchedulingGround {
  cycle: ForumCycle;
  parts: Part[];
  /** Forums of the cycle that were not cancelled. */
  scheduled: Forum[];
  /** Posts that may facilitate. */
  facilitators: KnownPost[];
  /** Two whom the register keeps apart. */
  conflicts: TwoAuthorities[];
}

export async function findSchedulingGround(tx: Tx, actor: Actor, cycleId: string, at: Date): Promise<SchedulingGround> {
  if (!isUuid(cycleId)) throw new NotFound();
  const row = await tx.cycle.findFirst({ where: { id: cycleId, regionId: { in: regionsOf(actor) } } });
  if (!row) throw new NotFound();
  const steps = await unscopedStepFacts(tx, { cycle: { id: cycleId }, of: 'all', audiences: [] }, at);
  const rows = await tx.forum.findMany({ where: { cycleId, cancelledAt: null }, include: FORUM, orderBy: { onDay: 'asc' } });
  const holders = await findHolders(tx, rows);
  const conflicts = await tx.authorityConflict.findMany({ where: { regionId: row.regionId, endedAt: null, OR: [{ untilOn: null }, { untilOn: { gte: dateOf(today(at)) } }] }, select: { authorityId: true, otherId: true } });
  const { startsOn, endsOn } = steps.schedule;
  return {
    cycle: { id: row.id, regionId: row.regionId, name: row.name, startsOn, endsOn, closed: row.closedAt !== null, waitsFor: whatForumsWaitFor(steps) },
    parts: partsOf(steps, await findMembers(tx, cycleId, row.regionId, row.anchorOn, at)),
    scheduled: rows.map((forum) => forumOf(forum, holders)),
    facilitators: await findPosts(tx, { regionId: row.regionId, office: { in: ['facilitator', 'sli-coordinator', 'group-lead'] } }, at),
    conflicts,
  };
}

function partsOf({ facts, definition, schedule }: LoadedSteps, members: ReadonlyMap<string, ForumMember>): Part[] {
  const parts = facts.groups.flatMap(({ id, name, leadAuthorityId }) => {
    const group = { id, name, leadAuthorityId: leadAuthorityId ?? '' };
    const places = facts.places.filter(({ groupId, withdrawn }) => groupId === group.id && !withdrawn);
    const membersOf = (some: typeof places) => some.flatMap(({ cycleAuthorityId }) => members.get(cycleAuthorityId) ?? []);
    return definition.waves.flatMap(({ key, name }): Part[] => {
      const hosts = places.filter(({ wave }) => wave === key);
      if (hosts.length === 0) return [];
      const reserves = places.filter(({ wave }) => wave !== key);
      return [{ group, wave: key, waveName: name, onDay: schedule.forumDay(key, group.id), hosts: membersOf(hosts), reserves: membersOf(reserves) }];
    });
  });
  return parts.toSorted((a, b) => a.onDay.localeCompare(b.onDay));
}

/** The latest of the steps that the holding of a forum waits for. */
function whatForumsWaitFor({ facts, definition, schedule }: LoadedSteps): ForumCycle['waitsFor'] {
  const place = facts.places[0];
  const keys = definition.steps.find(({ doneWhen }) => doneWhen === 'forum-held')?.waitsFor ?? [];
  if (!place) return null;
  const steps = keys.map((key) => schedule.at(key, { authorityId: place.authorityId, groupId: place.groupId }));
  const latest = steps.toSorted((a, b) => b.dueOn.localeCompare(a.dueOn))[0];
  return latest ? { name: latest.step.name, dueOn: latest.dueOn } : null;
}

async function findMembers(tx: Tx, cycleId: string, regionId: string, anchorOn: Date, at: Date): Promise<Map<string, ForumMember>> {
  const places = await tx.cycleAuthority.findMany({ where: { cycleId }, include: { authority: { select: { shortName: true } }, session: { select: { id: true, notesId: true } } } });
  const directors = await findPosts(tx, { office: 'dcs', authorityId: { in: places.map(({ authorityId }) => authorityId) } }, at);
  const ledBy = await findLeadsBefore(tx, regionId, anchorOn);
  return new Map(
    places.map((place) => [
      place.id,
      {
        id: place.authorityId,
        name: place.authority.shortName,
        cycleAuthorityId: place.id,
        directorIds: directors.filter(({ authorityId }) => authorityId === place.authorityId).flatMap(({ personIds }) => personIds),
        ledLastYearBy: ledBy.get(place.authorityId) ?? null,
        lead: place.leadChallengerAuthorityId,
        kept: place.session ? { sessionId: place.session.id, notesId: place.session.notesId } : null,
      },
    ]),
  );
}

/** Who led the challenge of each authority in the region's cycle before. */
async function findLeadsBefore(tx: Tx, regionId: string, anchorOn: Date): Promise<Map<string, string>> {
  const before = await tx.cycle.findFirst({ where: { regionId, anchorOn: { lt: anchorOn } }, orderBy: { anchorOn: 'desc' }, select: { id: true } });
  if (!before) return new Map();
  const leads = await tx.sessionChallenger.findMany({
    where: { lead: true, session: { forum: { cycleId: before.id } } },
    include: { session: { select: { cycleAuthority: { select: { authorityId: true } } } } },
  });
  return new Map(leads.map(({ authorityId, session }) => [session.cycleAuthority.authorityId, authorityId]));
}

/** The post chosen to facilitate; null for none, or for one that does not facilitate here. */
export function facilitatorOf({ facilitators }: SchedulingGround, postId: string | null): Facilitator | null {
  const post = facilitators.find(({ id }) => id === postId);
  return post ? { postId: post.id, post: post.name, personIds: post.personIds } : null;
}
