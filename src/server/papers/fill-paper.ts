import { isRefusal, refuse } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { fillSection } from '@/domain/papers/fill-section';
import { saveDocumentChange } from '../documents/save-change';
import { findSections } from '../documents/store';
import { transact } from '../transact';
import { definitionOf, findFilling } from './fill/store';
import { findPaper } from './store';

/** Fills the first section in from what there is and the actor may read. What stood there is replaced and kept as an earlier save. */
export const fillPaper = (actor: Actor, { paperId }: { paperId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const { papers } = await definitionOf(tx, doc.cycleId);
    const paper = papers.find(({ key }) => key === doc.paper?.key);
    const definition = paper?.sections[0];
    const section = (await findSections(tx, paperId)).find(({ key }) => key === definition?.key);
    if (!paper?.fills || !definition || !section) return refuse('not-filled', 'This is written by hand.');
    const decision = fillSection({ doc, section, definition, words: await findFilling(tx, actor, doc, paper.fills, at), actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
