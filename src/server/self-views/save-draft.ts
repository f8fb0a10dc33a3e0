import { isRefusal, refuse, type Accepted, type Refusal } from '@/domain/decision';
import { editSection, type SectionChange } from '@/domain/documents/edit';
import type { FieldDefinition } from '@/domain/documents/template';
import type { Actor } from '@/domain/model';
import { asTyped, readSectionForm, type Typed } from '@/domain/self-views/read-form';
import { findSection } from '../documents/find-section';
import { saveSection } from '../documents/save-section';
import { transact } from '../transact';

interface Command {
  documentId: string;
  sectionKey: string;
  /** The version that the page showed. */
  baseVersion: number;
  typed: Typed;
  /** Files kept a moment ago for rows of evidence. */
  files?: Readonly<Record<string, string>>;
}

export interface SavedDraft extends SectionChange {
  version: number;
  /** The section as it stands now, with what others wrote meanwhile. */
  stands: Record<string, unknown>;
  besideId: string | null;
  fields: readonly FieldDefinition[];
  /** Inputs that could not be read and so were not saved. */
  errors: Record<string, string>;
}

/** Saves what was typed into one section: by itself while someone writes, or by the button. */
export async function saveDraft(actor: Actor, { documentId, sectionKey, baseVersion, typed, files = {} }: Command, at: Date): Promise<Accepted<SavedDraft> | Refusal> {
  return transact<SavedDraft>(actor, at, async (tx) => {
    const found = await findSection(tx, actor, { documentId, sectionKey, baseVersion }, at);
    if (found.doc.kind !== 'self-view') return refuse('not-a-self-view', 'This is not a section of a self-view.');
    const { doc, fields, base } = found;
    const section = { ...found.section, content: asTyped(fields, found.section.content) };
    const { content: mine, errors } = readSectionForm(fields, base.content, typed, files);
    const decision = editSection({ doc, section, actor, permission: 'self-view.write', base: { ...base, content: asTyped(fields, base.content) }, mine });
    if (isRefusal(decision)) return decision;
    const { version, besideId } = await saveSection(tx, actor, found, decision, at);
    const stands = decision.change.section.content ?? section.content;
    return { ...decision, change: { ...decision.change, version, stands, besideId, fields, errors } };
  });
}
