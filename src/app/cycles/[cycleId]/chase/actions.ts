'use server';

import { z } from 'zod';
import type { WrittenReminder } from '@/domain/chase';
import { act } from '@/server/action';
import { sendReminders } from '@/server/board/send-reminders';

const MOST = 200;

/** Fields named key-0, send-0, subject-0, text-0 and so on; those whose box is not ticked are left out. */
const typed = z.looseObject({ cycleId: z.uuid() }).transform((fields, context) => {
  const written: WrittenReminder[] = [];
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  for (let index = 0; index < MOST && text(`key-${index}`) !== ''; index += 1) {
    if (text(`send-${index}`) !== 'yes') continue;
    const [subject, body] = [text(`subject-${index}`).trim(), text(`text-${index}`).trim()];
    if (subject === '') context.addIssue({ code: 'custom', path: [`subject-${index}`], message: 'Subject: write one, or leave this reminder out' });
    if (/[\r\n]/.test(subject)) context.addIssue({ code: 'custom', path: [`subject-${index}`], message: 'Subject: keep it on one line' });
    if (body === '') context.addIssue({ code: 'custom', path: [`text-${index}`], message: 'Message: write one, or leave this reminder out' });
    written.push({ key: text(`key-${index}`), subject, text: body });
  }
  return { cycleId: fields.cycleId, written };
});

export async function sendChase(form: FormData) {
  const cycleId = encodeURIComponent(String(form.get('cycleId') ?? ''));
  const owe = new URLSearchParams(form.getAll('owe').map((key) => ['owe', String(key)]));
  return act(form, {
    back: `/cycles/${cycleId}/chase?${owe}`,
    input: typed,
    use: sendReminders,
    done: ({ change: { messages, leftOut } }) => ({
      to: `/cycles/${cycleId}/owed`,
      notice: `${messages.length === 1 ? 'One reminder is' : `${messages.length} reminders are`} on the way.${
        leftOut.length === 0 ? '' : ` ${leftOut.length === 1 ? 'One was' : `${leftOut.length} were`} left out: done meanwhile, or sent today already.`
      }`,
    }),
  });
}
