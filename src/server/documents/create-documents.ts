import { randomUUID } from 'node:crypto';
import type { SectionText } from '@/domain/documents/facts';
import type { Tx } from '../db';
import { contentHash } from './content-hash';
import type { NewDocument } from './create-document';

/** Many documents at once, in a fixed number of queries; gives their ids in the same order. What createDocument does, for a whole cycle. */
export async function createDocuments(tx: Tx, documents: readonly NewDocument[], at: Date): Promise<string[]> {
  const made = documents.map((document) => ({ id: randomUUID() as string, document }));
  await tx.document.createMany({
    data: made.map(({ id, document: { kind, regionId, cycleId, authorityId, slot, name, groupId, peerId, templateId } }) => ({
      id,
      kind,
      regionId,
      cycleId,
      authorityId,
      slot: slot ?? '',
      name: name ?? '',
      groupId: groupId ?? null,
      peerId: peerId ?? null,
      templateId: templateId ?? null,
      createdAt: at,
    })),
  });
  await tx.section.createMany({
    data: made.flatMap(({ id, document }) =>
      document.sections.map(({ key, title, content }, index) => ({
        documentId: id,
        key,
        ordinal: index + 1,
        title,
        content: JSON.parse(JSON.stringify(content)),
        savedAt: at,
        savedBy: document.savedBy ?? null,
      })),
    ),
  });
  await tx.share.createMany({
    data: made.flatMap(({ id, document }) =>
      document.shares.map(({ audience, because, frozenOnly }) => ({ documentId: id, audience, because, frozenOnly: frozenOnly ?? false, sinceAt: at })),
    ),
  });
  await putForSignature(tx, made, at);
  return made.map(({ id }) => id);
}

async function putForSignature(tx: Tx, made: readonly { id: string; document: NewDocument }[], at: Date): Promise<void> {
  const out = made.flatMap(({ id, document }) => {
    if (!document.putForSignatureBy) return [];
    const content: SectionText[] = document.sections.map(({ key, title, content }) => ({ key, title, content }));
    return [{ documentId: id, versionId: randomUUID() as string, content, by: document.putForSignatureBy }];
  });
  await tx.documentVersion.createMany({
    data: out.map(({ documentId, versionId, content, by }) => ({
      id: versionId,
      documentId,
      number: 1,
      content: JSON.parse(JSON.stringify(content)),
      contentHash: contentHash(content),
      createdAt: at,
      createdBy: by.personId,
    })),
  });
  await tx.documentAct.createMany({
    data: out.map(({ documentId, versionId, by }) => ({ documentId, kind: 'put-for-signature', versionId, at, ...by })),
  });
}
