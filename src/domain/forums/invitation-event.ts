// The calendar entry of one invited post: when, where, what they do there. It goes into calendars that others read, so it holds nothing
// of what is asked or said.
import type { CalendarEvent, Party } from '../calendar';
import type { Office } from '../model';
import type { Forum } from './forum';
import { invitedFor, orderOfTheDay, sessionsFor, type Answer, type InvitedAs } from './invitations';

export interface InvitedPost {
  postId: string;
  office: Office;
  authorityId: string | null;
  role: InvitedAs;
  answer: Answer | null;
}

export interface InvitationEntry {
  forum: Forum;
  /** Last changed. */
  changedAt: Date;
  invited: InvitedPost;
  attendee: Party | null;
  /** Absent where nobody is asked to answer. */
  organiser?: Party;
  /** Of the forum's page. */
  url: string;
}

export function invitationEvent({ forum, changedAt, invited, attendee, organiser, url }: InvitationEntry): CalendarEvent {
  const sessions = sessionsFor(forum, invited);
  return {
    uid: `forum-${forum.id}-${invited.postId}@critical-friend`,
    sequence: forum.sequence,
    stampedAt: changedAt,
    ...invitedFor(forum, invited.role, sessions),
    summary: summaryOf(forum, invited),
    location: [forum.room, forum.venue].filter(Boolean).join(', '),
    description: [...orderOfTheDay(sessions, invited.authorityId), '', url].join('\n'),
    url,
    ...(organiser ? { organiser } : {}),
    ...(attendee ? { attendee: { ...attendee, answer: invited.answer } } : {}),
  };
}

/** For anyone of the region who is not invited: the day alone. */
export function forumEntry(forum: Forum, changedAt: Date, url: string): CalendarEvent {
  return {
    uid: `forum-${forum.id}@critical-friend`,
    sequence: forum.sequence,
    stampedAt: changedAt,
    startsAt: forum.startsAt,
    endsAt: forum.endsAt,
    summary: `Forum of the ${forum.group.name} group`,
    location: [forum.room, forum.venue].filter(Boolean).join(', '),
    description: [...orderOfTheDay(forum.sessions, null), '', url].join('\n'),
    url,
  };
}

function summaryOf(forum: Forum, { role, authorityId }: InvitedPost): string {
  const own = forum.sessions.find(({ authority }) => authority.id === authorityId);
  return role === 'host' && own ? `${own.authority.name}’s forum session` : `Forum of the ${forum.group.name} group`;
}
