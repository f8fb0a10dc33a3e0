import { signersLeft, signersOf } from '@/domain/documents/signers';
import { versionForSignature } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import type { Actor } from '@/domain/model';
import type { Required } from '@/domain/parties';
import { capacityFor } from '@/domain/permissions';
import { unproved } from '@/domain/proof';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { headOf, placeOf } from '../load';
import { findDocumentOfRegion, findHoldings, type HoldingOfPost } from '../store';

/** What is out for signature and who has yet to sign, for the coordinator: facts alone, no word of the text. */
export async function loadPaperSignature(actor: Actor, documentId: string, at: Date) {
  const doc = await findDocumentOfRegion(db, actor, documentId, at);
  const capacity = capacityFor(actor, 'document.record-paper-signature', subjectOf(doc));
  if (!capacity || signersOf(doc).length === 0) throw new NotFound();
  const signatories: { signer: Required; holdings: HoldingOfPost[] }[] = [];
  for (const signer of signersLeft(doc)) signatories.push({ signer, holdings: await findHoldings(db, doc, signer, at) });
  return { ...headOf(doc, await placeOf(doc), at), capacity, version: versionForSignature(doc), signatories, confirmFirst: unproved(actor, at) !== null };
}
