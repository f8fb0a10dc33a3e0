import { calendarText, type CalendarMethod } from '@/domain/calendar';
import { forumEntry, invitationEvent } from '@/domain/forums/invitation-event';
import type { Answer, InvitedAs } from '@/domain/forums/invitations';
import type { Actor, Office } from '@/domain/model';
import { db } from '../../db';
import { env } from '../../env';
import { isUuid, NotFound } from '../../not-found';
import { FORUM, forumOf, type ForumRow } from '../../forum-days/rows';
import { findHolders, regionsOf } from '../../forum-days/store';

/** A calendar file, named and with its method, as a mail attaches it and a page offers it. */
export interface CalendarFile {
  name: string;
  method: CalendarMethod;
  text: string;
}

const WHOLE = { ...FORUM, invitations: true } as const;

/**
 * The calendar file for one invited post: a request, or a cancellation when the forum is off or the post is no longer invited; it
 * takes the place of the one before. Null for a post that was never invited. For mail, which has no actor: it holds nothing confidential.
 */
export async function unscopedInvitationCalendar({ forumId, postId, to }: { forumId: string; postId: string; to: { name: string; email: string } | null }): Promise<CalendarFile | null> {
  const row = await db.forum.findUnique({ where: { id: forumId }, include: WHOLE });
  const invitation = row?.invitations.find((one) => one.postId === postId && one.sentAt);
  if (!row || !invitation) return null;
  const post = await db.post.findUniqueOrThrow({ where: { id: postId }, select: { office: true, authorityId: true } });
  const forum = forumOf(row, await findHolders(db, [row]));
  const method = row.cancelledAt || invitation.removedAt ? 'CANCEL' : 'REQUEST';
  const invited = { postId, office: post.office as Office, authorityId: post.authorityId, role: invitation.role as InvitedAs, answer: invitation.answer as Answer | null };
  const event = invitationEvent({ forum, changedAt: row.changedAt, invited, attendee: to, organiser: organiser(), url: addressOf(forumId) });
  return { name: fileName(row), method, text: calendarText(method, [event]) };
}

/** What the forum's page offers to download: one's own invitation, or the day alone. */
export async function loadForumCalendar(actor: Actor, forumId: string): Promise<CalendarFile> {
  if (!isUuid(forumId)) throw new NotFound();
  const row = await db.forum.findFirst({ where: { id: forumId, cycle: { regionId: { in: regionsOf(actor) } } }, include: WHOLE });
  if (!row) throw new NotFound();
  const postIds = [actor.as, ...actor.posts].flatMap((post) => post?.id ?? []);
  const postId = postIds.find((id) => row.invitations.some((one) => one.postId === id && one.sentAt));
  const person = postId ? await db.person.findUniqueOrThrow({ where: { id: actor.personId }, select: { email: true } }) : null;
  const own = postId ? await unscopedInvitationCalendar({ forumId, postId, to: person && { name: actor.name, email: person.email } }) : null;
  if (own) return own;
  const method = row.cancelledAt ? 'CANCEL' : 'PUBLISH';
  return { name: fileName(row), method, text: calendarText(method, [forumEntry(forumOf(row, await findHolders(db, [row])), row.changedAt, addressOf(forumId))]) };
}

function addressOf(forumId: string): string {
  return `${env().NEXTAUTH_URL.replace(/\/$/, '')}/forums/${forumId}`;
}

/** MAIL_FROM is "Name <address>" or an address alone. */
function organiser(): { name: string; email: string } {
  const from = env().MAIL_FROM;
  const [, name, email] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name || 'Critical Friend', email: email ?? from.trim() };
}

function fileName({ group, onDay }: ForumRow): string {
  return `forum-${group.name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${onDay.toISOString().slice(0, 10)}.ics`;
}
