import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/people';
import { today } from '../days';
import { transact } from '../transact';
import { findEmailHolder, findKnownPerson, saveCorrection } from './store';

/** Mends a name or the address with which someone signs in. Signatures keep the name under which they were given. */
export const correctPerson = (actor: Actor, command: { personId: string; name: string; email: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const person = await findKnownPerson(tx, actor, command.personId);
    const email = command.email.trim().toLowerCase();
    const decision = rules.correctPerson({
      actor,
      person: { id: person.id, regionId: actor.as?.region.id ?? '', held: person.held },
      today: today(at),
      name: command.name.trim(),
      email,
      emailHolder: await findEmailHolder(tx, email),
    });
    if (!isRefusal(decision)) await saveCorrection(tx, decision);
    return decision;
  });
