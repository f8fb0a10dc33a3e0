import { isRefusal } from '@/domain/decision';
import { actingAs, type Actor } from '@/domain/model';
import { withReturn } from '@/server/action';
import { keepFormReturn } from '@/server/form-return';
import { NotFound } from '@/server/not-found';
import { bringInFile } from '@/server/processes/bring-in-file';
import { isSameOrigin } from '@/server/same-origin';
import { currentActor } from '@/server/session';
import { nothingHere, signInFirst } from '../../attachment';
import { fileIn, uploadedForm } from '../../uploaded-form';

const PAGE = '/processes/new';

/** Takes a process file. A file that is too large is no body of an action, so this is a route. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return signInFirst(PAGE);
  if (!isSameOrigin(request.headers)) return new Response('This did not come from a page of Critical Friend.', { status: 403 });
  const form = await uploadedForm(request);
  const file = form && (await fileIn(form, 'file'));
  if (!form) return saying(actor, PAGE, { errors: { file: 'Line 1: The file is far too large for a process.' } });
  if (!file) return saying(actor, PAGE, { errors: { file: 'Choose the file of the process.' } });
  const [as, of] = [String(form.get('as') ?? ''), String(form.get('of') ?? '')];
  try {
    const outcome = await bringInFile(as === '' ? actor : (actingAs(actor, as) ?? { ...actor, as: null }), { bytes: file.bytes, of: of === '' ? null : of }, new Date());
    if (isRefusal(outcome)) return saying(actor, PAGE, { values: { of }, errors: { file: outcome.because } });
    return saying(actor, `/processes/${outcome.change.id}/edit`, { notice: 'The file is brought in, as a draft. Look it through before it is published.' });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return nothingHere();
  }
}

/** A body that was far too large is led on from here to the page, which says so (proxy.ts). */
export async function GET(request: Request): Promise<Response> {
  return new Response(null, { status: 303, headers: { location: `${PAGE}${new URL(request.url).search}` } });
}

const saying = async (actor: Actor, page: string, content: Parameters<typeof keepFormReturn>[1]) =>
  new Response(null, { status: 303, headers: { location: withReturn(page, await keepFormReturn(actor.personId, content)) } });
