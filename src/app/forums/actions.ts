'use server';

import { z } from 'zod';
import { attendanceForm, cancelForumForm, changeForumForm, newForumForm, orderForm } from '@/domain/forums/read-form';
import { dayWords } from '@/domain/forums/clock';
import { act } from '@/server/action';
import { answerInvitation } from '@/server/forums/invitations/answer-invitation';
import { recordAttendance } from '@/server/forums/invitations/record-attendance';
import { sendInvitations } from '@/server/forums/invitations/send-invitations';
import { arrangeSessions } from '@/server/forums/scheduling/arrange-sessions';
import { cancelForum } from '@/server/forums/scheduling/cancel-forum';
import { changeForum } from '@/server/forums/scheduling/change-forum';
import { scheduleAllForums } from '@/server/forums/scheduling/schedule-all-forums';
import { scheduleForum } from '@/server/forums/scheduling/schedule-forum';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const forumPath = (form: FormData) => `/forums/${encodeURIComponent(text(form, 'forumId'))}`;

export async function scheduleAll(form: FormData) {
  return act(form, {
    back: '/forums',
    input: z.object({ cycleId: z.uuid() }),
    use: scheduleAllForums,
    done: ({ change: { forums } }) => ({
      to: '/forums',
      notice: `${forums.length} ${forums.length === 1 ? 'day is' : 'days are'} scheduled, with ${forums.flatMap(({ sessions }) => sessions).length} sessions. Look through each, give it a venue, and send the invitations.`,
    }),
  });
}

export async function scheduleOne(form: FormData) {
  return act(form, {
    back: '/forums/new',
    input: newForumForm,
    use: (actor, { part, ...terms }, at) => scheduleForum(actor, { ...terms, ...part }, at),
    done: ({ change: { forums } }) => ({ to: `/forums/${forums[0]!.id}`, notice: `The ${forums[0]!.group.name} group meets on ${dayWords(forums[0]!.onDay)}. Look through the order of the day, then send the invitations.` }),
  });
}

export async function change(form: FormData) {
  return act(form, {
    back: `${forumPath(form)}?at=day`,
    input: changeForumForm,
    use: changeForum,
    done: ({ change: { forums } }) => ({ to: forumPath(form), notice: `Changed. The ${forums[0]!.group.name} group meets on ${dayWords(forums[0]!.onDay)}; everyone who was invited is told.` }),
  });
}

export async function arrange(form: FormData) {
  return act(form, {
    back: `${forumPath(form)}?at=order`,
    input: orderForm,
    use: arrangeSessions,
    done: () => ({ to: forumPath(form), notice: 'The order of the day is changed; everyone who was invited is told.' }),
  });
}

export async function cancel(form: FormData) {
  return act(form, {
    back: `${forumPath(form)}?at=cancel`,
    input: cancelForumForm,
    use: cancelForum,
    done: () => ({ to: forumPath(form), notice: 'The forum is cancelled and taken out of the calendars of everyone who was invited. Schedule another day for the group.' }),
  });
}

export async function invite(form: FormData) {
  return act(form, {
    back: forumPath(form),
    input: z.object({ forumId: z.string() }),
    use: sendInvitations,
    done: ({ change: { send } }) => ({ to: forumPath(form), notice: `${send.length} ${send.length === 1 ? 'invitation is' : 'invitations are'} on the way, each with a calendar file.` }),
  });
}

export async function answer(form: FormData) {
  return act(form, {
    back: forumPath(form),
    input: z.object({ forumId: z.string(), answer: z.enum(['accepted', 'declined']) }),
    use: answerInvitation,
    done: ({ change }) => ({ to: forumPath(form), notice: change.answer === 'accepted' ? 'You have accepted. The coordinator sees it.' : 'You have declined. The coordinator sees it.' }),
  });
}

export async function attend(form: FormData) {
  return act(form, {
    back: `${forumPath(form)}?at=here`,
    input: attendanceForm,
    use: recordAttendance,
    done: ({ change }) => ({ to: forumPath(form), notice: `Recorded for ${change.attendance.size} ${change.attendance.size === 1 ? 'post' : 'posts'}.` }),
  });
}
