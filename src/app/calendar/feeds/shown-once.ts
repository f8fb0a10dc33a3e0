import { cookies } from 'next/headers';
import { cookieOptions } from '@/server/session';

// An address is kept as a hash alone, so it cannot come back with the form: for the two minutes in which it is copied, it is in a cookie
// of the one who made it, and nowhere else.

const COOKIE = 'critical-friend.new-feed';
const SECONDS = 120;

export async function showFeedOnce({ id, token }: { id: string; token: string }): Promise<void> {
  (await cookies()).set(COOKIE, `${id}.${token}`, { ...cookieOptions(), sameSite: 'strict', path: '/calendar/feeds', maxAge: SECONDS });
}

/** The token of the address that was just made, if it is one of these. */
export async function tokenToShow(feedIds: readonly string[]): Promise<{ id: string; token: string } | null> {
  const [id, token] = ((await cookies()).get(COOKIE)?.value ?? '').split('.');
  return id && token && feedIds.includes(id) ? { id, token } : null;
}
