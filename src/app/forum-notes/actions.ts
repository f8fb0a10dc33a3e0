'use server';

import { z } from 'zod';
import { saveWritten } from '@/app/save-written';
import { act } from '@/server/action';
import { agreeDraft } from '@/server/forum-notes/agree-draft';
import { commentOnNotes } from '@/server/forum-notes/comment-on-notes';
import { draftNotes } from '@/server/forum-notes/draft-notes';
import { makeNotesFinal } from '@/server/forum-notes/make-notes-final';
import { sendNotes } from '@/server/forum-notes/send-notes';
import { settleComment } from '@/server/forum-notes/settle-comment';
import { withdrawComment } from '@/server/forum-notes/withdraw-comment';

const one = z.object({ documentId: z.uuid() });
const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const notes = (form: FormData) => `/forum-notes/${encodeURIComponent(text(form, 'documentId'))}`;
const thread = (form: FormData) => `${notes(form)}?comment=${encodeURIComponent(text(form, 'paragraph'))}#p-${encodeURIComponent(text(form, 'paragraph'))}`;

export async function draft(form: FormData) {
  return act(form, { back: notes(form), input: one, use: draftNotes, done: () => ({ to: `${notes(form)}/draft`, notice: 'Drafted from everything that was noted on the day. Read it through before you send it.' }) });
}

export async function saveDraft(form: FormData) {
  const empty = (typed: Readonly<Record<string, string>>): Record<string, string> => (typed.text?.trim() ? {} : { text: 'Notes: there is no text' });
  return saveWritten(form, { back: `${notes(form)}/draft`, documentId: text(form, 'documentId'), wrong: empty });
}

export async function send(form: FormData) {
  return act(form, { back: notes(form), input: one, use: sendNotes, done: () => ({ to: notes(form), notice: 'Sent. The authority reads this draft and comments on it by paragraph.' }) });
}

export async function comment(form: FormData) {
  return act(form, {
    back: thread(form),
    input: one.extend({ versionId: z.uuid(), paragraph: z.coerce.number().int().min(0).max(9999), body: z.string().trim().min(1, 'Your comment: write it first').max(4000, 'Your comment: at most 4,000 characters') }),
    use: commentOnNotes,
    done: ({ change }) => ({ to: `${notes(form)}#p-${change.paragraph}`, notice: 'Your comment is with the regional team.' }),
  });
}

export async function settle(form: FormData) {
  return act(form, {
    back: thread(form),
    input: one.extend({ commentId: z.uuid(), as: z.string(), settleAs: z.enum(['accepted', 'answered'], 'Choose: accepted or answered'), answer: z.string().trim().max(4000).default('') }),
    use: (actor, { documentId, commentId, settleAs, answer }, at) => settleComment(actor, { documentId, commentId, as: settleAs, answer }, at),
    done: ({ change }) => ({ to: `${notes(form)}#p-${text(form, 'paragraph')}`, notice: change.as === 'accepted' ? 'Accepted. Make the change in the draft if you have not yet.' : 'Answered. The authority reads your answer.' }),
  });
}

export async function withdraw(form: FormData) {
  return act(form, { back: thread(form), input: one.extend({ commentId: z.uuid() }), use: withdrawComment, done: () => ({ to: notes(form), notice: 'Your comment is withdrawn.' }) });
}

export async function agreeToDraft(form: FormData) {
  return act(form, { back: notes(form), input: one.extend({ versionId: z.uuid() }), use: agreeDraft, done: () => ({ to: notes(form), notice: 'Agreed. The regional team makes the notes final; then they come to those who sign them.' }) });
}

export async function makeFinal(form: FormData) {
  return act(form, { back: notes(form), input: one, use: makeNotesFinal, done: () => ({ to: notes(form), notice: 'Final. They are out for signature by all who must sign.' }) });
}
