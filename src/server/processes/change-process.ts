import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/compose/change-process';
import type { ProcessEdit } from '@/domain/processes/compose/edit';
import { transact } from '../transact';
import { findFamilies, findProcess, saveEdit } from './store';

interface Command {
  processId: string;
  /** The save that the page showed, and the part as it stood there (partText). */
  saves: number;
  over: string;
  edit: ProcessEdit;
}

/** Alters a draft by one edit. What somebody else changed in the same part meanwhile is said, and not overwritten. */
export const changeProcess = (actor: Actor, { processId, ...change }: Command, at: Date) =>
  transact(actor, at, async (tx) => {
    const process = await findProcess(tx, actor, processId);
    const decision = rules.changeProcess({ actor, process, families: await findFamilies(tx, process.regionId), ...change });
    if (!isRefusal(decision)) await saveEdit(tx, actor, process, decision, at);
    return decision;
  });
