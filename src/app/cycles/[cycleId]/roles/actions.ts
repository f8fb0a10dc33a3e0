'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { MOST_REASON } from '@/domain/roles/assign-peer';
import { choiceOf } from '@/domain/roles/candidates';
import { act, actorOf, valuesOf, withReturn } from '@/server/action';
import { keepFormReturn } from '@/server/form-return';
import { assignPeer } from '@/server/roles/assign-peer';
import { assignRotation } from '@/server/roles/assign-rotation';
import { endPeer } from '@/server/roles/end-peer';
import { replacePeer } from '@/server/roles/replace-peer';
import { pairsTyped } from './rotation-fields';

const text = (form: FormData, name: string) => encodeURIComponent(String(form.get(name) ?? ''));
const rolesPage = (form: FormData) => `/cycles/${text(form, 'cycleId')}/roles`;
const choicePage = (form: FormData) => `${rolesPage(form)}/${text(form, 'role')}/${text(form, 'slug')}`;

const reason = z.string().trim().max(MOST_REASON, `Reason: at most ${MOST_REASON} characters`).default('');
const why = z.string().trim().min(1, 'Why: say why. Both authorities may read it').max(MOST_REASON, `Why: at most ${MOST_REASON} characters`);
const chosen = { who: z.string({ error: 'Who: choose somebody' }).min(1, 'Who: choose somebody'), reason };
const at = { cycleId: z.uuid(), role: z.string(), hostId: z.uuid() };

export async function assign(form: FormData) {
  return act(form, {
    back: choicePage(form),
    input: z.object({ ...at, ...chosen }),
    use: (actor, { who, ...wanted }, now) => assignPeer(actor, { ...wanted, ...choiceOf(who) }, now),
    done: ({ events: [{ data }] }) => ({ to: `${rolesPage(form)}#h-role-${text(form, 'role')}`, notice: `${data?.peer} is ${data?.role} for ${data?.authority}, and is told today.` }),
  });
}

export async function replace(form: FormData) {
  return act(form, {
    back: `${choicePage(form)}?replaces=${text(form, 'partId')}`,
    input: z.object({ ...at, ...chosen, partId: z.string(), why }),
    use: (actor, { who, cycleId, partId, why: because, reason: all }, now) => replacePeer(actor, { cycleId, partId, why: because, reason: all, ...choiceOf(who) }, now),
    done: ({ events }) => ({ to: `${rolesPage(form)}#h-role-${text(form, 'role')}`, notice: `${events[1]?.data?.peer} takes the place of ${events[0].data?.peer}. Both are told today.` }),
  });
}

export async function end(form: FormData) {
  return act(form, {
    back: choicePage(form),
    input: z.object({ cycleId: z.uuid(), partId: z.string(), why }),
    use: endPeer,
    done: ({ events: [{ data }] }) => ({ to: choicePage(form), notice: `${data?.peer} is no longer ${data?.role} for ${data?.authority}. Both are told today.` }),
  });
}

/** Shows what an altered rotation comes to, or finds everyone in it at once. */
export async function rotate(form: FormData) {
  const page = `${rolesPage(form)}/${text(form, 'role')}/rotation`;
  if (form.get('do') === 'look') {
    const actor = await actorOf(form, page);
    const typed = Object.entries(valuesOf(form)).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
    return redirect(withReturn(page, await keepFormReturn(actor.personId, { values: Object.fromEntries(typed) })));
  }
  return act(form, {
    back: page,
    input: z.record(z.string(), z.unknown()).transform((typed, context) => {
      const parsed = z.object({ cycleId: z.uuid(), role: z.string(), reason }).safeParse(typed);
      if (parsed.success) return { ...parsed.data, pairs: pairsTyped(typed) };
      context.addIssue({ code: 'custom', path: ['reason'], message: parsed.error.issues[0]?.message ?? '' });
      return z.NEVER;
    }),
    use: assignRotation,
    done: ({ change }) => ({ to: `${rolesPage(form)}#h-role-${text(form, 'role')}`, notice: `${change.assigned.length === 1 ? 'One was' : `${change.assigned.length} were`} found at once, and are told today.` }),
  });
}
