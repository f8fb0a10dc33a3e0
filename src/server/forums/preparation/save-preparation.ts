import { isRefusal, type Accepted, type Refusal } from '@/domain/decision';
import * as rules from '@/domain/forums/preparation';
import type { Actor } from '@/domain/model';
import { writeSections, type TypedSection, type WrittenSections } from '../../documents/write-section';
import { NotFound } from '../../not-found';
import { transact } from '../../transact';
import { findPreparation, findPreparedSession, findQuestions, openSections } from './store';

/** A section as it was typed; its first words make it. */
export type PreparedSection = Omit<TypedSection, 'documentId'>;
export type WrittenPreparation = WrittenSections & { documentId: string };

/** For the authority of the post in which the actor acts. */
export const savePreparation = (actor: Actor, { sessionId, sections }: { sessionId: string; sections: readonly PreparedSection[] }, at: Date): Promise<Accepted<WrittenPreparation> | (Refusal & Partial<WrittenPreparation>)> =>
  transact<WrittenPreparation>(actor, at, async (tx) => {
    const session = await findPreparedSession(tx, actor, sessionId);
    const authorityId = actor.as?.authority?.id;
    const side = rules.sideOf(session, authorityId);
    if (!side || !authorityId) throw new NotFound();
    const saved = await findPreparation(tx, actor, session, authorityId, at);
    const known = rules.sectionsFor(side, await findQuestions(tx, actor, session, at), saved.sections);
    const decision = rules.writePreparation({ actor, session, authorityId, sections: known, keys: sections.map(({ sectionKey }) => sectionKey) });
    if (isRefusal(decision)) return decision;
    const documentId = await openSections(tx, { session, authorityId, saved }, decision, at);
    const written = await writeSections(tx, actor, sections.filter(({ sectionKey }) => known.some(({ key }) => key === sectionKey)).map((section) => ({ ...section, documentId })), at);
    return isRefusal(written) ? { ...written, documentId } : { ...written, change: { ...written.change, documentId } };
  });
