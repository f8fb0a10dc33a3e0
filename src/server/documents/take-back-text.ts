import { isRefusal, refuse } from '@/domain/decision';
import { editSection } from '@/domain/documents/edit';
import { WRITTEN_BY } from '@/domain/documents/writing';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findSection } from './find-section';
import { saveSection } from './save-section';
import { findSave } from './sections/store';

interface Command {
  documentId: string;
  sectionKey: string;
  /** The earlier text. */
  keptId: string;
  /** The version that the page compared it with. */
  againstVersion: number;
}

/** An earlier text of a section stands again, as a new save; what stood until now is kept with the others. */
export const takeBackText = (actor: Actor, { documentId, sectionKey, keptId, againstVersion }: Command, at: Date) =>
  transact(actor, at, async (tx) => {
    const now = await findSection(tx, actor, { documentId, sectionKey }, at);
    const permission = WRITTEN_BY[now.doc.kind];
    if (!permission) return refuse('not-written', 'This is not written here.');
    if (now.section.version !== againstVersion) return refuse('changed-meanwhile', 'Someone has changed this section meanwhile. Here it is compared with how it stands now.');
    const { content } = await findSave(tx, now.section.id, keptId);
    const decision = editSection({ ...now, actor, permission, mine: content });
    if (!isRefusal(decision)) await saveSection(tx, actor, now, decision, at);
    return decision;
  });
