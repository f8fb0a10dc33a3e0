import type { Actor } from '@/domain/model';
import { isRefusal } from '@/domain/decision';
import { declineToSign } from '@/domain/sign-off';
import { transact } from '../transact';
import { findDocument } from './find-document';
import { saveDocumentChange } from './save-change';
import type { SignDocument } from './sign-document';

export const declineDocument = (actor: Actor, { documentId, reason, versionId, contentHash }: SignDocument & { reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findDocument(tx, actor, documentId, at);
    const decision = declineToSign({ doc, actor, reason, read: { versionId, contentHash } });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
