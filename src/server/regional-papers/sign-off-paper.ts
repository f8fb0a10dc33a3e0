import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/regional-papers';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findPaper } from './store';

export interface PaperRead {
  paperId: string;
  /** The text that was on the page. */
  versionId: string;
  contentHash: string;
}

export const signOffPaper = (actor: Actor, { paperId, versionId, contentHash }: PaperRead, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const decision = rules.signOffPaper({ doc, read: { versionId, contentHash }, actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
