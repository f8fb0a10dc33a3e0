import { isRefusal, refuse } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/self-views/carry-forward';
import { findSection } from '../documents/find-section';
import { saveSection } from '../documents/save-section';
import { transact } from '../transact';
import { findCarried } from './store';

/** Lays out what is carried to a section from earlier cycles and the figures, the first time that a writer opens it. */
export const openSection = (actor: Actor, { documentId, sectionKey }: { documentId: string; sectionKey: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const found = await findSection(tx, actor, { documentId, sectionKey }, at);
    if (!rules.takesFromBefore(found.fields)) return refuse('nothing-to-carry', 'This section takes nothing from earlier cycles.');
    const decision = rules.openSection({ ...found, actor, carried: await findCarried(tx, found.doc) });
    if (!isRefusal(decision)) await saveSection(tx, actor, found, decision, at, { savedBy: null });
    return decision;
  });
