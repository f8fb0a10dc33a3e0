'use server';

import { z } from 'zod';
import { act } from '@/server/action';
import { moveToVersion } from '@/server/cycles/move-to-version';

export async function moveCycle(form: FormData) {
  const text = (name: string) => encodeURIComponent(String(form.get(name) ?? ''));
  const cycle = `/cycles/${text('cycleId')}`;
  return act(form, {
    back: `${cycle}/version?to=${text('toId')}`,
    input: z.object({ cycleId: z.uuid(), toId: z.uuid(), reason: z.string().trim().min(1, 'Reason: say why the cycle goes on by another version. Those concerned will read it.').max(1000, 'Reason: at most 1,000 characters') }),
    use: moveToVersion,
    done: ({ change }) => ({ to: `${cycle}/dates`, notice: `The cycle goes on by version ${change.version}. The Directors are told.` }),
  });
}
