'use server';

import { z } from 'zod';
import { saveWritten } from '@/app/save-written';
import { act } from '@/server/action';
import { declinePaper } from '@/server/papers/decline-paper';
import { fillPaper } from '@/server/papers/fill-paper';
import { handOverPaper } from '@/server/papers/hand-over-paper';
import { issuePaper } from '@/server/papers/issue-paper';
import { reopenPaper } from '@/server/papers/reopen-paper';
import { returnPaper } from '@/server/papers/return-paper';
import { signPaper } from '@/server/papers/sign-paper';

const path = (form: FormData) => `/papers/${encodeURIComponent(String(form.get('paperId') ?? ''))}`;
const one = z.object({ paperId: z.uuid() });
const read = one.extend({ versionId: z.uuid(), contentHash: z.string() });
const reason = (what: string) => z.string().trim().min(1, `Why: ${what}`).max(4000, 'Why: at most 4,000 characters');

/** Saves what was typed; a button of a list asks for another row beside. */
export async function save(form: FormData) {
  const then = String(form.get('then') ?? '');
  const add = then.startsWith('add:') ? then.slice('add:'.length) : null;
  return saveWritten(form, { back: add ? `${path(form)}?add=${encodeURIComponent(add)}#${add}-new` : path(form), documentId: String(form.get('paperId') ?? '') });
}

export async function fill(form: FormData) {
  return act(form, { back: path(form), input: one, use: fillPaper, done: () => ({ to: path(form), notice: 'The first section is filled in. What stood there is among its earlier saves.' }) });
}

export async function handOver(form: FormData) {
  const signed = form.get('signed') === 'yes';
  return act(form, {
    back: `${path(form)}#h-hand-over`,
    input: one,
    use: handOverPaper,
    done: () => ({ to: path(form), notice: signed ? 'It is out for signature. Those who sign it find it in their work.' : 'Handed over. Those to whom it opens can read it now.' }),
  });
}

export async function sign(form: FormData) {
  return act(form, {
    back: `${path(form)}#h-sign`,
    input: read.extend({ haveRead: z.literal('yes', 'Say that you have read it: tick the box') }),
    use: signPaper,
    done: ({ change }) => ({ to: path(form), notice: change.act ? 'Signed. Everyone who must has signed this text.' : 'Signed. The others who must sign find it in their work.' }),
  });
}

export async function decline(form: FormData) {
  return act(form, {
    back: `${path(form)}#h-sign`,
    input: read.extend({ declineReason: reason('say what would have to change. It goes to those who wrote it') }),
    use: (actor, { declineReason, ...command }, at) => declinePaper(actor, { ...command, reason: declineReason }, at),
    done: () => ({ to: path(form), notice: 'Returned to those who wrote it. They find your words with it.' }),
  });
}

export async function reopen(form: FormData) {
  return act(form, {
    back: `${path(form)}#h-reopen`,
    input: one.extend({ reopenReason: reason('those who were given it read it') }),
    use: (actor, { paperId, reopenReason }, at) => reopenPaper(actor, { paperId, reason: reopenReason }, at),
    done: () => ({ to: path(form), notice: 'It is open again. Whoever was given it keeps the text as it was until you hand it over anew.' }),
  });
}

export async function giveBack(form: FormData) {
  return act(form, {
    back: `${path(form)}#h-region`,
    input: one.extend({ returnReason: reason('say what should be changed') }),
    use: (actor, { paperId, returnReason }, at) => returnPaper(actor, { paperId, reason: returnReason }, at),
    done: () => ({ to: path(form), notice: 'Returned. Those who wrote it find your words with it.' }),
  });
}

export async function issue(form: FormData) {
  return act(form, { back: `${path(form)}#h-region`, input: one, use: issuePaper, done: () => ({ to: path(form), notice: 'Issued. Those for whom it is are told.' }) });
}
