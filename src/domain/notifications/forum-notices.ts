import { clockSpan, dayAt } from '../forums/clock';
import type { StepAt } from '../workflow';
import type { Happened } from './happened';
import { by, byDay, capital, dayAndMonth, whose, type Notice } from './notice';
import { any, directorsOnTheDay, facilitator, groupLead, inTheirCalendars, justInvited, ofRegion, thoseWhoOwe, type Receivers } from './receivers';
import { isOwed } from '../workflow';

const forumPath = ({ forum }: Happened) => (forum ? `/forums/${forum.id}` : '/forums');
const dayOf = ({ forum }: Happened) => (forum ? dayAndMonth(dayAt(forum.startsAt)) : '');
const hours = ({ forum }: Happened) => (forum ? clockSpan(forum.startsAt, forum.endsAt) : '');

const drafting = ({ cycle, authority }: Happened): StepAt | null =>
  cycle?.steps.all.find(({ step, place, state }) => place?.authorityId === authority?.id && step.document === 'forum-notes' && isOwed(state) && state.part === 'draft-notes') ?? null;

/** Taken off the list by this very change. */
const isOff = (happened: Happened, postId: string) =>
  happened.forum?.invitations.some((one) => one.postId === postId && one.removedAt !== null) ?? false;

const declinedOnly: Receivers = (post, happened) => happened.data.answer === 'declined' && any(ofRegion('sli-coordinator'), facilitator)(post, happened);

export const FORUM_NOTICES = {
  'forum.scheduled': {
    urgency: 'digest',
    needs: ['forum'],
    to: any(directorsOnTheDay, groupLead, facilitator),
    subject: (happened) => `The ${happened.data.group} group’s forum is on ${dayOf(happened)}`,
    says: (happened) => `${capital(by(happened))} has scheduled it, ${hours(happened)}. The invitation for your calendar comes by itself.`,
    opens: forumPath,
  },
  'invitation.sent': {
    urgency: 'now',
    needs: ['forum'],
    calendar: true,
    to: justInvited,
    subject: (happened) => `Invitation: the ${happened.data.group} group’s forum on ${dayOf(happened)}`,
    says: (happened) => `${capital(by(happened))} invites you. Say on its page whether you come; the entry for your calendar is attached.`,
    opens: forumPath,
  },
  'forum.changed': {
    urgency: 'now',
    needs: ['forum'],
    calendar: true,
    to: any(inTheirCalendars, groupLead, facilitator),
    subject: (happened, post) => (isOff(happened, post.id) ? `You are no longer needed at the ${happened.data.group} group’s forum` : `Changed: the ${happened.data.group} group’s forum is on ${dayOf(happened)}, ${hours(happened)}`),
    says: (happened, post) => (isOff(happened, post.id) ? `${capital(by(happened))} has changed the day. The entry is taken out of your calendar.` : `${capital(by(happened))} has changed it: ${happened.data.what}.`),
    opens: forumPath,
  },
  'forum.cancelled': {
    urgency: 'now',
    needs: ['forum'],
    calendar: true,
    to: any(inTheirCalendars, groupLead, facilitator, directorsOnTheDay),
    subject: (happened) => `Cancelled: the ${happened.data.group} group’s forum on ${dayOf(happened)}`,
    says: (happened) => `${capital(by(happened))} has cancelled it. Why stands on its page; its sessions wait for another day.`,
    opens: forumPath,
  },
  'invitation.answered': {
    urgency: 'digest',
    needs: ['forum'],
    to: declinedOnly,
    subject: (happened) => `${happened.data.post} cannot come to the ${happened.data.group} group’s forum on ${dayOf(happened)}`,
    says: () => 'Its page shows who comes.',
    opens: forumPath,
  },
  'session.ended': {
    urgency: 'digest',
    needs: ['steps'],
    to: thoseWhoOwe(drafting),
    asks: drafting,
    subject: (happened) => `${whose(happened)} notes: draft and send them${byDay(drafting(happened))}`,
    says: (happened) => `${happened.data.authority}’s session has ended; the draft is made from what was noted on the day.`,
    opens: (happened) => {
      const session = drafting(happened)?.place?.documents['forum-notes'];
      return session ? `/forum-notes/${session.id}` : '/my-work';
    },
  },
} satisfies Record<string, Notice>;
