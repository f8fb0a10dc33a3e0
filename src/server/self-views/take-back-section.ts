import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/self-views/give-section';
import { transact } from '../transact';
import { findPost, findSelfView, saveTakenBack, sectionOf } from './store';

export const takeBackSection = (actor: Actor, { documentId, sectionKey, postId }: { documentId: string; sectionKey: string; postId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findSelfView(tx, actor, documentId, at);
    const section = sectionOf(doc, sectionKey);
    const decision = rules.takeBackSection({ doc, section, actor, post: await findPost(tx, postId) });
    if (!isRefusal(decision)) await saveTakenBack(tx, section, decision);
    return decision;
  });
