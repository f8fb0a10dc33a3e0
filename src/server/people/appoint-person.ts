import { isRefusal } from '@/domain/decision';
import type { Actor, Day } from '@/domain/model';
import { appoint, type PersonFacts } from '@/domain/people';
import type { Tx } from '../db';
import { transact } from '../transact';
import { findEmailHolder, findKnownPerson, findPost, saveAppointment, type PostKey } from './store';

export interface Appointing extends PostKey {
  /** Someone known by id, or somebody new. */
  person: { id: string } | { name: string; email: string };
  startsOn: Day;
  endsOn: Day | null;
  acting: boolean;
}

/** Appoints someone to a post, which is made when it is the first of its kind there. */
export const appointPerson = (actor: Actor, command: Appointing, at: Date) =>
  transact(actor, at, async (tx) => {
    const post = await findPost(tx, actor, command);
    const person = await findPerson(tx, actor, command.person);
    const emailHolder = person.id === null ? await findEmailHolder(tx, person.email) : null;
    const { startsOn, endsOn, acting } = command;
    const decision = appoint({ actor, post, person, startsOn, endsOn, acting, emailHolder });
    if (!isRefusal(decision)) await saveAppointment(tx, decision);
    return decision;
  });

async function findPerson(tx: Tx, actor: Actor, person: Appointing['person']): Promise<PersonFacts> {
  if ('id' in person) return findKnownPerson(tx, actor, person.id);
  return { id: null, name: person.name.trim(), email: person.email.trim().toLowerCase(), held: [] };
}
