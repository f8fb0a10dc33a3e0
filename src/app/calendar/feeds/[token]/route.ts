import { isMissing } from '@/server/not-found';
import { readFeed } from '@/server/regional-calendar/feeds/load';

const HEADERS = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' };

/** A calendar program asks without a session: the token is all that it has. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  try {
    return new Response(await readFeed(token.replace(/\.ics$/, ''), new Date()), {
      headers: { ...HEADERS, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="critical-friend.ics"' },
    });
  } catch (error) {
    if (isMissing(error)) return new Response('There is nothing here that you can open.', { status: 404, headers: HEADERS });
    throw error;
  }
}
