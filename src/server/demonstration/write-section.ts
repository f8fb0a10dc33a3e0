import { isRefusal } from '@/domain/decision';
import { editSection, type SectionChange } from '@/domain/documents/edit';
import type { FieldDefinition } from '@/domain/documents/template';
import { WRITTEN_BY } from '@/domain/documents/writing';
import type { Actor } from '@/domain/model';
import { findSection } from '../documents/find-section';
import { saveSection } from '../documents/save-section';
import { transact } from '../transact';

/** What a writer's device sends when they have written a section. */
export const writeSection = (actor: Actor, { documentId, sectionKey, content }: { documentId: string; sectionKey: string; content: (before: Record<string, unknown>, fields: readonly FieldDefinition[]) => Record<string, unknown> }, at: Date) =>
  transact<SectionChange>(actor, at, async (tx) => {
    const found = await findSection(tx, actor, { documentId, sectionKey }, at);
    const mine = { ...found.section.content, ...content(found.section.content, found.fields) };
    const decision = editSection({ ...found, actor, permission: WRITTEN_BY[found.doc.kind]!, mine });
    if (!isRefusal(decision)) await saveSection(tx, actor, found, decision, at);
    return decision;
  });
