import type { Actor } from '@/domain/model';
import { isRefusal } from '@/domain/decision';
import { recall } from '@/domain/sign-off';
import { transact } from '../transact';
import { findDocument } from './find-document';
import { saveDocumentChange } from './save-change';

/** Takes a text back from signature, with a reason; the signatories are told. */
export const recallDocument = (actor: Actor, { documentId, reason }: { documentId: string; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findDocument(tx, actor, documentId, at);
    const decision = recall({ doc, actor, reason });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
