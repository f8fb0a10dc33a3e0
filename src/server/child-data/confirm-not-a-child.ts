import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/child-data/confirm';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findWords, saveConfirmation } from './store';

interface Command {
  documentId: string;
  sectionKey: string;
  /** Of a finding in a file; absent for one in the text. */
  fileId?: string | undefined;
  hash: string;
}

export const confirmNotAChild = (actor: Actor, command: Command, at: Date) =>
  transact<rules.Confirmed>(actor, at, async (tx) => {
    const found = await findWords(tx, actor, command, at);
    const decision = rules.confirmNotAChild({ ...found, actor });
    if (!isRefusal(decision)) await saveConfirmation(tx, actor, command.documentId, decision, at);
    return decision;
  });
