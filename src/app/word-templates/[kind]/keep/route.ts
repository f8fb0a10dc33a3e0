import { nothingHere, signInFirst } from '@/app/attachment';
import { fileIn, uploadedForm } from '@/app/uploaded-form';
import { isRefusal } from '@/domain/decision';
import { FILE_FAULTS } from '@/domain/office-files';
import { actingAs, type Actor } from '@/domain/model';
import { withReturn } from '@/server/action';
import { keepFormReturn } from '@/server/form-return';
import { NotFound } from '@/server/not-found';
import { isSameOrigin } from '@/server/same-origin';
import { currentActor } from '@/server/session';
import { keepTemplate } from '@/server/word-templates/keep-template';

/** Takes a Word template. A file that is too large is no body of an action, so this is a route. */
export async function POST(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const { kind } = await params;
  const page = `/word-templates/${encodeURIComponent(kind)}`;
  const actor = await currentActor();
  if (!actor) return signInFirst(page);
  if (!isSameOrigin(request.headers)) return new Response('This did not come from a page of Critical Friend.', { status: 403 });
  const form = await uploadedForm(request);
  if (form === null) return saying(actor, page, { errors: { file: FILE_FAULTS['too-large'] } });
  const file = await fileIn(form, 'file');
  if (!file) return saying(actor, page, { errors: { file: 'Choose the Word file of the template.' } });
  const as = form.get('as');
  try {
    const outcome = await keepTemplate(typeof as === 'string' && as !== '' ? (actingAs(actor, as) ?? { ...actor, as: null }) : actor, { kind, ...file }, new Date());
    if (isRefusal(outcome)) return saying(actor, page, { errors: { file: outcome.because } });
    return saying(actor, page, { notice: `Kept as version ${outcome.change.version}. Word copies go out in it from now on.` });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return nothingHere();
  }
}

/** A body that was far too large is led on from here to the page, which says so (proxy.ts). */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const { kind } = await params;
  return new Response(null, { status: 303, headers: { location: `/word-templates/${encodeURIComponent(kind)}${new URL(request.url).search}` } });
}

const saying = async (actor: Actor, page: string, content: { errors?: Record<string, string>; notice?: string }) =>
  new Response(null, { status: 303, headers: { location: withReturn(page, await keepFormReturn(actor.personId, content)) } });
