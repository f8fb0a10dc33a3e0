import { isPackAsBefore } from '@/domain/annual-conversation-pack';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/releases';
import { saveDocumentChange } from '../documents/save-change';
import { findVersionText } from '../documents/store';
import { transact } from '../transact';
import { findOrBeginPack, findPackSections, findSources, type PackOf } from './store';

/** Puts the pack together from the signed self-view, the agreed notes and the actions, or again when one of them has changed. Gives its id. */
export async function compilePack(actor: Actor, of: PackOf, at: Date) {
  let packId = '';
  const decision = await transact(actor, at, async (tx) => {
    const pack = await findOrBeginPack(tx, actor, of, at);
    packId = pack.id;
    const sources = await findSources(tx, actor, of, at);
    const sections = await findPackSections(tx, sources);
    const last = pack.versions.at(-1);
    const isAsBefore = last !== undefined && isPackAsBefore(await findVersionText(tx, last.id), sections);
    const decided = rules.compilePack({ pack, sources, sections, isAsBefore, actor });
    if (!isRefusal(decided)) await saveDocumentChange(tx, actor, pack, decided, at);
    return decided;
  });
  return isRefusal(decision) ? decision : { ...decision, packId };
}
