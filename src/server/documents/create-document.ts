import type { DocumentKind, SectionText } from '@/domain/documents/facts';
import type { Audience } from '@/domain/visibility';
import type { Tx } from '../db';
import { contentHash } from './content-hash';

export interface NewDocument {
  kind: DocumentKind;
  regionId: string;
  cycleId: string;
  authorityId: string | null;
  slot?: string;
  /** Of a paper of the process: its name, and the group or the peer that it is of. */
  name?: string;
  groupId?: string | null;
  peerId?: string | null;
  templateId?: string | null;
  sections: readonly SectionText[];
  shares: readonly { audience: Audience; because: string; frozenOnly?: boolean }[];
  savedBy?: string | null;
  /** Freezes these sections as version 1 and puts it out for signature at once: the memorandum when a cycle opens. */
  putForSignatureBy?: { personId: string; postId: string };
}

/** Opens a document with its first sections (of a template: firstSections() in domain/documents/template.ts) and shares; gives its id. */
export async function createDocument(tx: Tx, document: NewDocument, at: Date): Promise<string> {
  const created = await tx.document.create({
    data: {
      kind: document.kind,
      regionId: document.regionId,
      cycleId: document.cycleId,
      authorityId: document.authorityId,
      slot: document.slot ?? '',
      name: document.name ?? '',
      groupId: document.groupId ?? null,
      peerId: document.peerId ?? null,
      templateId: document.templateId ?? null,
      createdAt: at,
    },
  });
  await tx.section.createMany({
    data: document.sections.map((section, index) => ({
      documentId: created.id,
      key: section.key,
      ordinal: index + 1,
      title: section.title,
      content: JSON.parse(JSON.stringify(section.content)),
      savedAt: at,
      savedBy: document.savedBy ?? null,
    })),
  });
  await tx.share.createMany({
    data: document.shares.map((share) => ({ documentId: created.id, audience: share.audience, because: share.because, frozenOnly: share.frozenOnly ?? false, sinceAt: at })),
  });
  if (document.putForSignatureBy) await putFirstVersionForSignature(tx, created.id, document.sections, document.putForSignatureBy, at);
  return created.id;
}

async function putFirstVersionForSignature(
  tx: Tx,
  documentId: string,
  sections: readonly SectionText[],
  by: { personId: string; postId: string },
  at: Date,
): Promise<void> {
  const content = sections.map(({ key, title, content }) => ({ key, title, content }));
  const version = await tx.documentVersion.create({
    data: { documentId, number: 1, content: JSON.parse(JSON.stringify(content)), contentHash: contentHash(content), createdAt: at, createdBy: by.personId },
  });
  await tx.documentAct.create({ data: { documentId, kind: 'put-for-signature', versionId: version.id, at, personId: by.personId, postId: by.postId } });
}
