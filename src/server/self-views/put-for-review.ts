import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/self-views/review';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findSelfView } from './store';

/** Puts the self-view out to colleagues for internal review. */
export const putForReview = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findSelfView(tx, actor, documentId, at);
    const decision = rules.putForReview({ doc, actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
