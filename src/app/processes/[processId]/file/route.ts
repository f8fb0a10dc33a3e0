import { NotFound } from '@/server/not-found';
import { loadProcessFile } from '@/server/processes/load';
import { currentActor } from '@/server/session';
import { attachment, nothingHere, signInFirst } from '../../../attachment';

/** The version as a file, to be brought in elsewhere. */
export async function GET(_request: Request, { params }: { params: Promise<{ processId: string }> }): Promise<Response> {
  const { processId } = await params;
  const actor = await currentActor();
  if (!actor) return signInFirst(`/processes/${encodeURIComponent(processId)}`);
  try {
    const { name, text } = await loadProcessFile(actor, processId);
    return attachment(name, 'application/json', new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return nothingHere();
  }
}
