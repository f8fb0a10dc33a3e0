'use server';

import { z } from 'zod';
import { MOST_REASON } from '@/domain/authority-conflicts';
import { dayFields } from '@/domain/day-fields';
import { act } from '@/server/action';
import { endConflict } from '@/server/conflicts/end-conflict';
import { recordConflict } from '@/server/conflicts/record-conflict';

const REGISTER = '/cycles/conflicts';

const typedConflict = z.object({
  authorityId: z.uuid('First authority: choose one'),
  otherId: z.uuid('Second authority: choose one'),
  reason: z.string().trim().min(1, 'Reason: say why the two do not challenge one another').max(MOST_REASON, `Reason: at most ${MOST_REASON} characters`),
});

/** The last day may be left open; once something of it is typed, it must be a day. */
const isTyped = (form: FormData) => ['day', 'month', 'year'].some((part) => String(form.get(`untilOn-${part}`) ?? '') !== '');

export async function record(form: FormData) {
  const input = isTyped(form) ? dayFields('untilOn', 'Until').pipe(typedConflict.extend({ untilOn: z.string() })) : typedConflict.transform((typed) => ({ ...typed, untilOn: null }));
  return act(form, {
    back: `${REGISTER}#h-record`,
    input,
    use: recordConflict,
    done: ({ events: [{ data }] }) => ({ to: REGISTER, notice: `Recorded. ${data?.one} and ${data?.other} are kept apart wherever somebody challenges, reads or visits.` }),
  });
}

export async function end(form: FormData) {
  return act(form, {
    back: REGISTER,
    input: z.object({ conflictId: z.uuid() }),
    use: endConflict,
    done: ({ events: [{ data }] }) => ({ to: REGISTER, notice: `Ended. ${data?.one} and ${data?.other} may challenge one another again.` }),
  });
}
