import { stillToSign, versionForSignature } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import type { Holding } from '@/domain/holding';
import type { Actor, Office } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { unproved } from '@/domain/proof';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { headOf, placeOf } from '../load';
import { findDocumentOfRegion, findHoldings } from '../store';

/** What is out for signature and who has yet to sign, for the coordinator: facts alone, no word of the text. */
export async function loadPaperSignature(actor: Actor, documentId: string, at: Date) {
  const doc = await findDocumentOfRegion(db, actor, documentId, at);
  const capacity = capacityFor(actor, 'document.record-paper-signature', subjectOf(doc));
  if (!capacity || doc.signatories.length === 0) throw new NotFound();
  const signatories: { office: Office; holdings: Holding[] }[] = [];
  for (const office of stillToSign(doc)) signatories.push({ office, holdings: await findHoldings(db, doc, office, at) });
  return { ...headOf(doc, await placeOf(doc), at), capacity, version: versionForSignature(doc), signatories, confirmFirst: unproved(actor, at) !== null };
}
