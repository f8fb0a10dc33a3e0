import type { Accepted } from '@/domain/decision';
import type { PreparationChange, PreparationSection, PreparedSession } from '@/domain/forums/preparation';
import type { Actor } from '@/domain/model';
import { audience } from '@/domain/visibility';
import { dayOf } from '../../days';
import type { Tx } from '../../db';
import { createDocument } from '../../documents/create-document';
import { isUuid, NotFound } from '../../not-found';
import { visibleDocuments } from '../../visible';
import { regionsOf } from '../../forum-days/store';

export async function findPreparedSession(tx: Tx, actor: Actor, sessionId: string): Promise<PreparedSession> {
  if (!isUuid(sessionId)) throw new NotFound();
  const row = await tx.forumSession.findFirst({
    where: { id: sessionId, forum: { cycle: { regionId: { in: regionsOf(actor) } } } },
    select: {
      id: true,
      forumId: true,
      endedAt: true,
      forum: { select: { cycleId: true, onDay: true, cancelledAt: true, cycle: { select: { regionId: true } } } },
      cycleAuthority: { select: { authorityId: true } },
      challengers: { select: { authorityId: true } },
    },
  });
  if (!row) throw new NotFound();
  return {
    id: row.id,
    forumId: row.forumId,
    regionId: row.forum.cycle.regionId,
    cycleId: row.forum.cycleId,
    onDay: dayOf(row.forum.onDay),
    cancelledAt: row.forum.cancelledAt,
    endedAt: row.endedAt,
    hostAuthorityId: row.cycleAuthority.authorityId,
    challengerAuthorityIds: row.challengers.map(({ authorityId }) => authorityId),
  };
}

/** The questions that the authority's side may see, in order; none before they are issued to it. */
export async function findQuestions(tx: Tx, actor: Actor, { cycleId, hostAuthorityId }: Pick<PreparedSession, 'cycleId' | 'hostAuthorityId'>, at: Date): Promise<{ id: string; text: string }[]> {
  return tx.question.findMany({
    where: { removedAt: null, questionSet: { document: { AND: [visibleDocuments(actor, at), { cycleId, authorityId: hostAuthorityId, kind: 'questions', acts: { some: { kind: 'issued' } } }] } } },
    orderBy: { ordinal: 'asc' },
    select: { id: true, text: true },
  });
}

export interface SavedPreparation {
  documentId: string | null;
  /** When anything was last written in it; null when nothing was. */
  savedAt: number | null;
  /** Texts that were set beside because two changed the same words. */
  beside: { id: string; sectionKey: string }[];
  sections: PreparationSection[];
}

/** What an authority has prepared for a session; only ever its own people get it. */
export async function findPreparation(tx: Tx, actor: Actor, session: PreparedSession, authorityId: string, at: Date): Promise<SavedPreparation> {
  const row = await tx.document.findFirst({
    where: { AND: [visibleDocuments(actor, at), { cycleId: session.cycleId, kind: 'preparation', authorityId, slot: session.id }] },
    select: { id: true, sections: { orderBy: { ordinal: 'asc' }, select: { key: true, title: true, content: true, version: true, savedAt: true, revisions: { where: { conflict: true }, select: { id: true } } } } },
  });
  const text = (content: unknown) => (content && typeof content === 'object' && 'text' in content && typeof content.text === 'string' ? content.text : '');
  const written = row?.sections.filter(({ version }) => version > 0) ?? [];
  return {
    documentId: row?.id ?? null,
    savedAt: written.length > 0 ? Math.max(...written.map(({ savedAt }) => savedAt.getTime())) : null,
    beside: row?.sections.flatMap(({ key, revisions }) => revisions.map(({ id }) => ({ id, sectionKey: key }))) ?? [],
    sections: row?.sections.map(({ key, title, content, version }) => ({ key, title, text: text(content), version })) ?? [],
  };
}

/** Makes the document and the sections that get their first words: empty, before their first version. Gives the document's id. */
export async function openSections(
  tx: Tx,
  { session, authorityId, saved }: { session: PreparedSession; authorityId: string; saved: SavedPreparation },
  { change }: Accepted<PreparationChange>,
  at: Date,
): Promise<string> {
  const documentId = saved.documentId ?? (await openPreparation(tx, session, authorityId, at));
  const ordinal = saved.sections.length;
  const known = new Set(saved.sections.map(({ key }) => key));
  const opened = change.opens.filter(({ key }) => !known.has(key));
  if (opened.length > 0) await tx.section.createMany({ data: opened.map(({ key, title }, index) => ({ documentId, key, title, ordinal: ordinal + index + 1, content: { text: '' }, version: 0, savedAt: at })) });
  return documentId;
}

async function openPreparation(tx: Tx, session: PreparedSession, authorityId: string, at: Date): Promise<string> {
  const { regionId, cycleId, id: slot } = session;
  const shares = [{ audience: audience.authority(authorityId), because: 'It is this authority’s own preparation' }];
  return createDocument(tx, { kind: 'preparation', regionId, cycleId, authorityId, slot, sections: [], shares }, at);
}
