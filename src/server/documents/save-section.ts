import type { Accepted } from '@/domain/decision';
import type { SectionChange } from '@/domain/documents/edit';
import type { Actor } from '@/domain/model';
import type { Tx } from '../db';
import type { Prisma } from '../prisma-client/client';
import type { FoundSection } from './find-section';
import { saveDocumentChange } from './save-change';

export interface SavedSection {
  version: number;
  /** The set-aside text, when the same words were changed by two. */
  besideId: string | null;
}

/**
 * Writes what was decided about a section, and keeps every text that it ever had. Takes nothing but a decision. `savedBy` is null for
 * words that nobody typed.
 */
export async function saveSection(tx: Tx, actor: Actor, found: FoundSection, decision: Accepted<SectionChange>, at: Date, { savedBy = actor.personId }: { savedBy?: string | null } = {}): Promise<SavedSection> {
  const { content, beside, settles } = decision.change.section;
  const sectionId = found.section.id;
  let version = found.section.version;
  if (content) {
    version += 1;
    // The first save keeps what stood there before it too, for those who began from it.
    const first = version === 2 ? [{ sectionId, version: 1, content: json(found.section.content), savedAt: at, savedBy: null }] : [];
    await tx.sectionRevision.createMany({ data: [...first, { sectionId, version, content: json(content), savedAt: at, savedBy }] });
    await tx.section.update({ where: { id: sectionId, version: version - 1 }, data: { content: json(content), version, savedAt: at, savedBy } });
  }
  const besideId = beside ? await setBeside(tx, actor, sectionId, beside, at) : null;
  if (settles) await tx.sectionRevision.updateMany({ where: { id: settles, sectionId }, data: { conflict: false } });
  if (decision.change.act || decision.change.voidSignatures) await saveDocumentChange(tx, actor, found.doc, decision, at);
  return { version, besideId };
}

/** One set-aside text for each person and start: while they go on typing it grows, and the words are never lost. */
async function setBeside(tx: Tx, actor: Actor, sectionId: string, beside: NonNullable<SectionChange['section']['beside']>, at: Date): Promise<string> {
  const place = { sectionId, savedBy: actor.personId, version: beside.baseVersion, conflict: true };
  const held = await tx.sectionRevision.findFirst({ where: place, select: { id: true } });
  if (held) {
    await tx.sectionRevision.update({ where: { id: held.id }, data: { content: json(beside.content), savedAt: at } });
    return held.id;
  }
  const kept = await tx.sectionRevision.create({ data: { ...place, content: json(beside.content), savedAt: at } });
  return kept.id;
}

function json(content: Record<string, unknown>): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content));
}
