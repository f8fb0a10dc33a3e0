import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/papers/hand-over';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findPaper } from './store';

/** Its writers open it again, with a reason. Whoever has been given it keeps that text. */
export const reopenPaper = (actor: Actor, { paperId, reason }: { paperId: string; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const decision = rules.reopenPaper({ doc, actor, reason });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
