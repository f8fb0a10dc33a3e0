import type { DocumentKind, SectionText } from '@/domain/documents/facts';
import type { Audience } from '@/domain/visibility';
import type { Tx } from '../db';

export interface NewDocument {
  kind: DocumentKind;
  regionId: string;
  cycleId: string;
  authorityId: string | null;
  slot?: string;
  templateId?: string | null;
  sections: readonly SectionText[];
  shares: readonly { audience: Audience; because: string; frozenOnly?: boolean }[];
  savedBy?: string | null;
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
  return created.id;
}
