import { decode, encode } from 'next-auth/jwt';
import { env } from './env';

/** A session lasts this long, however often it is used. */
export const SESSION_SECONDS = 12 * 60 * 60;

export interface Session {
  personId: string;
  begunAt: Date;
}

/** The cookie's value: encrypted, so that nobody can make or read one. It says who and since when; the posts are read at each request. */
export function issueToken({ personId, begunAt }: Session): Promise<string> {
  return encode({ token: { sub: personId, begunAt: begunAt.getTime() }, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
}

/** Null when it is not ours, is spoilt or is too old. */
export async function readToken(token: string, at: Date): Promise<Session | null> {
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return claims ? sessionOf(claims, at) : null;
}

export function sessionOf(claims: Record<string, unknown>, at: Date): Session | null {
  const { sub, begunAt } = claims;
  if (typeof sub !== 'string' || !/^[0-9a-f-]{36}$/.test(sub) || typeof begunAt !== 'number') return null;
  if (at.getTime() - begunAt > SESSION_SECONDS * 1000) return null;
  return { personId: sub, begunAt: new Date(begunAt) };
}
