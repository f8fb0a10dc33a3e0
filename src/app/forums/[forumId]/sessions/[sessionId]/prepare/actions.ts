'use server';

import { saveWritten } from '@/app/save-written';
import { savePreparation } from '@/server/forums/preparation/save-preparation';

export async function prepare(form: FormData) {
  const part = (name: string) => encodeURIComponent(String(form.get(name) ?? ''));
  const sessionId = String(form.get('sessionId') ?? '');
  return saveWritten(form, {
    back: `/forums/${part('forumId')}/sessions/${part('sessionId')}/prepare`,
    documentId: String(form.get('documentId') ?? ''),
    save: (actor, sections, at) => savePreparation(actor, { sessionId, sections }, at),
  });
}
