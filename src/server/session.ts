import { cache } from 'react';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import type { Actor } from '@/domain/model';
import { loadActor } from './actor/load';

export const SESSION_COOKIE = 'critical-friend.session';
export const ACTING_COOKIE = 'critical-friend.acting';

/** The signed-in person with the posts held now; null when nobody is signed in. Read once in a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  const token = jar.get(SESSION_COOKIE)?.value;
  if (!token) return null;
  const session = await decode({ token, secret: process.env.NEXTAUTH_SECRET ?? '' }).catch(() => null);
  if (!session?.sub) return null;
  const begunAt = typeof session.iat === 'number' ? new Date(session.iat * 1000) : new Date(0);
  return loadActor(session.sub, begunAt, jar.get(ACTING_COOKIE)?.value ?? null, new Date());
});

export async function requireActor(next: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return actor;
}
