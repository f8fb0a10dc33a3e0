import { stillToSign, versionForSignature } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import type { Actor, Office } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { headOf, placeOf } from '../load';
import { findDocumentOfRegion, findHolderIfAny } from '../store';

/** What is out for signature and who has yet to sign, for the coordinator: facts alone, no word of the text. */
export async function loadPaperSignature(actor: Actor, documentId: string, at: Date) {
  const doc = await findDocumentOfRegion(db, actor, documentId, at);
  const capacity = capacityFor(actor, 'document.record-paper-signature', subjectOf(doc));
  if (!capacity || doc.signatories.length === 0) throw new NotFound();
  const offices = await Promise.all(stillToSign(doc).map(async (office): Promise<{ office: Office; holder: string | null }> => {
    const holder = await findHolderIfAny(db, doc, office, at);
    return { office, holder: holder?.signatoryName ?? null };
  }));
  return { ...headOf(doc, await placeOf(doc), at), capacity, version: versionForSignature(doc), offices };
}
