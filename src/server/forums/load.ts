import { dayAt } from '@/domain/forums/clock';
import type { Forum } from '@/domain/forums/forum';
import { broughtTogether } from '@/domain/forums/kept-apart';
import { sessionsFor, type InvitationFact } from '@/domain/forums/invitations';
import { sideOf, type Side } from '@/domain/forums/preparation';
import type { Actor, HeldPost } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { hasForums } from '@/domain/processes/asks-for';
import { db } from '../db';
import { NotFound } from '../not-found';
import { processDefinition } from '../process-definition/load';
import { liveShares } from '../visible';
import { findInvitations } from './invitations/store';
import { FORUM, forumOf } from '../forum-days/rows';
import { findSchedulingGround, type SchedulingGround } from './scheduling/store';
import { findForum, regionsOf } from '../forum-days/store';

export interface ForumLine {
  forum: Forum;
  waveName: string;
  /** Of those invited. */
  invited: number;
  accepted: number;
  declined: number;
  today: boolean;
}

export interface OwnSession {
  forum: Forum;
  sessionId: string;
  authority: string;
  side: Side;
  startsAt: Date;
  endsAt: Date;
  ended: boolean;
  prepared: boolean;
}

export type ForumsPage = Awaited<ReturnType<typeof loadForums>>;

/** The region's forum days in a cycle (the one under way unless named), and the actor's own sessions in them. */
export async function loadForums(actor: Actor, cycleId: string | null, at: Date) {
  const regionId = actor.as?.region.id;
  if (!regionId || !regionsOf(actor).includes(regionId)) throw new NotFound();
  const cycles = await cyclesWithForums(regionId);
  const cycle = (cycleId ? cycles.find(({ id }) => id === cycleId) : cycles[0]) ?? null;
  if (cycleId && !cycle) throw new NotFound();
  const may = capacityFor(actor, 'forum.schedule', { regionId });
  if (!cycle) return { cycle: null, cycles: [], lines: [], own: [], missing: 0, waves: [], words: null, may };
  const [rows, places] = await Promise.all([
    db.forum.findMany({ where: { cycleId: cycle.id }, include: { ...FORUM, invitations: { where: { removedAt: null }, select: { sentAt: true, answer: true } } }, orderBy: [{ onDay: 'asc' }, { startsAt: 'asc' }] }),
    db.cycleAuthority.groupBy({ by: ['groupId', 'wave'], where: { cycleId: cycle.id, withdrawnAt: null } }),
  ]);
  const { waves: names, words } = await processDefinition(db, cycle.templateId);
  const forums = rows.map((row) => forumOf(row, { directors: new Map(), posts: new Map() }));
  const scheduled = rows.filter(({ cancelledAt }) => !cancelledAt);
  return {
    cycle: { id: cycle.id, name: cycle.name, closed: cycle.closedAt !== null },
    cycles: cycles.slice(0, MOST_CYCLES).map(({ id, name }) => ({ id, name })),
    waves: names,
    words,
    lines: rows.map(
      (row, index): ForumLine => ({
        forum: forums[index]!,
        waveName: names.find(({ key }) => key === row.wave)?.name ?? row.wave,
        invited: row.invitations.filter(({ sentAt }) => sentAt).length,
        accepted: row.invitations.filter(({ answer }) => answer === 'accepted').length,
        declined: row.invitations.filter(({ answer }) => answer === 'declined').length,
        today: forums[index]!.onDay === dayAt(at),
      }),
    ),
    own: await ownSessions(actor, forums.filter(({ cancelledAt }) => !cancelledAt), at),
    missing: places.filter(({ groupId, wave }) => !scheduled.some((row) => row.groupId === groupId && row.wave === wave)).length,
    may,
  };
}

const MOST_CYCLES = 8;
const MOST_LOOKED_AT = 60;

/** Those whose process has forums: open ones first, each newest first. */
async function cyclesWithForums(regionId: string) {
  const rows = await db.cycle.findMany({ where: { regionId }, orderBy: { startsOn: 'desc' }, select: { id: true, name: true, closedAt: true, templateId: true }, take: MOST_LOOKED_AT });
  const found = await Promise.all(rows.map(async (row) => ((await processDefinition(db, row.templateId).then(hasForums)) ? [row] : [])));
  return found.flat().sort((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null));
}

/** As host and as challenger, in every post that the actor holds. */
async function ownSessions(actor: Actor, forums: readonly Forum[], at: Date): Promise<OwnSession[]> {
  const authorityIds = [...new Set(actor.posts.flatMap(({ authority }) => authority?.id ?? []))];
  const mine = forums.flatMap((forum) =>
    forum.sessions.flatMap((session) => {
      const parts = { hostAuthorityId: session.authority.id, challengerAuthorityIds: session.challengers.map(({ id }) => id) };
      const side = authorityIds.map((id) => sideOf(parts, id)).find((found) => found !== null);
      return side ? [{ forum, session, side }] : [];
    }),
  );
  if (mine.length === 0) return [];
  const prepared = await db.document.findMany({
    where: { kind: 'preparation', slot: { in: mine.map(({ session }) => session.id) }, authorityId: { in: authorityIds }, shares: { some: liveShares(actor.audiences, at) } },
    select: { slot: true },
  });
  const slots = new Set(prepared.map(({ slot }) => slot));
  return mine.map(({ forum, session, side }) => ({
    forum,
    sessionId: session.id,
    authority: session.authority.name,
    side,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    ended: session.endedAt !== null,
    prepared: slots.has(session.id),
  }));
}

export type NewForumPage = Awaited<ReturnType<typeof loadNewForum>>;

/** What the coordinator schedules from: the parts of a cycle that have no day yet. NotFound for everyone else. */
export async function loadNewForum(actor: Actor, cycleId: string | null, at: Date) {
  const regionId = actor.as?.region.id ?? '';
  const may = capacityFor(actor, 'forum.schedule', { regionId });
  const wanted = cycleId ?? (may ? (await cyclesWithForums(regionId)).find(({ closedAt }) => !closedAt)?.id : null);
  if (!may || !wanted) throw new NotFound();
  const ground = await findSchedulingGround(db, actor, wanted, at);
  const isMissing = ({ group, wave }: SchedulingGround['parts'][number]) => !ground.scheduled.some((forum) => forum.group.id === group.id && forum.wave === wave);
  return { cycle: ground.cycle, missing: ground.parts.filter(isMissing), facilitators: facilitatorsOf(ground), may };
}

export type ForumPage = Awaited<ReturnType<typeof loadForum>>;

/** One forum day: its order, who is invited, the actor's own invitations, and for the coordinator what it can be changed to. */
export async function loadForum(actor: Actor, forumId: string, at: Date) {
  const forum = await findForum(db, actor, forumId);
  const subject = { regionId: forum.regionId, groupId: forum.group.id };
  const may = { schedule: capacityFor(actor, 'forum.schedule', subject), attend: capacityFor(actor, 'forum.record-attendance', subject) };
  const [invitations, cycle, ground, notes] = await Promise.all([
    findInvitations(db, forumId, at),
    db.cycle.findUniqueOrThrow({ where: { id: forum.cycleId }, select: { name: true, templateId: true } }),
    may.schedule ? findSchedulingGround(db, actor, forum.cycleId, at) : null,
    db.forumSession.findMany({ where: { forumId, notesDocument: { shares: { some: { ...liveShares(actor.audiences, at), frozenOnly: false } } } }, select: { id: true } }),
  ]);
  return {
    forum,
    cycle: cycle.name,
    waveName: (await processDefinition(db, cycle.templateId)).waves.find(({ key }) => key === forum.wave)?.name ?? forum.wave,
    invitations: seenBy(invitations, Boolean(may.schedule ?? may.attend)),
    own: ownInvitations(actor, forum, invitations),
    sides: Object.fromEntries(forum.sessions.map((session) => [session.id, ownSide(actor, session)])) as Record<string, Side | null>,
    notable: new Set(notes.map(({ id }) => id)),
    ground: ground && { facilitators: facilitatorsOf(ground), members: ground.parts.flatMap(({ hosts, group }) => hosts.map(({ id, name }) => ({ id, name, groupId: group.id }))).toSorted((a, b) => a.name.localeCompare(b.name)) },
    together: ground ? broughtTogether(forum, ground.conflicts) : [],
    may,
    today: dayAt(at),
  };
}

/** Those who run the day see every invitation; others see who takes part, not who has answered what. */
function seenBy(invitations: readonly InvitationFact[], runs: boolean): InvitationFact[] {
  const live = invitations.filter(({ removedAt }) => !removedAt).toSorted((a, b) => a.post.localeCompare(b.post, 'en-GB'));
  return runs ? live : live.filter(({ sentAt }) => sentAt).map((invitation) => ({ ...invitation, answer: null, attendance: null }));
}

export interface OwnInvitation extends InvitationFact {
  held: HeldPost;
  sessions: Forum['sessions'];
}

function ownInvitations(actor: Actor, forum: Forum, invitations: readonly InvitationFact[]): OwnInvitation[] {
  return invitations
    .filter(({ sentAt, removedAt }) => sentAt && !removedAt)
    .flatMap((invitation) => {
      const held = actor.posts.find(({ id }) => id === invitation.postId);
      return held ? [{ ...invitation, held, sessions: sessionsFor(forum, { role: invitation.role, office: held.office, authorityId: held.authority?.id ?? null }) }] : [];
    });
}

function ownSide(actor: Actor, session: Forum['sessions'][number]): Side | null {
  const parts = { hostAuthorityId: session.authority.id, challengerAuthorityIds: session.challengers.map(({ id }) => id) };
  return actor.posts.map(({ authority }) => sideOf(parts, authority?.id)).find((side) => side !== null) ?? null;
}

function facilitatorsOf({ facilitators }: SchedulingGround): { id: string; name: string }[] {
  return facilitators.map(({ id, name }) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name));
}
