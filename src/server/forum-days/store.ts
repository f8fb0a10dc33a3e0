import type { Accepted } from '@/domain/decision';
import { lastingBookings } from '@/domain/forums/conflicts';
import type { Forum, ForumSession } from '@/domain/forums/forum';
import { whoIsInvited } from '@/domain/forums/invitations';
import type { ForumsChange } from '@/domain/forums/schedule-forums';
import { postName, regionsFollowed, type Actor, type Day, type Office } from '@/domain/model';
import { audience } from '@/domain/visibility';
import { dateOf } from '../days';
import type { Tx } from '../db';
import type { NewDocument } from '../documents/create-document';
import { createDocuments } from '../documents/create-documents';
import { isUuid, NotFound } from '../not-found';
import type { Prisma } from '../prisma-client/client';
import { FORUM, forumOf, type ForumRow, type Holders } from './rows';

/** Forum days are known throughout the region, and to nobody outside it. */
export function regionsOf(actor: Pick<Actor, 'posts'>): string[] {
  return regionsFollowed(actor);
}

export async function findForum(tx: Tx, actor: Actor, forumId: string): Promise<Forum> {
  if (!isUuid(forumId)) throw new NotFound();
  const row = await tx.forum.findFirst({ where: { id: forumId, cycle: { regionId: { in: regionsOf(actor) } } }, include: FORUM });
  if (!row) throw new NotFound();
  return forumOf(row, await findHolders(tx, [row]));
}

/** Every forum of the region on these days that was not cancelled, but for those named. */
export async function findForumsOn(tx: Tx, regionId: string, days: readonly Day[], but: readonly string[] = []): Promise<Forum[]> {
  const where = { onDay: { in: days.map(dateOf) }, cancelledAt: null, cycle: { regionId }, id: { notIn: [...but] } };
  const rows = await tx.forum.findMany({ where, include: FORUM });
  const holders = await findHolders(tx, rows);
  return rows.map((row) => forumOf(row, holders));
}

/** Who holds the posts of these forums on the day of the first: what a booking of persons goes by. */
export async function findHolders(tx: Tx, rows: readonly ForumRow[]): Promise<Holders> {
  const directors = new Map<string, string[]>();
  const posts = new Map<string, { name: string; personIds: string[] }>();
  const on = rows[0]?.onDay;
  if (!on) return { directors, posts };
  const sessions = rows.flatMap((row) => row.sessions);
  const authorityIds = sessions.flatMap((session) => [session.cycleAuthority.authority.id, ...session.challengers.map(({ authorityId }) => authorityId)]);
  const postIds = rows.flatMap(({ facilitatorPostId }) => facilitatorPostId ?? []);
  for (const { id, office, authorityId, name, personIds } of await findPosts(tx, { OR: [{ id: { in: postIds } }, { office: 'dcs', authorityId: { in: authorityIds } }] }, on)) {
    if (office === 'dcs' && authorityId) directors.set(authorityId, [...(directors.get(authorityId) ?? []), ...personIds]);
    posts.set(id, { name, personIds });
  }
  return { directors, posts };
}

export interface KnownPost {
  id: string;
  office: Office;
  remit: string;
  authorityId: string | null;
  /** "DCS, Wigan" */
  name: string;
  personIds: string[];
}

export async function findPosts(tx: Tx, where: Prisma.PostWhereInput, on: Date): Promise<KnownPost[]> {
  const rows = await tx.post.findMany({
    where,
    include: {
      region: { select: { id: true, name: true } },
      group: { select: { id: true, name: true } },
      authority: { select: { id: true, shortName: true, slug: true } },
      appointments: { where: { startsOn: { lte: on }, OR: [{ endsOn: null }, { endsOn: { gte: on } }] }, select: { personId: true } },
    },
  });
  return rows.map(({ id, office, remit, authorityId, region, group, authority, appointments }) => ({
    id,
    office: office as Office,
    remit,
    authorityId,
    name: postName({ office: office as Office, remit, acting: false, region, group, authority: authority && { id: authority.id, name: authority.shortName, slug: authority.slug } }),
    personIds: appointments.map(({ personId }) => personId),
  }));
}

/** Writes forums as they were decided: the day, its sessions with their notes documents, who challenges, what is booked, who is invited. */
export async function saveForums(tx: Tx, actor: Actor, { change }: Accepted<ForumsChange>, at: Date): Promise<void> {
  for (const forum of change.forums) {
    const { id, cycleId, wave, startsAt, endsAt, venue, room, sequence, cancelledAt, cancelledWhy } = forum;
    const terms = { onDay: dateOf(forum.onDay), startsAt, endsAt, venue, room, facilitatorPostId: forum.facilitator?.postId ?? null, sequence, cancelledAt, cancelledWhy, changedAt: at };
    await tx.forum.upsert({ where: { id }, create: { id, cycleId, groupId: forum.group.id, wave, scheduledAt: at, ...terms }, update: terms });
    await saveSessions(tx, actor, forum, at);
    await tx.forumBooking.deleteMany({ where: { forumId: id } });
    await tx.forumBooking.createMany({ data: lastingBookings(forum).map((booking) => ({ forumId: id, key: booking.key, startsAt: booking.startsAt, endsAt: booking.endsAt })) });
    if (!cancelledAt) await saveInvitations(tx, forum, at);
    if (change.askAgain) await tx.invitation.updateMany({ where: { forumId: id, answer: { not: null } }, data: { answer: null, answeredAt: null } });
  }
}

async function saveSessions(tx: Tx, actor: Actor, forum: Forum, at: Date): Promise<void> {
  const slots = forum.sessions.map(({ id, startsAt, endsAt }, index) => ({ id, forumId: forum.id, ordinal: index + 1, startsAt, endsAt }));
  const fresh = forum.sessions.filter(({ notesId }) => notesId === '');
  const notesIds = await createDocuments(tx, fresh.map((session) => notesOf(forum, session, actor)), at);
  await tx.forumSession.createMany({
    data: fresh.map(({ id, cycleAuthorityId }, index) => ({ ...slots.find((slot) => slot.id === id)!, cycleAuthorityId, notesId: notesIds[index]! })),
  });
  for (const { id, ...slot } of slots) if (!fresh.some((session) => session.id === id)) await tx.forumSession.update({ where: { id }, data: slot });
  await tx.sessionChallenger.deleteMany({ where: { sessionId: { in: slots.map(({ id }) => id) } } });
  await tx.sessionChallenger.createMany({ data: forum.sessions.flatMap(({ id: sessionId, challengers }) => challengers.map(({ id, lead }) => ({ sessionId, authorityId: id, lead }))) });
}

/** The notes belong to the region's side until the draft is sent for comment. */
function notesOf(forum: Forum, session: ForumSession, actor: Actor): NewDocument {
  const because = `Notes of ${session.authority.name}’s forum session`;
  const keys = [audience.regionTeam(forum.regionId), audience.groupLead(forum.group.id), audience.challengers(session.cycleAuthorityId)];
  return {
    kind: 'forum-notes',
    regionId: forum.regionId,
    cycleId: forum.cycleId,
    authorityId: session.authority.id,
    sections: [],
    shares: keys.map((key) => ({ audience: key, because })),
    savedBy: actor.personId,
  };
}

async function saveInvitations(tx: Tx, forum: Forum, at: Date): Promise<void> {
  const members = await tx.cycleAuthority.findMany({ where: { cycleId: forum.cycleId, groupId: forum.group.id, withdrawnAt: null }, select: { authorityId: true } });
  const memberIds = members.map(({ authorityId }) => authorityId);
  const challengerIds = forum.sessions.flatMap(({ challengers }) => challengers.map(({ id }) => id));
  const posts = await findPosts(tx, { authorityId: { in: [...memberIds, ...challengerIds] }, office: { in: ['dcs', 'assistant-director', 'lead-member'] } }, at);
  const wanted = whoIsInvited(forum, memberIds, posts);
  const wantedIds = wanted.map(({ postId }) => postId);
  await tx.invitation.deleteMany({ where: { forumId: forum.id, postId: { notIn: wantedIds }, sentAt: null } });
  await tx.invitation.updateMany({ where: { forumId: forum.id, postId: { notIn: wantedIds }, removedAt: null }, data: { removedAt: at } });
  // Invited again after a removal: as if for the first time.
  await tx.invitation.updateMany({ where: { forumId: forum.id, postId: { in: wantedIds }, removedAt: { not: null } }, data: { removedAt: null, sentAt: null, answer: null, answeredAt: null } });
  const there = new Map((await tx.invitation.findMany({ where: { forumId: forum.id } })).map(({ postId, role }) => [postId, role]));
  await tx.invitation.createMany({ data: wanted.filter(({ postId }) => !there.has(postId)).map(({ postId, role }) => ({ forumId: forum.id, postId, role })) });
  for (const { postId, role } of wanted) {
    if (there.has(postId) && there.get(postId) !== role) await tx.invitation.update({ where: { forumId_postId: { forumId: forum.id, postId } }, data: { role } });
  }
}
