import { randomUUID } from 'node:crypto';
import { env } from '../env';
import { localPath } from '../local-path';
import { signInMail } from './message';
import { codeHash, newCode, newToken, tokenHash } from './secrets';
import { findPersonByEmail, saveRequest } from './store';
import type { SignInMessage } from './deliver-message';

const MINUTES = 15;

/**
 * Someone asks to sign in. Known and unknown addresses take the same way and the same time: the message, if there is one,
 * is for the caller to deliver once the answer is on its way.
 */
export async function requestSignIn({ email, next }: { email: string; next: string }, at: Date): Promise<{ requestId: string; message: SignInMessage | null }> {
  const address = email.trim().toLowerCase();
  const [requestId, token, code] = [randomUUID(), newToken(), newCode()];
  const isSaved = await saveRequest({
    id: requestId,
    email: address,
    tokenHash: tokenHash(token),
    codeHash: codeHash(requestId, code),
    requestedAt: at,
    expiresAt: new Date(at.getTime() + MINUTES * 60_000),
  });
  const person = await findPersonByEmail(address);
  if (!isSaved || !person) return { requestId, message: null };
  const mail = signInMail({ to: address, link: linkOf(token, next), code, minutes: MINUTES });
  return { requestId, message: { requestId, personId: person.id, mail } };
}

function linkOf(token: string, next: string): string {
  const link = new URL('/sign-in/link', env().NEXTAUTH_URL);
  link.searchParams.set('token', token);
  const path = localPath(next);
  if (path !== '/my-work') link.searchParams.set('next', path);
  return link.href;
}
