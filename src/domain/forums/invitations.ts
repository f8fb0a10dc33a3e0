// Invited to a forum: the Directors, Assistant Directors and Lead Members of those with a session, the Directors who challenge them,
// the facilitator, and one Assistant Director of each authority of the group for the whole day (North West process 2017/18, step 10).
import { decide, refuse, type Decision } from '../decision';
import type { Actor, Office } from '../model';
import { forumName, type Forum, type ForumSession } from './forum';
import { clockSpan, dayAt, dayWords } from './clock';
import { forumEvent } from './schedule-forums';

export const INVITED_AS = ['host', 'challenger', 'facilitator', 'observer'] as const;
export type InvitedAs = (typeof INVITED_AS)[number];

export const INVITED_AS_NAMES: Record<InvitedAs, string> = {
  host: 'Has a session',
  challenger: 'Challenges',
  facilitator: 'Facilitates',
  observer: 'Takes part all day',
};

export const ATTENDANCES = ['present', 'apologies', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];
export type Answer = 'accepted' | 'declined';

export interface InvitablePost {
  id: string;
  office: Office;
  remit: string;
  authorityId: string | null;
}

export interface Invitee {
  postId: string;
  role: InvitedAs;
}

export interface InvitationFact extends Invitee {
  id: string;
  /** "Lead Member, Wigan" */
  post: string;
  sentAt: Date | null;
  answer: Answer | null;
  attendance: Attendance | null;
  removedAt: Date | null;
}

/** Who is invited, each post once. `members` are the authorities of the group in this cycle; `posts` those of members and challengers. */
export function whoIsInvited(forum: Forum, members: readonly string[], posts: readonly InvitablePost[]): Invitee[] {
  const invited = new Map<string, InvitedAs>();
  const invite = (postId: string, role: InvitedAs) => invited.has(postId) || invited.set(postId, role);
  const at = (authorityId: string, ...offices: Office[]) =>
    posts.filter((post) => post.authorityId === authorityId && offices.includes(post.office)).toSorted((a, b) => a.remit.localeCompare(b.remit) || a.id.localeCompare(b.id));
  if (forum.facilitator) invite(forum.facilitator.postId, 'facilitator');
  for (const member of members) for (const post of at(member, 'assistant-director').slice(0, 1)) invite(post.id, 'observer');
  for (const { authority } of forum.sessions) for (const post of at(authority.id, 'dcs', 'assistant-director', 'lead-member')) invite(post.id, 'host');
  for (const session of forum.sessions) for (const { id } of session.challengers) for (const post of at(id, 'dcs')) invite(post.id, 'challenger');
  return [...invited].map(([postId, role]) => ({ postId, role }));
}

/** The sessions that someone is invited to: all of them, or those that their authority hosts and, for a Director, challenges. */
export function sessionsFor(forum: Forum, { role, office, authorityId }: { role: InvitedAs; office: Office; authorityId: string | null }): ForumSession[] {
  if (role === 'facilitator' || role === 'observer') return [...forum.sessions];
  return forum.sessions.filter(
    (session) => session.authority.id === authorityId || (office === 'dcs' && session.challengers.some(({ id }) => id === authorityId)),
  );
}

/** From when until when: the whole day for those who stay, else from the first to the last of their sessions. */
export function invitedFor(forum: Forum, role: InvitedAs, sessions: readonly ForumSession[]): { startsAt: Date; endsAt: Date } {
  if (role === 'facilitator' || role === 'observer' || sessions.length === 0) return { startsAt: forum.startsAt, endsAt: forum.endsAt };
  return {
    startsAt: new Date(Math.min(...sessions.map((session) => session.startsAt.getTime()))),
    endsAt: new Date(Math.max(...sessions.map((session) => session.endsAt.getTime()))),
  };
}

/** "10:00 to 11:30 Wigan": what a person does on the day, a line each; nothing of what is said there. */
export function orderOfTheDay(sessions: readonly ForumSession[], authorityId: string | null): string[] {
  return sessions.map((session) => {
    const does = session.authority.id === authorityId ? 'own session' : session.challengers.some(({ id }) => id === authorityId) ? 'you challenge' : '';
    return `${clockSpan(session.startsAt, session.endsAt)} ${session.authority.name}${does ? ` (${does})` : ''}`;
  });
}

export interface InvitationsChange {
  send: readonly string[];
}

export function sendInvitations({ actor, at, forum, invitations }: { actor: Actor; at: Date; forum: Forum; invitations: readonly InvitationFact[] }): Decision<InvitationsChange> {
  return decide(actor, 'forum.schedule', { regionId: forum.regionId }, () => {
    if (forum.cancelledAt) return refuse('cancelled', 'This forum was cancelled: nobody can be invited to it.');
    if (forum.onDay < dayAt(at)) return refuse('passed', `${dayWords(forum.onDay)} has passed.`);
    const unsent = invitations.filter(({ sentAt, removedAt }) => !sentAt && !removedAt);
    if (unsent.length === 0) return refuse('all-sent', 'Everyone has been invited already.');
    return { change: { send: unsent.map(({ id }) => id) }, events: [forumEvent('invitation.sent', forum, { count: unsent.length })] };
  });
}

export interface AnswerChange {
  invitationId: string;
  answer: Answer;
}

export function answerInvitation({ actor, at, forum, invitation, answer }: { actor: Actor; at: Date; forum: Forum; invitation: InvitationFact; answer: Answer }): Decision<AnswerChange> {
  return decide(actor, 'forum.answer-invitation', { regionId: forum.regionId, givenToPostIds: [invitation.postId] }, () => {
    if (forum.cancelledAt) return refuse('cancelled', 'This forum was cancelled: there is nothing to answer.');
    if (!invitation.sentAt || invitation.removedAt) return refuse('not-invited', 'This post is not invited to this forum.');
    if (forum.onDay < dayAt(at)) return refuse('passed', `${dayWords(forum.onDay)} has passed.`);
    if (invitation.answer === answer) return refuse('already-answered', `You have already ${answer} for this post.`);
    return { change: { invitationId: invitation.id, answer }, events: [forumEvent('invitation.answered', forum, { post: invitation.post, answer })] };
  });
}

export interface AttendanceChange {
  attendance: ReadonlyMap<string, Attendance>;
}

/** `recorded`: attendance by post. */
export function recordAttendance({ actor, at, forum, invitations, recorded }: { actor: Actor; at: Date; forum: Forum; invitations: readonly InvitationFact[]; recorded: ReadonlyMap<string, Attendance> }): Decision<AttendanceChange> {
  return decide(actor, 'forum.record-attendance', { regionId: forum.regionId, groupId: forum.group.id }, () => {
    if (forum.cancelledAt) return refuse('cancelled', 'This forum was cancelled: nobody was there.');
    if (forum.onDay > dayAt(at)) return refuse('not-yet', `Attendance is recorded on the day, ${dayWords(forum.onDay)}.`);
    const changed = invitations.filter(({ postId, attendance, removedAt }) => !removedAt && recorded.has(postId) && recorded.get(postId) !== attendance);
    const [first, ...rest] = changed.map((invitation) => forumEvent('attendance.recorded', forum, { post: invitation.post, attendance: recorded.get(invitation.postId)! }));
    if (!first) return refuse('nothing-changed', `Choose who is here at ${forumName(forum)}.`);
    return { change: { attendance: new Map(changed.map(({ id, postId }) => [id, recorded.get(postId)!])) }, events: [first, ...rest] };
  });
}

