import { randomUUID } from 'node:crypto';
import { refuse, type Refusal } from '@/domain/decision';
import type { SignInMessage } from './deliver-message';
import { confirmationMail } from './message';
import { codeHash, newCode, newToken, tokenHash } from './secrets';
import { findAddress, saveRequest } from './store';

const MINUTES = 15;

/** Someone who is signed in asks for a code to their own address, to confirm who they are. It serves nobody else, and signs nobody in. */
export async function requestConfirmation({ personId }: { personId: string }, at: Date): Promise<{ requestId: string; message: SignInMessage } | Refusal> {
  const email = await findAddress(personId);
  const [requestId, code] = [randomUUID(), newCode()];
  const isSaved = await saveRequest({
    id: requestId,
    email,
    personId,
    // No link goes out with it: nobody knows this token.
    tokenHash: tokenHash(newToken()),
    codeHash: codeHash(requestId, code),
    requestedAt: at,
    expiresAt: new Date(at.getTime() + MINUTES * 60_000),
  });
  if (!isSaved) return refuse('too-many-codes', 'Five messages have gone to your address within a quarter of an hour. Use the code in the last one, or ask again in a few minutes.');
  return { requestId, message: { requestId, personId, mail: confirmationMail({ to: email, code, minutes: MINUTES }) } };
}
