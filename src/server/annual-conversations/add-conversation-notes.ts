import { isRefusal } from '@/domain/decision';
import type { Actor, Day } from '@/domain/model';
import * as rules from '@/domain/releases';
import { today } from '../days';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findPack } from './store';

/** Adds the notes that were agreed in the meeting, as a new version of the pack; Ofsted sees it when it is released again. */
export const addConversationNotes = (actor: Actor, { packId, metOn, text }: { packId: string; metOn: Day; text: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const pack = await findPack(tx, actor, packId, at);
    const decision = rules.addConversationNotes({ pack, metOn, text, today: today(at), actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, pack, decision, at);
    return decision;
  });
