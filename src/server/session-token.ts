import { decode, encode } from 'next-auth/jwt';
import { env } from './env';

/** A session lasts this long, however often it is used. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** Its cookie stays longer, so that a form sent after the end still says whose words they are. */
export const COOKIE_SECONDS = 7 * 24 * 60 * 60;

export interface Session {
  personId: string;
  begunAt: Date;
}

/** The cookie's value: encrypted, so that nobody can make or read one. It says who and since when; the posts are read at each request. */
export function issueToken({ personId, begunAt }: Session): Promise<string> {
  return encode({ token: { sub: personId, begunAt: begunAt.getTime() }, secret: env().NEXTAUTH_SECRET, maxAge: COOKIE_SECONDS });
}

/** Null when it is not ours, is spoilt or is too old. */
export async function readToken(token: string, at: Date): Promise<Session | null> {
  return sessionOf(await claimsOf(token), at);
}

/** Whose session it is or was; opens nothing. */
export async function ownerOfToken(token: string): Promise<string | null> {
  return begun(await claimsOf(token))?.personId ?? null;
}

export function sessionOf(claims: Claims, at: Date): Session | null {
  const session = begun(claims);
  return session && at.getTime() - session.begunAt.getTime() <= SESSION_SECONDS * 1000 ? session : null;
}

type Claims = Record<string, unknown>;

async function claimsOf(token: string): Promise<Claims> {
  return (await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)) ?? {};
}

function begun({ sub, begunAt }: Claims): Session | null {
  if (typeof sub !== 'string' || !/^[0-9a-f-]{36}$/.test(sub) || typeof begunAt !== 'number') return null;
  return { personId: sub, begunAt: new Date(begunAt) };
}
