import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/papers/sign-paper';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import type { PaperRead } from './sign-paper';
import { findPaper } from './store';

export const declinePaper = (actor: Actor, { paperId, versionId, contentHash, reason }: PaperRead & { reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const decision = rules.declinePaper({ doc, actor, read: { versionId, contentHash }, reason });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
