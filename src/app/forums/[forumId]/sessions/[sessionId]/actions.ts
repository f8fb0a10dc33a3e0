'use server';

import { z } from 'zod';
import { clockOf } from '@/domain/forums/clock';
import { isRefusal } from '@/domain/decision';
import { itemOf, noteForm } from '@/domain/forums/sent-items';
import { STRIKEABLE } from '@/domain/forums/session-notes';
import { act } from '@/server/action';
import { endSession } from '@/server/forums/sessions/end-session';
import { nextSession } from '@/server/forums/sessions/load';
import { strikeNote } from '@/server/forums/sessions/strike-note';
import { saveItem } from './save-item';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const sessionPath = (form: FormData) => `/forums/${encodeURIComponent(text(form, 'forumId'))}/sessions/${encodeURIComponent(text(form, 'sessionId'))}`;
const anchor = (form: FormData) => `q-${text(form, 'questionId') || 'other'}`;

/** Without script; a device with script keeps its notes and sends them to the route beside this page. */
export async function note(form: FormData) {
  return act(form, {
    back: `${sessionPath(form)}?q=${encodeURIComponent(text(form, 'questionId') || 'other')}#${anchor(form)}`,
    input: noteForm,
    use: (actor, typed, at) => saveItem(actor, typed.sessionId, itemOf(typed, at), at),
    done: () => ({ to: `${sessionPath(form)}?q=${encodeURIComponent(text(form, 'questionId') || 'other')}#${anchor(form)}`, notice: 'Added.' }),
  });
}

export async function strike(form: FormData) {
  return act(form, {
    back: `${sessionPath(form)}#${anchor(form)}`,
    input: z.object({ sessionId: z.uuid(), id: z.uuid(), what: z.enum(STRIKEABLE) }),
    use: strikeNote,
    done: () => ({ to: `${sessionPath(form)}#${anchor(form)}`, notice: 'Struck out. It stays in the record of the day.' }),
  });
}

export async function end(form: FormData) {
  const forum = `/forums/${encodeURIComponent(text(form, 'forumId'))}`;
  let next: Awaited<ReturnType<typeof nextSession>> = null;
  return act(form, {
    back: sessionPath(form),
    input: z.object({ sessionId: z.uuid() }),
    use: async (actor, { sessionId }, at) => {
      const decision = await endSession(actor, { sessionId }, at);
      if (!isRefusal(decision)) next = await nextSession(sessionId);
      return decision;
    },
    done: () =>
      next
        ? { to: `${forum}/sessions/${next.id}`, notice: `The session has ended. Next: ${next.authority} at ${clockOf(next.startsAt)}.` }
        : { to: forum, notice: 'The session has ended, and with it the forum. The notes can be drafted.' },
  });
}
