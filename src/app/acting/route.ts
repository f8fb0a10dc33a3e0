import { cookies } from 'next/headers';
import { actingAs } from '@/domain/model';
import { localPath } from '@/server/local-path';
import { isSameOrigin } from '@/server/same-origin';
import { ACTING_COOKIE, cookieOptions, currentActor } from '@/server/session';

/** Changes the post in which the person acts, to one of their own, and goes back to the page. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const back = localPath(form.get('back'));
  const actor = await currentActor();
  const post = form.get('post');
  if (!actor) return seeOther(`/sign-in?next=${encodeURIComponent(back)}`);
  if (isSameOrigin(request.headers) && typeof post === 'string' && actingAs(actor, post)) (await cookies()).set(ACTING_COOKIE, post, cookieOptions());
  return seeOther(back);
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
