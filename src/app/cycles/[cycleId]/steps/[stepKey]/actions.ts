'use server';

import { z } from 'zod';
import { act } from '@/server/action';
import { issuePapers } from '@/server/papers/issue-papers';

const text = (form: FormData, name: string) => encodeURIComponent(String(form.get(name) ?? ''));
const place = (form: FormData) => (form.get('authority') ? `?authority=${text(form, 'authority')}` : form.get('group') ? `?group=${text(form, 'group')}` : '');

export async function issueTogether(form: FormData) {
  const path = `/cycles/${text(form, 'cycleId')}/steps/${text(form, 'stepKey')}${place(form)}`;
  return act(form, {
    back: path,
    input: z.object({ cycleId: z.uuid(), stepKey: z.string(), authority: z.string().optional(), group: z.string().optional() }),
    use: issuePapers,
    done: () => ({ to: path, notice: 'Issued. Those for whom they are are told.' }),
  });
}
