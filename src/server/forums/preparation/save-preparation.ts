import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/forums/preparation';
import type { Actor } from '@/domain/model';
import { NotFound } from '../../not-found';
import { transact } from '../../transact';
import { findPreparation, findPreparedSession, findQuestions, savePreparationSections } from './store';

/** For the authority of the post in which the actor acts. */
export const savePreparation = (actor: Actor, { sessionId, typed }: { sessionId: string; typed: readonly rules.TypedSection[] }, at: Date) =>
  transact(actor, at, async (tx) => {
    const session = await findPreparedSession(tx, actor, sessionId);
    const authorityId = actor.as?.authority?.id;
    const side = rules.sideOf(session, authorityId);
    if (!side || !authorityId) throw new NotFound();
    const saved = await findPreparation(tx, actor, session, authorityId, at);
    const sections = rules.sectionsFor(side, await findQuestions(tx, actor, session, at), saved.sections);
    const decision = rules.savePreparation({ actor, session, authorityId, sections, typed });
    if (!isRefusal(decision)) await savePreparationSections(tx, actor, { session, authorityId, saved }, decision, at);
    return decision;
  });
