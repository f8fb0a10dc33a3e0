import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { newProcess, type NewProcess } from '@/domain/processes/compose/beginnings';
import * as rules from '@/domain/processes/compose/drafts';
import { NotFound } from '../not-found';
import { transact } from '../transact';
import { findFamilies, findProcess, saveDraft } from './store';

/** From a version of a process: its next version, or with a title a process of its own. */
interface FromVersion {
  fromId: string;
  title?: string;
}

/** Begins a draft from a version, or from nothing. The change holds the draft's id. */
export const startDraft = (actor: Actor, command: FromVersion | NewProcess, at: Date) =>
  transact(actor, at, async (tx) => {
    const from = 'fromId' in command ? await findProcess(tx, actor, command.fromId) : null;
    const regionId = from?.regionId ?? actor.as?.region.id;
    if (!regionId) throw new NotFound();
    const definition = from ? { ...from.definition, ...(command.title === undefined ? {} : { title: command.title.trim() }) } : newProcess(command as NewProcess);
    const decision = rules.startDraft({ actor, regionId, definition, families: await findFamilies(tx, regionId), of: from && command.title === undefined ? from.key : null });
    if (isRefusal(decision)) return decision;
    const id = await saveDraft(tx, actor, regionId, decision, at);
    return { ...decision, change: { ...decision.change, id } };
  });
