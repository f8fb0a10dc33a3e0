'use server';

import { z } from 'zod';
import { act } from '@/server/action';
import { changeSets } from '@/server/sets/change-sets';

const setsPage = (form: FormData) => `/cycles/${encodeURIComponent(String(form.get('cycleId') ?? ''))}/sets`;

export async function swap(form: FormData) {
  return act(form, {
    back: `${setsPage(form)}#h-swap`,
    input: z.object({ cycleId: z.uuid(), authorityId: z.uuid('First: choose an authority'), withId: z.uuid('Second: choose with whom it changes places') }),
    use: changeSets,
    done: ({ events: [{ data }] }) => ({ to: setsPage(form), notice: `${data?.what}. The Directors of both sets are told today.` }),
  });
}

export async function move(form: FormData) {
  return act(form, {
    back: `${setsPage(form)}#h-move`,
    input: z.object({ cycleId: z.uuid(), moving: z.uuid('Who goes: choose an authority'), toSetId: z.uuid('Where to: choose a set') }),
    use: (actor, { cycleId, moving, toSetId }, at) => changeSets(actor, { cycleId, authorityId: moving, toSetId }, at),
    done: ({ events: [{ data }] }) => ({ to: setsPage(form), notice: `${data?.what}. The Directors of both sets are told today.` }),
  });
}
