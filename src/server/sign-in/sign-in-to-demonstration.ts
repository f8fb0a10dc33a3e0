import { isDemonstration } from '../is-demonstration';
import { NotFound } from '../not-found';
import type { Session } from '../session-token';
import { findDemonstrationPerson } from './store';

/** Signs in as one of the demonstration's people, in the demonstration alone; anywhere else there is no such thing. */
export async function signInToDemonstration({ personId }: { personId: string }, at: Date): Promise<Session> {
  const person = isDemonstration() ? await findDemonstrationPerson(personId) : null;
  if (!person) throw new NotFound();
  return { personId: person.id, begunAt: at, proved: { by: 'demonstration', at } };
}
