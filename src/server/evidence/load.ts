import { holdsFile } from '@/domain/evidence';
import type { SectionText } from '@/domain/documents/facts';
import { sharedVersion } from '@/domain/documents/state';
import type { Actor } from '@/domain/model';
import { seesDraft } from '@/domain/visibility';
import { db } from '../db';
import { findDocument } from '../documents/find-document';
import { isUuid, NotFound } from '../not-found';

export interface ServedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** A file with its bytes, for those who see the text that it stands in; NotFound for everyone else, and when it is gone. */
export async function loadEvidenceFile(actor: Actor, documentId: string, fileId: string, at: Date): Promise<ServedFile> {
  if (!isUuid(fileId)) throw new NotFound();
  const doc = await findDocument(db, actor, documentId, at);
  const file = await db.evidenceFile.findFirst({ where: { id: fileId, documentId }, select: { name: true, mediaType: true, bytes: { select: { bytes: true } } } });
  if (!file?.bytes) throw new NotFound();
  if (!seesDraft(actor, doc.shares, at) && !(await standsInWhatIsShared(fileId))) throw new NotFound();
  return { name: file.name, mediaType: file.mediaType, bytes: file.bytes.bytes };

  async function standsInWhatIsShared(id: string): Promise<boolean> {
    const version = sharedVersion(doc);
    if (!version) return false;
    const { content, signatures } = await db.documentVersion.findUniqueOrThrow({ where: { id: version.id }, select: { content: true, signatures: { select: { scanId: true } } } });
    return signatures.some(({ scanId }) => scanId === id) || holdsFile(content as unknown as SectionText[], id);
  }
}
