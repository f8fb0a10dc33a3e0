import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/regional-papers';
import { saveDocumentChange } from '../documents/save-change';
import { findSections } from '../documents/store';
import { transact } from '../transact';
import { findPaper } from './store';

/** Freezes the paper and puts that version before the Board. */
export const putToBoard = (actor: Actor, { paperId }: { paperId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const empty = (await findSections(tx, paperId)).filter(({ content }) => String(content.text ?? '').trim() === '').map(({ title }) => title);
    const decision = rules.putToBoard({ doc, empty, actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
