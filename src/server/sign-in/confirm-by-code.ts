import { refuse, type Refusal } from '@/domain/decision';
import type { Session } from '../session-token';
import { codeHash, isSameHash } from './secrets';
import { claimRequest, takeAttempt } from './store';

/** The code that was sent to this person to confirm who they are was typed; five tries for each, and it is used once. */
export async function confirmByCode({ personId, requestId, code }: { personId: string; requestId: string; code: string }, at: Date): Promise<NonNullable<Session['proved']> | Refusal> {
  const request = await takeAttempt(requestId, at, personId);
  if (!request) return refuse('code-over', 'This code can no longer be used: it was used, it is more than 15 minutes old, or it was mistyped five times. Ask for another.');
  if (!isSameHash(codeHash(requestId, code), request.codeHash) || !(await claimRequest(requestId, at))) return refuse('wrong-code', 'That is not the code in the message.');
  return { by: 'code', at };
}
