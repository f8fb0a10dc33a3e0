import type { Accepted } from '@/domain/decision';
import type { PreparationChange, PreparationSection, PreparedSession } from '@/domain/forums/preparation';
import type { Actor } from '@/domain/model';
import { audience } from '@/domain/visibility';
import { dayOf } from '../../days';
import type { Tx } from '../../db';
import { createDocument } from '../../documents/create-document';
import { isUuid, NotFound } from '../../not-found';
import { visibleDocuments } from '../../visible';
import { regionsOf } from '../store';

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
  sections: PreparationSection[];
}

/** What an authority has prepared for a session; only ever its own people get it. */
export async function findPreparation(tx: Tx, actor: Actor, session: PreparedSession, authorityId: string, at: Date): Promise<SavedPreparation> {
  const row = await tx.document.findFirst({
    where: { AND: [visibleDocuments(actor, at), { cycleId: session.cycleId, kind: 'preparation', authorityId, slot: session.id }] },
    select: { id: true, sections: { orderBy: { ordinal: 'asc' }, select: { key: true, title: true, content: true, version: true } } },
  });
  const text = (content: unknown) => (content && typeof content === 'object' && 'text' in content && typeof content.text === 'string' ? content.text : '');
  return { documentId: row?.id ?? null, sections: row?.sections.map(({ key, title, content, version }) => ({ key, title, text: text(content), version })) ?? [] };
}

/** Each text is kept beside the ones before it: nothing that was typed is lost. */
export async function savePreparationSections(
  tx: Tx,
  actor: Actor,
  { session, authorityId, saved }: { session: PreparedSession; authorityId: string; saved: SavedPreparation },
  { change }: Accepted<PreparationChange>,
  at: Date,
): Promise<void> {
  const documentId = saved.documentId ?? (await openPreparation(tx, session, authorityId, at));
  const known = new Set(saved.sections.map(({ key }) => key));
  let ordinal = saved.sections.length;
  for (const { key, title, text, version } of change.sections) {
    const content = { text };
    const written = { title, content, savedAt: at, savedBy: actor.personId };
    const section = known.has(key)
      ? await tx.section.update({ where: { documentId_key: { documentId, key }, version: version - 1 }, data: { ...written, version } })
      : await tx.section.create({ data: { documentId, key, ordinal: (ordinal += 1), ...written } });
    await tx.sectionRevision.create({ data: { sectionId: section.id, version: section.version, content, savedAt: at, savedBy: actor.personId } });
  }
}

async function openPreparation(tx: Tx, session: PreparedSession, authorityId: string, at: Date): Promise<string> {
  const { regionId, cycleId, id: slot } = session;
  const shares = [{ audience: audience.authority(authorityId), because: 'It is this authority’s own preparation' }];
  return createDocument(tx, { kind: 'preparation', regionId, cycleId, authorityId, slot, sections: [], shares }, at);
}
