import { isRefusal, refuse } from '@/domain/decision';
import { editSection, type SectionChange } from '@/domain/documents/edit';
import { stageOf } from '@/domain/forum-notes';
import type { Actor } from '@/domain/model';
import { findSection } from '../documents/find-section';
import { saveSection } from '../documents/save-section';
import { transact } from '../transact';
import { findNotes, SECTION } from './store';

interface Command {
  documentId: string;
  text: string;
  /** The section's version that the writer began from. */
  typedOver: number;
}

/** The regional team goes on writing the draft; two at once lose nothing, and a change after the notes were final takes the signatures off. */
export const editDraft = (actor: Actor, { documentId, text, typedOver }: Command, at: Date) =>
  transact<SectionChange>(actor, at, async (tx) => {
    const notes = await findNotes(tx, actor, documentId, at);
    if (stageOf(notes) === 'agreed') return refuse('agreed', 'These notes are agreed and signed. They can no longer be changed.');
    const found = await findSection(tx, actor, { documentId, sectionKey: SECTION, baseVersion: typedOver }, at);
    const decision = editSection({ ...found, actor, permission: 'forum-notes.draft', mine: { text } });
    if (!isRefusal(decision)) await saveSection(tx, actor, found, decision, at);
    return decision;
  });
