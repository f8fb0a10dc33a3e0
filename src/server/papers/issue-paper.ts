import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/papers/issue-paper';
import { isIssuedByItsWriter } from '@/domain/papers/parts';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findPaper, missingIn } from './store';

/** The regional team issues what it was handed, or what it wrote itself. */
export const issuePaper = (actor: Actor, { paperId }: { paperId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const decision = rules.issuePaper({ doc, actor, missing: isIssuedByItsWriter(doc) ? await missingIn(tx, paperId) : [] });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
