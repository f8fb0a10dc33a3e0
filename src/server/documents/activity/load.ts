import { isOwnSide } from '@/domain/documents/reading';
import { eventSays, isOwnSideOnly } from '@/domain/events';
import { OFFICE_NAMES, type Actor, type Office } from '@/domain/model';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { loadDocumentHead } from '../load';

const AT_ONCE = 50;

export interface Happening {
  id: string;
  at: Date;
  says: string;
  /** The post that acted, and who held it; null for what the product did by itself. */
  by: { post: string; person: string } | null;
}

/** What happened with a document, newest first, a page at a time. What its own side keeps to itself is shown to that side alone. */
export async function loadActivity(actor: Actor, documentId: string, page: number, at: Date) {
  const head = await loadDocumentHead(actor, documentId, at);
  const own = isOwnSide(actor, head.doc, at);
  if (!own && head.doc.kind === 'annual-conversation') throw new NotFound();
  const kinds = await db.event.groupBy({ by: ['type'], where: { documentId }, _count: true });
  const shown = kinds.filter(({ type }) => own || !isOwnSideOnly(type));
  const events = await db.event.findMany({
    where: { documentId, type: { in: shown.map(({ type }) => type) } },
    orderBy: { id: 'desc' },
    skip: (page - 1) * AT_ONCE,
    take: AT_ONCE,
  });
  const [posts, people] = await Promise.all([
    db.post.findMany({ where: { id: { in: present(events.map(({ postId }) => postId)) } }, select: { id: true, office: true, authority: { select: { shortName: true } }, group: { select: { name: true } }, region: { select: { name: true } } } }),
    db.person.findMany({ where: { id: { in: present(events.map(({ personId }) => personId)) } }, select: { id: true, name: true } }),
  ]);
  const postNames = new Map(posts.map((post) => [post.id, `${OFFICE_NAMES[post.office as Office]}, ${post.authority?.shortName ?? post.group?.name ?? post.region.name}`]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const happenings = events.map((event): Happening => {
    const person = event.personId && names.get(event.personId);
    return {
      id: String(event.id),
      at: event.at,
      says: eventSays(event.type, (event.data ?? {}) as Record<string, unknown>),
      by: person ? { person, post: postNames.get(event.postId ?? '') ?? '' } : null,
    };
  });
  const count = shown.reduce((sum, { _count }) => sum + _count, 0);
  return { ...head, own, happenings, page, pages: Math.max(1, Math.ceil(count / AT_ONCE)) };
}

function present(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
