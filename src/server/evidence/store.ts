import { createHash } from 'node:crypto';
import type { Accepted } from '@/domain/decision';
import { holdsFile, type AcceptedFile, type EvidenceFact } from '@/domain/evidence';
import type { SectionText } from '@/domain/documents/facts';
import type { Actor } from '@/domain/model';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';

/** Keeps the file with its bytes; gives its id. */
export async function saveEvidenceFile(tx: Tx, actor: Actor, at: Date, { change }: Accepted<AcceptedFile>, file: { documentId: string; sectionKey: string; bytes: Uint8Array }): Promise<string> {
  const kept = await tx.evidenceFile.create({
    data: {
      documentId: file.documentId,
      sectionKey: file.sectionKey,
      name: change.name,
      mediaType: change.mediaType,
      size: file.bytes.byteLength,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      uploadedAt: at,
      uploadedBy: actor.personId,
      bytes: { create: { bytes: new Uint8Array(file.bytes) } },
    },
  });
  return kept.id;
}

export async function findEvidenceFile(tx: Tx, documentId: string, sectionKey: string, fileId: string): Promise<EvidenceFact> {
  if (!isUuid(fileId)) throw new NotFound();
  const file = await tx.evidenceFile.findFirst({ where: { id: fileId, documentId, sectionKey }, select: { id: true, name: true, removedAt: true } });
  if (!file) throw new NotFound();
  return file;
}

/** A file that a frozen version holds stays readable with that version; the bytes of any other are gone. */
export async function saveRemoval(tx: Tx, documentId: string, { change }: Accepted<{ fileId: string }>, at: Date): Promise<void> {
  await tx.evidenceFile.update({ where: { id: change.fileId }, data: { removedAt: at } });
  const versions = await tx.documentVersion.findMany({ where: { documentId }, select: { content: true } });
  if (versions.some(({ content }) => holdsFile(content as unknown as SectionText[], change.fileId))) return;
  await tx.evidenceBytes.deleteMany({ where: { fileId: change.fileId } });
}
