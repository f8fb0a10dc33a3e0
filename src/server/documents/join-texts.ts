import { isRefusal, refuse } from '@/domain/decision';
import { editSection } from '@/domain/documents/edit';
import { joinTexts, type Choices } from '@/domain/documents/join-texts';
import { WRITTEN_BY } from '@/domain/documents/writing';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findSection } from './find-section';
import { saveSection } from './save-section';
import { findBeside } from './sections/store';

interface Command {
  documentId: string;
  sectionKey: string;
  besideId: string;
  /** The version that the page set beside the other. */
  againstVersion: number;
  choices: Choices;
}

/** Two texts of the same words become one, as a person chose for each place. */
export const joinSectionTexts = (actor: Actor, { documentId, sectionKey, besideId, againstVersion, choices }: Command, at: Date) =>
  transact(actor, at, async (tx) => {
    const now = await findSection(tx, actor, { documentId, sectionKey }, at);
    const permission = WRITTEN_BY[now.doc.kind];
    if (!permission) return refuse('not-written', 'This is not written here.');
    if (now.section.version !== againstVersion) return refuse('changed-meanwhile', 'Someone has changed this section again. Here are both texts as they stand now.');
    const beside = await findBeside(tx, now.section.id, besideId);
    const { base } = await findSection(tx, actor, { documentId, sectionKey, baseVersion: beside.version }, at);
    const mine = joinTexts({ base: base.content, theirs: now.section.content, mine: beside.content, choices });
    const decision = editSection({ ...now, actor, permission, mine, settles: beside.id });
    if (!isRefusal(decision)) await saveSection(tx, actor, now, decision, at);
    return decision;
  });
