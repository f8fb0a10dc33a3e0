'use server';

import { z } from 'zod';
import { dayFields } from '@/domain/day-fields';
import { act } from '@/server/action';
import { addConversationNotes } from '@/server/annual-conversations/add-conversation-notes';
import { compilePack } from '@/server/annual-conversations/compile-pack';
import { releasePack } from '@/server/annual-conversations/release-pack';
import { revokeRelease } from '@/server/annual-conversations/revoke-release';

const text = (form: FormData, name: string) => encodeURIComponent(String(form.get(name) ?? ''));
const packPath = (form: FormData) => `/annual-conversations/${text(form, 'packId')}`;

export async function compile(form: FormData) {
  const isNew = !form.get('packId');
  return act(form, {
    back: isNew ? `/annual-conversations/new?cycle=${text(form, 'cycleId')}&authority=${text(form, 'slug')}` : packPath(form),
    input: z.object({ cycleId: z.uuid(), authorityId: z.uuid() }),
    use: compilePack,
    done: (compiled) => ({
      to: `/annual-conversations/${(compiled as typeof compiled & { packId: string }).packId}`,
      notice: isNew ? 'The pack is put together. Read it; the DCS releases it to Ofsted.' : 'The pack is put together again. Ofsted keeps what it was given until this version is released.',
    }),
  });
}

export async function release(form: FormData) {
  return act(form, {
    back: `${packPath(form)}#h-release`,
    input: dayFields('untilOn', 'Until when').pipe(
      z.object({ packId: z.uuid(), versionId: z.uuid(), why: z.string().trim().min(1, 'What for: say why Ofsted is given it').max(300, 'What for: at most 300 characters'), untilOn: z.string() }),
    ),
    use: releasePack,
    done: () => ({ to: packPath(form), notice: 'Released to Ofsted. Each time that it is opened there is recorded here, and you can withdraw it at any time.' }),
  });
}

export async function revoke(form: FormData) {
  return act(form, {
    back: packPath(form),
    input: z.object({ packId: z.uuid(), releaseId: z.uuid() }),
    use: revokeRelease,
    done: () => ({ to: packPath(form), notice: 'Withdrawn. Ofsted can no longer open it.' }),
  });
}

export async function addNotes(form: FormData) {
  return act(form, {
    back: `${packPath(form)}#h-notes`,
    input: dayFields('metOn', 'Day of the meeting').pipe(z.object({ packId: z.uuid(), text: z.string().trim().min(1, 'Notes: write down what was agreed in the meeting').max(60_000), metOn: z.string() })),
    use: addConversationNotes,
    done: () => ({ to: packPath(form), notice: 'Added to the pack as a new version. Ofsted sees it when the DCS releases it.' }),
  });
}
