import { sectionsFor, sideOf, type Side } from '@/domain/forums/preparation';
import type { Actor, HeldPost } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { loadPack, loadPackFigures } from '../pack/load';
import { findForum } from '../../forum-days/store';
import { findPreparation, findPreparedSession } from './store';

export type PreparationPage = Awaited<ReturnType<typeof loadPreparation>>;

/** The page on which one side prepares; NotFound for a post whose authority has no part in the session. */
export async function loadPreparation(actor: Actor, forumId: string, sessionId: string, at: Date) {
  const session = await findPreparedSession(db, actor, sessionId);
  if (session.forumId !== forumId) throw new NotFound();
  const as = [actor.as, ...actor.posts].find((post): post is HeldPost => Boolean(post && sideOf(session, post.authority?.id)));
  const side = sideOf(session, as?.authority?.id);
  if (!as?.authority || !side) throw new NotFound();
  const authority = as.authority;
  const [forum, saved, pack] = await Promise.all([
    findForum(db, actor, forumId),
    findPreparation(db, actor, session, authority.id, at),
    loadPack(actor, { cycleId: session.cycleId, authorityId: session.hostAuthorityId }, at),
  ]);
  const slot = forum.sessions.find(({ id }) => id === sessionId);
  if (!slot) throw new NotFound();
  const figures = pack.questions ? await loadPackFigures({ cycleId: session.cycleId, authorityId: session.hostAuthorityId }) : [];
  return {
    side,
    authority,
    /** The document that holds what was saved; null before the first save. */
    preparationId: saved.documentId,
    forum,
    session: slot,
    pack,
    figures,
    documentId: saved.documentId,
    savedAt: saved.savedAt,
    beside: saved.beside,
    sections: sectionsFor(side, pack.questions?.items ?? [], saved.sections),
    closed: session.endedAt !== null || session.cancelledAt !== null,
    may: capacityFor({ ...actor, as }, 'preparation.write', { regionId: session.regionId, authorityId: authority.id }),
  };
}

/** Each authority prepares in a place of its own: neither side sees that the other writes. */
export const placeOf = (sessionId: string, authorityId: string | undefined) => `preparation/${sessionId}/${authorityId ?? ''}`;

/** Where one side prepares, and how far each of its sections is, for those who write there; NotFound for everyone else. */
export async function loadWriters(actor: Actor, sessionId: string, at: Date): Promise<{ place: string; versions: Record<string, number> }> {
  const session = await findPreparedSession(db, actor, sessionId);
  const as = [actor.as, ...actor.posts].find((post) => post && sideOf(session, post.authority?.id));
  const authorityId = as?.authority?.id;
  if (!authorityId || !capacityFor({ ...actor, as }, 'preparation.write', { regionId: session.regionId, authorityId })) throw new NotFound();
  const { sections } = await findPreparation(db, actor, session, authorityId, at);
  return { place: placeOf(sessionId, authorityId), versions: Object.fromEntries(sections.map(({ key, version }) => [key, version])) };
}

/** On which side the actor's authorities take part in a session; null for none, or where there is no such session. */
export async function findOwnSide(actor: Actor, sessionId: string): Promise<Side | null> {
  const session = await findPreparedSession(db, actor, sessionId).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  return session ? (actor.posts.map(({ authority }) => sideOf(session, authority?.id)).find((side) => side !== null) ?? null) : null;
}
