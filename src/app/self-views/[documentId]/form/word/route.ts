import { attachment, nothingHere, signInFirst, WORD } from '@/app/attachment';
import { env } from '@/server/env';
import { NotFound } from '@/server/not-found';
import { loadFormFile } from '@/server/self-views/offline-form/load';
import { currentActor } from '@/server/session';

/** The form to fill in offline; `?empty=yes` without what is written so far. */
export async function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  const { documentId } = await params;
  const actor = await currentActor();
  if (!actor) return signInFirst(`/self-views/${documentId}/form`);
  try {
    const { fileName, bytes } = await loadFormFile(actor, documentId, { empty: new URL(request.url).searchParams.get('empty') === 'yes', origin: env().NEXTAUTH_URL }, new Date());
    return attachment(fileName, WORD, bytes);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return nothingHere();
  }
}
