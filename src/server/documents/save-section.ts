import type { Accepted } from '@/domain/decision';
import type { SectionChange } from '@/domain/documents/edit';
import { same } from '@/domain/documents/merge';
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
export async function saveSection(tx: Tx, actor: Actor, found: FoundSection, decision: Accepted<SectionChange>, at: Date, { savedBy = actor.personId, saveId = null }: { savedBy?: string | null; saveId?: string | null } = {}): Promise<SavedSection> {
  const { content, beside, settles } = decision.change.section;
  const sectionId = found.section.id;
  let version = found.section.version;
  if (content) {
    version += 1;
    // What stood there and was never saved by anybody is kept too, for those who began from it.
    const first = !found.section.isKept && version > 1 ? [{ sectionId, version: version - 1, content: json(found.section.content), savedAt: at, savedBy: null }] : [];
    await tx.sectionRevision.createMany({ data: [...first, { sectionId, version, content: json(content), savedAt: at, savedBy, saveId }] });
    await tx.section.update({ where: { id: sectionId, version: version - 1 }, data: { content: json(content), version, savedAt: at, savedBy } });
  }
  const besideId = beside ? await setBeside(tx, actor, sectionId, beside, { at, saveId }) : null;
  if (settles) await tx.sectionRevision.updateMany({ where: { id: settles, sectionId }, data: { conflict: false, saveId: null } });
  if (decision.change.act || decision.change.voidSignatures) await saveDocumentChange(tx, actor, found.doc, decision, at);
  return { version, besideId };
}

/** A set-aside text grows while its writer goes on typing; another page of the same writer has one of its own. */
async function setBeside(tx: Tx, actor: Actor, sectionId: string, beside: NonNullable<SectionChange['section']['beside']>, { at, saveId }: { at: Date; saveId: string | null }): Promise<string> {
  const place = { sectionId, savedBy: actor.personId, version: beside.baseVersion, conflict: true };
  const grown = { content: json(beside.content), savedAt: at, saveId };
  const held = beside.id ? { id: beside.id } : (await tx.sectionRevision.findMany({ where: place, select: { id: true, content: true } })).find(({ content }) => same(content, beside.content));
  if (held) {
    await tx.sectionRevision.update({ where: { id: held.id }, data: grown });
    return held.id;
  }
  const kept = await tx.sectionRevision.create({ data: { ...place, ...grown } });
  return kept.id;
}

function json(content: Record<string, unknown>): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content));
}
