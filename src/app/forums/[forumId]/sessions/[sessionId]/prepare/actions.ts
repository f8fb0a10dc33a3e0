'use server';

import { preparationForm } from '@/domain/forums/read-form';
import { act } from '@/server/action';
import { savePreparation } from '@/server/forums/preparation/save-preparation';

export async function prepare(form: FormData) {
  const part = (name: string) => encodeURIComponent(String(form.get(name) ?? ''));
  const path = `/forums/${part('forumId')}/sessions/${part('sessionId')}/prepare`;
  return act(form, {
    back: path,
    input: preparationForm,
    use: savePreparation,
    done: ({ change: { sections } }) => ({ to: path, notice: `Saved: ${sections.length === 1 ? sections[0]!.title.toLowerCase() : `${sections.length} parts`}. Only your own authority can read it.` }),
  });
}
