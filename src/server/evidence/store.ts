import { createHash } from 'node:crypto';
import type { Accepted } from '@/domain/decision';
import { holdsFile, type AcceptedFile, type EvidenceFact, type HeldFile } from '@/domain/evidence';
import { fileReading, type FileReading } from '@/domain/file-reading';
import type { SectionText } from '@/domain/documents/facts';
import type { Actor } from '@/domain/model';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';

/** Keeps the file with its bytes; gives its id. */
export async function saveEvidenceFile(tx: Tx, actor: Actor, at: Date, { change }: Accepted<AcceptedFile>, file: { documentId: string; sectionKey: string; bytes: Uint8Array; reading: FileReading }): Promise<string> {
  const kept = await tx.evidenceFile.create({
    data: {
      documentId: file.documentId,
      sectionKey: file.sectionKey,
      name: change.name,
      mediaType: change.mediaType,
      size: file.bytes.byteLength,
      sha256: sha256Of(file.bytes),
      uploadedAt: at,
      uploadedBy: actor.personId,
      reading: file.reading,
      bytes: { create: { bytes: new Uint8Array(file.bytes) } },
    },
  });
  return kept.id;
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export async function findEvidenceFile(tx: Tx, documentId: string, sectionKey: string, fileId: string): Promise<EvidenceFact> {
  if (!isUuid(fileId)) throw new NotFound();
  const file = await tx.evidenceFile.findFirst({ where: { id: fileId, documentId, sectionKey }, select: { id: true, name: true, removedAt: true } });
  if (!file) throw new NotFound();
  return file;
}

/** A file with what was seen in it, and the first frozen version that holds it. */
export async function findHeldFile(tx: Tx, documentId: string, sectionKey: string, fileId: string): Promise<HeldFile & { sha256: string }> {
  const { id, name, removedAt } = await findEvidenceFile(tx, documentId, sectionKey, fileId);
  const { sha256, reading } = await tx.evidenceFile.findUniqueOrThrow({ where: { id }, select: { sha256: true, reading: true } });
  const versions = await tx.documentVersion.findMany({ where: { documentId }, orderBy: { number: 'asc' }, select: { number: true, content: true } });
  const frozenIn = versions.find(({ content }) => holdsFile(content as unknown as SectionText[], id))?.number ?? null;
  return { id, name, removedAt, sha256, frozenIn, reading: fileReading.nullable().catch(null).parse(reading ?? null) };
}

/** The copy takes the place of what was given, whose hash stays beside its own. */
export async function saveClean(tx: Tx, actor: Actor, { change }: Accepted<{ fileId: string }>, clean: { bytes: Uint8Array; reading: FileReading; givenSha256: string }, at: Date): Promise<void> {
  const { bytes, reading, givenSha256 } = clean;
  await tx.evidenceBytes.update({ where: { fileId: change.fileId }, data: { bytes: new Uint8Array(bytes) } });
  const { givenSha256: first } = await tx.evidenceFile.findUniqueOrThrow({ where: { id: change.fileId }, select: { givenSha256: true } });
  await tx.evidenceFile.update({ where: { id: change.fileId }, data: { size: bytes.byteLength, sha256: sha256Of(bytes), reading, cleanedAt: at, cleanedBy: actor.personId, givenSha256: first ?? givenSha256 } });
}

/** A file that a frozen version holds stays readable with that version; the bytes of any other are gone. */
export async function saveRemoval(tx: Tx, documentId: string, { change }: Accepted<{ fileId: string }>, at: Date): Promise<void> {
  await tx.evidenceFile.update({ where: { id: change.fileId }, data: { removedAt: at } });
  const versions = await tx.documentVersion.findMany({ where: { documentId }, select: { content: true } });
  if (versions.some(({ content }) => holdsFile(content as unknown as SectionText[], change.fileId))) return;
  await tx.evidenceBytes.deleteMany({ where: { fileId: change.fileId } });
}
