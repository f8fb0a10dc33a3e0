import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/papers/hand-over';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findPaper } from './store';

/** The coordinator sends it back to those who wrote it, with what should be changed. */
export const returnPaper = (actor: Actor, { paperId, reason }: { paperId: string; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const decision = rules.returnPaper({ doc, actor, reason });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
