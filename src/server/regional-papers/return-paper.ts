import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/regional-papers';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import type { PaperRead } from './sign-off-paper';
import { findPaper } from './store';

/** The chair sends the paper back with what the Board would like changed. */
export const returnPaper = (actor: Actor, { paperId, versionId, contentHash, reason }: PaperRead & { reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const decision = rules.returnPaper({ doc, read: { versionId, contentHash }, reason, actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
