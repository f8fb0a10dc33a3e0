import type { Actor } from '@/domain/model';
import { NotFound } from '@/server/not-found';
import { currentActor } from '@/server/session';
import { attachment, nothingHere, signInFirst, WORD } from '../attachment';

/** Answers with a Word file for those who look after the region's templates. */
export async function sendTemplate(file: (actor: Actor) => Promise<{ name: string; bytes: Uint8Array }>): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return signInFirst('/word-templates');
  try {
    const { name, bytes } = await file(actor);
    return attachment(name, WORD, bytes);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return nothingHere();
  }
}

export const versionIn = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : 0);
