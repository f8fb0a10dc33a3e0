import * as rules from '@/domain/authority-conflicts';
import type { NewConflict } from '@/domain/authority-conflicts';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { today } from '../days';
import { transact } from '../transact';
import { findRegister, saveConflict } from './store';

/** Records that two authorities do not challenge one another, and why. */
export const recordConflict = (actor: Actor, command: NewConflict, at: Date) =>
  transact(actor, at, async (tx) => {
    const register = await findRegister(tx, actor, at);
    const decision = rules.recordConflict(actor, register, command, today(at));
    if (!isRefusal(decision)) await saveConflict(tx, actor, register, decision, at);
    return decision;
  });
