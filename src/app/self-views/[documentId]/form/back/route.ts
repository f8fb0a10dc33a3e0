import { nothingHere, signInFirst } from '@/app/attachment';
import { fileIn, uploadedForm } from '@/app/uploaded-form';
import { isRefusal } from '@/domain/decision';
import { FILE_FAULTS } from '@/domain/office-files';
import { actingAs, type Actor } from '@/domain/model';
import { withReturn } from '@/server/action';
import { env } from '@/server/env';
import { keepFormReturn } from '@/server/form-return';
import { NotFound } from '@/server/not-found';
import { isSameOrigin } from '@/server/same-origin';
import { bringBackForm } from '@/server/self-views/offline-form/bring-back-form';
import { currentActor } from '@/server/session';

/** Takes a form that was filled in offline, and leads to what it would change. A file that is too large is no body of an action, so this is a route. */
export async function POST(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  const { documentId } = await params;
  const page = `/self-views/${documentId}/form`;
  const actor = await currentActor();
  if (!actor) return signInFirst(page);
  if (!isSameOrigin(request.headers)) return new Response('This did not come from a page of Critical Friend.', { status: 403 });
  const form = await uploadedForm(request);
  if (form === null) return saying(actor, page, FILE_FAULTS['too-large'].replace(/ and add.*|, or give.*/, ' and bring that back.'));
  const file = await fileIn(form, 'file');
  if (!file) return saying(actor, page, 'Choose the Word file that you filled in.');
  const as = form.get('as');
  try {
    const outcome = await bringBackForm(typeof as === 'string' && as !== '' ? (actingAs(actor, as) ?? { ...actor, as: null }) : actor, { documentId, ...file, origin: env().NEXTAUTH_URL }, new Date());
    if (isRefusal(outcome)) return saying(actor, page, outcome.because);
    const notice = 'The form is here. Nothing has changed yet: read what it says, and accept the sections that you want.';
    return goTo(withReturn(`${page}/${outcome.change.formId}`, await keepFormReturn(actor.personId, { notice })));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return nothingHere();
  }
}

/** A body that was far too large is led on from here to the page, which says so (proxy.ts). */
export async function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  const { documentId } = await params;
  return new Response(null, { status: 303, headers: { location: `/self-views/${documentId}/form${new URL(request.url).search}` } });
}

const saying = async (actor: Actor, page: string, sentence: string) => goTo(withReturn(page, await keepFormReturn(actor.personId, { errors: { file: sentence } })));

const goTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });
