import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/papers/sign-paper';
import { saveDocumentChange } from '../documents/save-change';
import { findOwnHolding } from '../documents/store';
import { sealAfter } from '../ledger/seal';
import { transact } from '../transact';
import { findPaper } from './store';

export interface PaperRead {
  paperId: string;
  /** The text that was on the page. */
  versionId: string;
  contentHash: string;
}

export const signPaper = (actor: Actor, { paperId, versionId, contentHash }: PaperRead, at: Date) =>
  sealAfter(
    transact(actor, at, async (tx) => {
      const doc = await findPaper(tx, actor, paperId, at);
      const decision = rules.signPaper({ doc, actor, read: { versionId, contentHash }, holding: await findOwnHolding(tx, actor, at), now: at });
      if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
      return decision;
    }),
  );
