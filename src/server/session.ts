import { cache } from 'react';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Actor } from '@/domain/model';
import { loadActor } from './actor/load';
import { env } from './env';
import { COOKIE_SECONDS, issueToken, ownerOfToken, proofOf, readToken, type Session } from './session-token';

export const SESSION_COOKIE = 'critical-friend.session';
export const ACTING_COOKIE = 'critical-friend.acting';

/** For the cookies of the session: no script reads them, no other site sends them with a form. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', secure: env().NEXTAUTH_URL.startsWith('https://'), path: '/', maxAge: COOKIE_SECONDS } as const;
}

/** The signed-in person with the posts held now; null when nobody is signed in. Read once in a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  const token = jar.get(SESSION_COOKIE)?.value;
  const now = new Date();
  const session = token ? await readToken(token, now) : null;
  if (!session) return null;
  return loadActor(session.personId, session.begunAt, jar.get(ACTING_COOKIE)?.value ?? null, now, proofOf(session));
});

export async function requireActor(next: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return actor;
}

/** Whose session has ended on this browser, so that what they typed is kept for them alone; null when nobody was signed in. */
export async function lapsedPersonId(): Promise<string | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return token ? ownerOfToken(token) : null;
}

/** Signs the person in on this browser, in none of the posts that somebody else chose before. */
export async function beginSession(session: Session): Promise<void> {
  const jar = await cookies();
  jar.set(SESSION_COOKIE, await issueToken(session), cookieOptions());
  jar.delete(ACTING_COOKIE);
}

/** The same session, with a new proof: in the cookie alone, so that a copy that somebody took of it before stays as stale as it was. */
export async function renewProof(proved: NonNullable<Session['proved']>, at: Date): Promise<void> {
  const jar = await cookies();
  const session = await readToken(jar.get(SESSION_COOKIE)?.value ?? '', at);
  if (session) jar.set(SESSION_COOKIE, await issueToken({ ...session, proved }), cookieOptions());
}

export async function forgetSession(): Promise<void> {
  const jar = await cookies();
  jar.delete(SESSION_COOKIE);
  jar.delete(ACTING_COOKIE);
}
