import { refuse, type Refusal } from '@/domain/decision';
import type { Session } from '../session-token';
import { tokenHash } from './secrets';
import { findPersonByEmail, findRequestByToken, claimRequest } from './store';

/** The button on the page that the mailed link opens was pressed. */
export async function signInByLink({ token }: { token: string }, at: Date): Promise<Session | Refusal> {
  const request = await findRequestByToken(tokenHash(token), at);
  const person = request ? await findPersonByEmail(request.email) : null;
  if (!request || !person || !(await claimRequest(request.id, at))) {
    return refuse('link-over', 'This link has been used, or it is more than 15 minutes old.');
  }
  return { personId: person.id, begunAt: at, proved: { by: 'link', at } };
}
