import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/papers/hand-over';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findPaper, missingIn } from './store';

/** Freezes the paper as it stands and hands that version over, or puts it out for signature. */
export const handOverPaper = (actor: Actor, { paperId }: { paperId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const decision = rules.handOverPaper({ doc, actor, missing: await missingIn(tx, paperId) });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
