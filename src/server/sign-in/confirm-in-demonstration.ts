import { isDemonstration } from '../is-demonstration';
import { NotFound } from '../not-found';
import type { Session } from '../session-token';
import { findDemonstrationPerson } from './store';

/** In the demonstration a press on one's own name stands for the code, and is kept as that. Anywhere else there is no such thing. */
export async function confirmInDemonstration({ personId }: { personId: string }, at: Date): Promise<NonNullable<Session['proved']>> {
  if (!isDemonstration() || !(await findDemonstrationPerson(personId))) throw new NotFound();
  return { by: 'demonstration', at };
}
