import { decode, encode } from 'next-auth/jwt';
import { PROVED_BY, type Proof } from '@/domain/model';
import { env } from './env';

/** A session lasts this long, however often it is used. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** Its cookie stays longer, so that a form sent after the end still says whose words they are. */
export const COOKIE_SECONDS = 7 * 24 * 60 * 60;

export interface Session {
  personId: string;
  begunAt: Date;
  /** When and how the person last showed who they are, on this browser; absent in a session from before that was kept. */
  proved?: { by: Proof['by']; at: Date } | undefined;
}

/** The cookie's value: encrypted, so that nobody can make or read one. It says who and since when; the posts are read at each request. */
export function issueToken(session: Session): Promise<string> {
  return encode({ token: claimsFor(session), secret: env().NEXTAUTH_SECRET, maxAge: COOKIE_SECONDS });
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

/** What stands in the cookie. */
export function claimsFor({ personId, begunAt, proved }: Session) {
  return { sub: personId, begunAt: begunAt.getTime(), ...(proved && { provedBy: proved.by, provedAt: proved.at.getTime() }) };
}

/** Fresh for so many minutes: long enough to sign what one has just read, short for someone who finds the session open. */
export function proofOf({ proved }: Session): Proof | null {
  return proved ? { ...proved, freshUntil: new Date(proved.at.getTime() + env().SIGN_WITHIN_MINUTES * 60_000) } : null;
}

type Claims = Record<string, unknown>;

async function claimsOf(token: string): Promise<Claims> {
  return (await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)) ?? {};
}

function begun({ sub, begunAt, provedBy, provedAt }: Claims): Session | null {
  if (typeof sub !== 'string' || !/^[0-9a-f-]{36}$/.test(sub) || typeof begunAt !== 'number') return null;
  const by = PROVED_BY.find((way) => way === provedBy);
  return { personId: sub, begunAt: new Date(begunAt), ...(by && typeof provedAt === 'number' && { proved: { by, at: new Date(provedAt) } }) };
}
