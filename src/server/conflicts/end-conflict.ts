import * as rules from '@/domain/authority-conflicts';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { conflictOf, findRegister, saveConflictEnded } from './store';

/** From now on the two may challenge one another again. */
export const endConflict = (actor: Actor, command: { conflictId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const register = await findRegister(tx, actor, at);
    const decision = rules.endConflict(actor, register, conflictOf(register, command.conflictId));
    if (!isRefusal(decision)) await saveConflictEnded(tx, decision, at);
    return decision;
  });
