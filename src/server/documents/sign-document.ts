import type { Actor } from '@/domain/model';
import { isRefusal } from '@/domain/decision';
import { sign } from '@/domain/sign-off';
import { sealAfter } from '../ledger/seal';
import { transact } from '../transact';
import { findDocument } from './find-document';
import { saveDocumentChange } from './save-change';
import { findOwnHolding } from './store';

export interface SignDocument {
  documentId: string;
  /** The text that was on the page. */
  versionId: string;
  contentHash: string;
}

export const signDocument = (actor: Actor, { documentId, versionId, contentHash }: SignDocument, at: Date) =>
  sealAfter(
    transact(actor, at, async (tx) => {
      const doc = await findDocument(tx, actor, documentId, at);
      const decision = sign({ doc, actor, read: { versionId, contentHash }, holding: await findOwnHolding(tx, actor, at), now: at });
      if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
      return decision;
    }),
  );
