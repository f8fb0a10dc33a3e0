import { SENT_TOO_MUCH } from './domain/form';

/** A file of 15 MB with the words of a form around it; next.config.js takes a little more, so that nothing falls between the two. */
const MOST_SENT = 18 * 1024 * 1024;

export const config = { matcher: [{ source: '/:path*', has: [{ type: 'header', key: 'content-type', value: 'multipart/form-data.*' }] }] };

/** A form that brings far too much goes back to its page before anything of it is read, and the page says why. */
export function proxy(request: Request): Response | undefined {
  if (request.method !== 'POST' || Number(request.headers.get('content-length') ?? 0) <= MOST_SENT) return undefined;
  const url = new URL(request.url);
  url.searchParams.set('return', SENT_TOO_MUCH);
  const to = `${url.pathname}${url.search}`;
  // A form sent by script is led on by a header of its own. Next wants a whole address here, and sends its path alone.
  return request.headers.has('next-action') ? new Response(null, { headers: { 'x-action-redirect': `${to};push` } }) : new Response(null, { status: 303, headers: { location: url.href } });
}
