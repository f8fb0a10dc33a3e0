import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env';

/**
 * Says in a form for whom its page was made, so that what was typed comes back to that person and nobody else when the form is sent
 * after they were signed out. It opens nothing, and nobody can make one for somebody else.
 */
export function writerToken(personId: string): string {
  return `${personId}.${seal(personId)}`;
}

/** The person, or null for a token that is not ours. */
export function personOf(token: unknown): string | null {
  if (typeof token !== 'string') return null;
  const [personId = '', given = ''] = token.split('.');
  const [one, two] = [Buffer.from(seal(personId)), Buffer.from(given)];
  return one.length === two.length && timingSafeEqual(one, two) ? personId : null;
}

const seal = (personId: string) => createHmac('sha256', env().NEXTAUTH_SECRET).update(`writer:${personId}`).digest('base64url');
