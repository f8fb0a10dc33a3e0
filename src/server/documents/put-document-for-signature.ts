import type { Actor } from '@/domain/model';
import { isRefusal } from '@/domain/decision';
import { putForSignature } from '@/domain/sign-off';
import { transact } from '../transact';
import { findDocument } from './find-document';
import { saveDocumentChange } from './save-change';
import { missingIn } from './store';

/** Freezes the self-view or the memorandum as it stands and puts that version out for signature. */
export const putDocumentForSignature = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findDocument(tx, actor, documentId, at);
    const decision = putForSignature({ doc, actor, missing: await missingIn(tx, doc) });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
