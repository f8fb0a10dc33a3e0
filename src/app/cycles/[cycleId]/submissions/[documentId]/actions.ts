'use server';

import { z } from 'zod';
import { act } from '@/server/action';
import { acceptSubmission } from '@/server/documents/submissions/accept-submission';
import { returnSubmission } from '@/server/documents/submissions/return-submission';

const listPath = (form: FormData) => `/cycles/${encodeURIComponent(String(form.get('cycleId') ?? ''))}/submissions`;
const path = (form: FormData) => `${listPath(form)}/${encodeURIComponent(String(form.get('documentId') ?? ''))}`;

export async function accept(form: FormData) {
  const authority = String(form.get('authority') ?? 'The authority');
  return act(form, {
    back: path(form),
    input: z.object({ documentId: z.uuid() }),
    use: acceptSubmission,
    done: () => ({ to: listPath(form), notice: `Accepted. ${authority} is told.` }),
  });
}

export async function giveBack(form: FormData) {
  const authority = String(form.get('authority') ?? 'The authority');
  return act(form, {
    back: `${path(form)}#h-return`,
    input: z.object({
      documentId: z.uuid(),
      which: z.enum(['self-view', 'mou', 'both'], 'What goes back: choose one'),
      reason: z.string().trim().min(1, 'Reason: say what has to be done again, and why').max(4000, 'Reason: at most 4,000 characters'),
    }),
    use: returnSubmission,
    done: () => ({ to: listPath(form), notice: `Returned. ${authority} is told and finds your reason with it.` }),
  });
}
