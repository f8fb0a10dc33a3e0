import { isRefusal, refuse } from '@/domain/decision';
import { editSection } from '@/domain/documents/edit';
import { joinTexts, type Choices } from '@/domain/documents/join-texts';
import type { Actor } from '@/domain/model';
import { findSection } from '../documents/find-section';
import { saveSection } from '../documents/save-section';
import { transact } from '../transact';
import { findBeside } from './store';

interface Command {
  documentId: string;
  sectionKey: string;
  besideId: string;
  /** The version that the page set beside the other. */
  againstVersion: number;
  choices: Choices;
}

/** Two texts of the same words become one, as a person chose for each. */
export const joinSectionTexts = (actor: Actor, { documentId, sectionKey, besideId, againstVersion, choices }: Command, at: Date) =>
  transact(actor, at, async (tx) => {
    const now = await findSection(tx, actor, { documentId, sectionKey }, at);
    if (now.section.version !== againstVersion) return refuse('changed-meanwhile', 'Someone has changed this section again. Here are both texts as they stand now.');
    const beside = await findBeside(tx, now.section.id, besideId);
    const { base } = await findSection(tx, actor, { documentId, sectionKey, baseVersion: beside.baseVersion }, at);
    const mine = joinTexts({ base: base.content, theirs: now.section.content, mine: beside.content, choices });
    const decision = editSection({ ...now, actor, permission: 'self-view.write', mine, settles: beside.id });
    if (!isRefusal(decision)) await saveSection(tx, actor, now, decision, at);
    return decision;
  });
