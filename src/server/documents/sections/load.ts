import { sectionInWords } from '@/domain/documents/in-words';
import { writingAddress } from '@/domain/documents/address';
import { differences } from '@/domain/documents/join-texts';
import { sittingsOf } from '@/domain/documents/sittings';
import { subjectOf } from '@/domain/documents/subject';
import { closedToWriting, WRITTEN_BY } from '@/domain/documents/writing';
import type { Actor } from '@/domain/model';
import { sectionSubject } from '@/domain/papers/parts';
import { capacityFor } from '@/domain/permissions';
import { seesDraft } from '@/domain/visibility';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { loadDocumentHead } from '../load';
import { findTemplate } from '../store';
import { findBeside, findSave } from './store';

type Content = Record<string, unknown>;

/** Two texts of the same words, place by place; for those who see the draft. */
export async function loadBeside(actor: Actor, { documentId, sectionKey, besideId }: { documentId: string; sectionKey: string; besideId: string }, at: Date) {
  const page = await loadLiveSection(actor, documentId, sectionKey, at);
  const beside = await findBeside(db, page.section.id, besideId);
  const base = await db.sectionRevision.findFirst({ where: { sectionId: page.section.id, version: beside.version, conflict: false }, orderBy: { savedAt: 'asc' }, select: { content: true } });
  const names = await namesOf([beside.savedBy, page.savedBy]);
  return {
    ...page,
    theirs: { by: names.get(page.savedBy ?? '') ?? 'A colleague', at: page.section.savedAt },
    mine: { by: names.get(beside.savedBy ?? '') ?? 'A colleague', at: beside.savedAt, own: beside.savedBy === actor.personId },
    places: differences({ base: (base?.content ?? {}) as Content, theirs: page.content, mine: beside.content }),
  };
}

const MOST = 1000;

/** Every earlier save of a section, by sitting, and one of them beside how it stands now; for those who see the draft. */
export async function loadSaves(actor: Actor, { documentId, sectionKey, keptId }: { documentId: string; sectionKey: string; keptId: string | null }, at: Date) {
  const page = await loadLiveSection(actor, documentId, sectionKey, at);
  const [saves, kept] = await Promise.all([
    db.sectionRevision.findMany({ where: { sectionId: page.section.id }, orderBy: [{ savedAt: 'desc' }, { version: 'desc' }], take: MOST, select: { id: true, version: true, savedAt: true, savedBy: true } }),
    keptId ? findSave(db, page.section.id, keptId) : null,
  ]);
  const names = await namesOf([...saves.map(({ savedBy }) => savedBy), kept?.savedBy ?? null]);
  const words = (content: Content) => sectionInWords({ key: sectionKey, title: page.section.title, content }, page.template);
  return {
    ...page,
    words: words(page.content),
    sittings: sittingsOf(saves).map((sitting) => ({ ...sitting, by: names.get(sitting.last.savedBy ?? '') ?? null })),
    all: saves.length < MOST,
    kept: kept && { ...kept, by: names.get(kept.savedBy ?? '') ?? null, words: words(kept.content) },
  };
}

export type SavesPage = Awaited<ReturnType<typeof loadSaves>>;
export type BesidePage = Awaited<ReturnType<typeof loadBeside>>;

async function loadLiveSection(actor: Actor, documentId: string, sectionKey: string, at: Date) {
  const head = await loadDocumentHead(actor, documentId, at);
  const { doc } = head;
  const permission = WRITTEN_BY[doc.kind];
  const section = doc.sections.find(({ key }) => key === sectionKey);
  if (!permission || !section || !seesDraft(actor, doc.shares, at)) throw new NotFound();
  const [row, template, session] = await Promise.all([
    db.section.findUniqueOrThrow({ where: { id: section.id }, select: { content: true, version: true, savedBy: true } }),
    findTemplate(db, documentId),
    doc.kind === 'preparation' ? db.forumSession.findUnique({ where: { id: doc.slot }, select: { endedAt: true, forumId: true, forum: { select: { onDay: true, cancelledAt: true } } } }) : null,
  ]);
  const closed = closedToWriting({ ...doc, session: session && { onDay: session.forum.onDay.toISOString().slice(0, 10), endedAt: session.endedAt, cancelledAt: session.forum.cancelledAt } });
  return {
    ...head,
    section,
    content: row.content as Content,
    savedBy: row.savedBy,
    againstVersion: row.version,
    template,
    fields: template?.sections.find(({ key }) => key === sectionKey)?.fields ?? [],
    address: writingAddress(doc, sectionKey, session?.forumId ?? null),
    closed,
    may: closed ? null : capacityFor(actor, permission, doc.kind === 'paper' ? sectionSubject(doc, sectionKey) : { ...subjectOf(doc), givenToPostIds: section.givenToPostIds }),
  };
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({ where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
