'use server';

import { z } from 'zod';
import { act } from '@/server/action';
import { changeAdvice } from '@/server/self-views/change-advice';
import { X_RAY, X_RAY_KINDS, type XRayRule } from '@/domain/self-views/x-ray-rules';

const rule = z
  .object({
    kind: z.enum(X_RAY_KINDS as [XRayRule['kind'], ...XRayRule['kind'][]]),
    on: z.literal('yes').optional(),
    threshold: z.coerce.number('How many: give a number').min(1, 'How many: at least 1').max(1000, 'How many: at most 1,000').optional(),
    words: z.string().trim().min(1, 'The sentence: write what is said').max(300, 'The sentence: at most 300 characters'),
    signs: z.string().optional(),
  })
  .transform(({ kind, on, threshold, words, signs }): XRayRule => ({
    kind,
    on: on === 'yes',
    words,
    ...('threshold' in X_RAY[kind] && { threshold: threshold ?? 1 }),
    ...('signs' in X_RAY[kind] && { signs: (signs ?? '').split(/\r?\n/).map((sign) => sign.trim().slice(0, 60)).filter((sign) => sign.length > 1).slice(0, 40) }),
  }));

export async function changeRule(form: FormData) {
  const kind = X_RAY_KINDS.find((one) => one === form.get('kind'));
  const back = `/advice-before-signature${kind ? `#h-${kind}` : ''}`;
  return act(form, {
    back,
    input: rule,
    use: changeAdvice,
    done: (_, changed) => ({ to: back, notice: changed.on ? 'Changed. It holds from now on.' : 'Switched off. It is no longer asked.' }),
  });
}
