import { isRefusal } from '@/domain/decision';
import type { Actor, Day } from '@/domain/model';
import * as rules from '@/domain/self-views/give-section';
import { today } from '../days';
import { transact } from '../transact';
import { findPost, findSelfView, saveGift, sectionOf } from './store';

/** Gives a section to a post of the same authority to write, by a day. */
export const giveSection = (actor: Actor, command: { documentId: string; sectionKey: string; postId: string; dueOn: Day | null }, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findSelfView(tx, actor, command.documentId, at);
    const section = sectionOf(doc, command.sectionKey);
    const post = await findPost(tx, command.postId);
    const decision = rules.giveSection({ doc, section, actor, post, dueOn: command.dueOn, today: today(at) });
    if (!isRefusal(decision)) await saveGift(tx, actor, section, decision, at);
    return decision;
  });
