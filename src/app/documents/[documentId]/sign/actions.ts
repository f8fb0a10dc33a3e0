'use server';

import { z } from 'zod';
import { act } from '@/server/action';
import { declineDocument } from '@/server/documents/decline-document';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { recallDocument } from '@/server/documents/recall-document';
import { signDocument } from '@/server/documents/sign-document';
import { OFFICES } from '@/domain/model';
import { signedNotice } from './words';
import { DOCUMENT_KINDS } from '@/domain/documents/facts';

const read = { documentId: z.uuid(), versionId: z.uuid(), contentHash: z.string() };
const path = (form: FormData) => `/documents/${encodeURIComponent(String(form.get('documentId') ?? ''))}/sign`;

const signing = z.object({
  ...read,
  haveRead: z.literal('yes', 'Say that you have read it: tick the box'),
  kind: z.enum(DOCUMENT_KINDS),
  name: z.string().max(160).default(''),
  number: z.coerce.number(),
  /** The posts that sign after this one, for the words of the confirmation. */
  others: z.string().default(''),
  /** With what the process of a self-view ends, for the same words. */
  ends: z.enum(['accepted', 'submitted', 'signed']).catch('accepted'),
});

export async function signNow(form: FormData) {
  return act(form, {
    back: `${path(form)}#h-sign`,
    input: signing,
    use: signDocument,
    done: ({ events }, { kind, name, number, others, ends }) => {
      const completed = events.some(({ type }) => type === 'document.sign-off-completed');
      const waiting = completed ? [] : OFFICES.filter((office) => others.split(' ').includes(office));
      return { to: path(form), notice: completed || waiting.length > 0 ? signedNotice({ kind, name, way: { ends, withMemorandum: false, opensTo: [], withPacks: false } }, number, waiting) : 'Signed.' };
    },
  });
}

export async function decline(form: FormData) {
  return act(form, {
    back: `${path(form)}#h-sign`,
    input: z.object({ ...read, reason: z.string().trim().min(1, 'Reason: say what would have to change. It goes to those who wrote it').max(4000, 'Reason: at most 4,000 characters') }),
    use: declineDocument,
    done: () => ({ to: path(form), notice: 'Returned with your reason. Signatures on this version no longer count; you will be asked again when it is put out for signature.' }),
  });
}

export async function takeBack(form: FormData) {
  return act(form, {
    back: `${path(form)}#h-sign`,
    input: z.object({ documentId: z.uuid(), recallReason: z.string().trim().min(1, 'Why: say it in a few words. The signatories read it').max(4000, 'Why: at most 4,000 characters') }),
    use: (actor, { documentId, recallReason }, at) => recallDocument(actor, { documentId, reason: recallReason }, at),
    done: () => ({ to: path(form), notice: 'Taken back. Signatures on that version no longer count, and the signatories are told.' }),
  });
}

export async function putForSignature(form: FormData) {
  return act(form, {
    back: path(form),
    input: z.object({ documentId: z.uuid() }),
    use: putDocumentForSignature,
    done: () => ({ to: path(form), notice: 'It is out for signature. The signatories find it in their work.' }),
  });
}
