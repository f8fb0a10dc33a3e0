import { isRefusal, refuse } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { savePaper } from '@/domain/regional-papers';
import { saveDocumentChange } from '../documents/save-change';
import { findSections } from '../documents/store';
import { transact } from '../transact';
import { findPaper, findProfileParts } from './store';

/** Fills the headlines and the places on the journey in from the issued questions. What stood in those two sections is replaced and kept as an earlier save. */
export const fillProfile = (actor: Actor, { paperId }: { paperId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const parts = doc.kind === 'regional-profile' ? await findProfileParts(tx, actor, doc, at) : null;
    if (!parts) return refuse('not-issued', 'There is nothing to fill in yet: the packs have not been issued.');
    const live = await findSections(tx, paperId);
    const sections = live.flatMap((section) => {
      const part = parts.find(({ key }) => key === section.key);
      return part && part.content.text !== section.content.text ? [{ ...section, content: part.content }] : [];
    });
    const decision = savePaper({ doc, sections, actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
