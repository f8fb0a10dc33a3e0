import { refuse, type Refusal } from '@/domain/decision';
import type { Session } from '../session-token';
import { codeHash, isSameHash } from './secrets';
import { findPersonByEmail, takeAttempt, claimRequest } from './store';

/** The code of the message was typed on the page where it was asked for; five tries for each message. */
export async function signInByCode({ requestId, code }: { requestId: string; code: string }, at: Date): Promise<Session | Refusal> {
  const request = await takeAttempt(requestId, at);
  if (!request) return refuse('code-over', 'This code can no longer be used: it was used, it is more than 15 minutes old, or it was mistyped five times.');
  const isRight = isSameHash(codeHash(requestId, code), request.codeHash);
  const person = await findPersonByEmail(request.email);
  if (!isRight || !person || !(await claimRequest(requestId, at))) return refuse('wrong-code', 'That is not the code in the message.');
  return { personId: person.id, begunAt: at, proved: { by: 'code', at } };
}
