import type { Accepted } from '@/domain/decision';
import type { EndChange, ImmediateActionChange, KeptNote, NoteChange, NotedSession, NoteKind, StrikeChange, Strikeable, SupportChange } from '@/domain/forums/session-notes';
import type { Actor } from '@/domain/model';
import { dateOf, dayOf } from '../../days';
import type { Tx } from '../../db';
import { isUuid, NotFound } from '../../not-found';
import { liveShares } from '../../visible';

/** A session whose notes the actor sees while they are taken; NotFound for everyone else, the host among them. */
export async function findNotedSession(tx: Tx, actor: Actor, sessionId: string, at: Date): Promise<NotedSession> {
  if (!isUuid(sessionId)) throw new NotFound();
  const row = await tx.forumSession.findFirst({
    where: { id: sessionId, notesDocument: { shares: { some: { ...liveShares(actor.audiences, at), frozenOnly: false } } } },
    select: {
      id: true,
      forumId: true,
      notesId: true,
      endedAt: true,
      forum: { select: { cycleId: true, groupId: true, onDay: true, cancelledAt: true } },
      challengers: { select: { authorityId: true } },
      notesDocument: { select: { regionId: true, acts: { where: { kind: 'sent-for-comment' }, orderBy: { at: 'asc' }, take: 1, select: { at: true } } } },
      cycleAuthority: { select: { authority: { select: { id: true, shortName: true } } } },
    },
  });
  if (!row) throw new NotFound();
  const { id, name } = { id: row.cycleAuthority.authority.id, name: row.cycleAuthority.authority.shortName };
  const questions = await tx.question.findMany({ where: { questionSet: { document: { cycleId: row.forum.cycleId, authorityId: id, kind: 'questions' } } }, select: { id: true } });
  return {
    id: row.id,
    forumId: row.forumId,
    regionId: row.notesDocument.regionId,
    cycleId: row.forum.cycleId,
    groupId: row.forum.groupId,
    onDay: dayOf(row.forum.onDay),
    authority: { id, name },
    challengerAuthorityIds: row.challengers.map(({ authorityId }) => authorityId),
    notesId: row.notesId,
    endedAt: row.endedAt,
    cancelledAt: row.forum.cancelledAt,
    sentAt: row.notesDocument.acts[0]?.at ?? null,
    questionIds: questions.map((question) => question.id),
  };
}

/** A note under this id, in whatever session: the device makes the ids. */
export async function findNote(tx: Tx, id: string): Promise<KeptNote | null> {
  const row = await tx.sessionNote.findUnique({ where: { id } });
  return row && { sessionId: row.sessionId, personId: row.personId, questionId: row.questionId, kind: row.kind as NoteKind, text: row.text, version: row.version, struckAt: row.struckAt };
}

export async function hasSupport(tx: Tx, id: string): Promise<boolean> {
  return (await tx.supportRequest.count({ where: { id } })) > 0;
}

export async function hasImmediateAction(tx: Tx, id: string): Promise<boolean> {
  return (await tx.immediateAction.count({ where: { id } })) > 0;
}

/** Who wrote the thing to be struck out; NotFound when it is not of this session. */
export async function findStrikeable(tx: Tx, sessionId: string, what: Strikeable, id: string): Promise<{ personId: string; struckAt: Date | null }> {
  if (!isUuid(id)) throw new NotFound();
  const find = { where: { id, sessionId }, select: { personId: true, struckAt: true } };
  const row = what === 'note' ? await tx.sessionNote.findFirst(find) : what === 'support' ? await tx.supportRequest.findFirst(find) : await tx.immediateAction.findFirst(find);
  if (!row) throw new NotFound();
  return row;
}

export async function saveNote(tx: Tx, actor: Actor, sessionId: string, { change }: Accepted<NoteChange>, at: Date): Promise<void> {
  const { id, questionId, kind, text, notedAt, version } = change;
  if (version > 1) {
    await tx.sessionNote.update({ where: { id, version: version - 1 }, data: { questionId, kind, text, version, savedAt: at } });
    return;
  }
  await tx.sessionNote.create({ data: { id, sessionId, questionId, kind, text, notedAt, savedAt: at, personId: actor.personId, postId: actor.as!.id } });
}

export async function saveSupport(tx: Tx, actor: Actor, sessionId: string, { change }: Accepted<SupportChange>, at: Date): Promise<void> {
  await tx.supportRequest.create({ data: { ...change, sessionId, personId: actor.personId, at } });
}

export async function saveImmediateAction(tx: Tx, actor: Actor, sessionId: string, { change }: Accepted<ImmediateActionChange>, at: Date): Promise<void> {
  const { byOn, ...action } = change;
  await tx.immediateAction.create({ data: { ...action, byOn: byOn ? dateOf(byOn) : null, sessionId, personId: actor.personId, at } });
}

export async function saveStrike(tx: Tx, { change: { id, what } }: Accepted<StrikeChange>, at: Date): Promise<void> {
  const strike = { where: { id }, data: { struckAt: at } };
  if (what === 'note') await tx.sessionNote.update(strike);
  else if (what === 'support') await tx.supportRequest.update(strike);
  else await tx.immediateAction.update(strike);
}

export async function countOthersToEnd(tx: Tx, session: Pick<NotedSession, 'id' | 'forumId'>): Promise<number> {
  return tx.forumSession.count({ where: { forumId: session.forumId, id: { not: session.id }, endedAt: null } });
}

export async function saveEnd(tx: Tx, session: Pick<NotedSession, 'forumId'>, { change }: Accepted<EndChange>, at: Date): Promise<void> {
  await tx.forumSession.update({ where: { id: change.sessionId }, data: { endedAt: at } });
  if (change.lastOfDay) await tx.forum.update({ where: { id: session.forumId }, data: { heldAt: at } });
}
