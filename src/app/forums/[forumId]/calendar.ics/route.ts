import { loadForumCalendar } from '@/server/forums/invitations/load';
import { NotFound } from '@/server/not-found';
import { currentActor } from '@/server/session';

export async function GET(_: Request, { params }: { params: Promise<{ forumId: string }> }): Promise<Response> {
  const { forumId } = await params;
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 303, headers: { location: `/sign-in?next=${encodeURIComponent(`/forums/${forumId}`)}` } });
  try {
    const { name, method, text } = await loadForumCalendar(actor, forumId);
    return new Response(text, {
      headers: { 'content-type': `text/calendar; charset=utf-8; method=${method}`, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' },
    });
  } catch (error) {
    if (error instanceof NotFound) return new Response('There is nothing here that you can open.', { status: 404 });
    throw error;
  }
}
