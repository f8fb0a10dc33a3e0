'use server';

import { z } from 'zod';
import { act } from '@/server/action';
import { submitSelfView } from '@/server/documents/submissions/submit-self-view';

export async function submitNow(form: FormData) {
  const path = `/documents/${encodeURIComponent(String(form.get('documentId') ?? ''))}/submit`;
  return act(form, {
    back: path,
    input: z.object({ documentId: z.uuid() }),
    use: submitSelfView,
    done: () => ({ to: path, notice: 'Submitted to the regional team. If anything is missing, it comes back with a reason.' }),
  });
}
