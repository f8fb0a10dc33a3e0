import { EVENTS, type EventType } from '@/domain/events';
import type { Happened, ForumTold } from '@/domain/notifications/happened';
import type { Needs } from '@/domain/notifications/notice';
import { postName, type Office } from '@/domain/model';
import type { DocumentKind } from '@/domain/documents/facts';
import type { Tx } from '../db';
import { unscopedDocument } from '../documents/find-document';
import { isUuid, NotFound } from '../not-found';
import type { Event } from '../prisma-client/client';
import { unscopedStepFacts } from '../step-facts/load';

/** The event with what its notice needs to know; null when it is of no region, another tells of it too, or what it was about is gone. */
export async function findHappened(tx: Tx, event: Event, needs: readonly Needs[], at: Date): Promise<Happened | null> {
  const regionId = event.regionId;
  if (!regionId || !isEventType(event.type)) return null;
  const needed = (what: Needs) => needs.includes(what);
  try {
    const acts = needed('together') ? await sameAct(tx, event) : [event];
    if (acts[0]?.id !== event.id) return null;
    return {
      id: String(event.id),
      type: event.type,
      at: event.at,
      data: (event.data ?? {}) as Record<string, unknown>,
      personId: event.personId,
      by: await postNameOf(tx, event.postId),
      regionId,
      subjectId: event.subjectId,
      authority: event.authorityId ? await authorityOf(tx, event.authorityId) : null,
      document: needed('document') && event.documentId ? await unscopedDocument(tx, event.documentId) : null,
      together: needed('together') ? await kindsOf(tx, acts) : [],
      cycle: needed('steps') && event.cycleId ? await stepsFor(tx, event.cycleId, event.authorityId, at) : null,
      forum: needed('forum') && event.subjectId ? await forumOf(tx, event.subjectId) : null,
      ...(needed('forums') ? { forums: await forumsNamed(tx, event) } : {}),
      action: needed('action') && event.subjectId ? await actionOf(tx, event.subjectId) : null,
    };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

function isEventType(type: string): type is EventType {
  return type in EVENTS;
}

/** The events of one type that one press made about one authority, in order. */
function sameAct(tx: Tx, { type, at, personId, cycleId, authorityId }: Event): Promise<Pick<Event, 'id' | 'documentId'>[]> {
  return tx.event.findMany({ where: { type, at, personId, cycleId, authorityId }, select: { id: true, documentId: true }, orderBy: { id: 'asc' } });
}

async function kindsOf(tx: Tx, acts: readonly Pick<Event, 'documentId'>[]): Promise<DocumentKind[]> {
  const ids = acts.flatMap(({ documentId }) => documentId ?? []);
  const kinds = new Map((await tx.document.findMany({ where: { id: { in: ids } }, select: { id: true, kind: true } })).map(({ id, kind }) => [id, kind as DocumentKind]));
  return [...new Set(ids.flatMap((id) => kinds.get(id) ?? []))];
}

async function postNameOf(tx: Tx, postId: string | null): Promise<string | null> {
  if (!postId) return null;
  const post = await tx.post.findUnique({ where: { id: postId }, include: { region: true, group: true, authority: true } });
  if (!post) return null;
  const { region, group, authority, office, remit } = post;
  return postName({ office: office as Office, remit, acting: false, region, group, authority: authority && { id: authority.id, name: authority.shortName, slug: authority.slug } });
}

async function authorityOf(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const { shortName } = await tx.authority.findUniqueOrThrow({ where: { id }, select: { shortName: true } });
  return { id, name: shortName };
}

async function stepsFor(tx: Tx, cycleId: string, authorityId: string | null, at: Date): Promise<Happened['cycle']> {
  const { facts, steps } = await unscopedStepFacts(tx, { cycle: { id: cycleId }, of: authorityId ? { authorityIds: [authorityId] } : 'all', audiences: [] }, at);
  return { facts, steps };
}

async function forumOf(tx: Tx, id: string): Promise<ForumTold | null> {
  const row = await tx.forum.findUnique({
    where: { id },
    include: {
      group: { select: { name: true } },
      invitations: { select: { postId: true, sentAt: true, removedAt: true } },
      sessions: { select: { cycleAuthority: { select: { authorityId: true } }, challengers: { select: { authorityId: true } } } },
    },
  });
  return (
    row && {
      id,
      groupId: row.groupId,
      group: row.group.name,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      cancelledAt: row.cancelledAt,
      facilitatorPostId: row.facilitatorPostId,
      sessions: row.sessions.map(({ cycleAuthority, challengers }) => ({ authorityId: cycleAuthority.authorityId, challengerIds: challengers.map(({ authorityId }) => authorityId) })),
      invitations: row.invitations,
    }
  );
}

/** The forum days that the event names, in the order of its act. */
async function forumsNamed(tx: Tx, { data }: Event): Promise<ForumTold[]> {
  const ids = String((data as { forums?: unknown } | null)?.forums ?? '').split(' ').filter(isUuid);
  const found: ForumTold[] = [];
  for (const id of ids) found.push(...[await forumOf(tx, id)].flatMap((forum) => forum ?? []));
  return found;
}

async function actionOf(tx: Tx, id: string): Promise<Happened['action']> {
  const row = await tx.action.findUnique({ where: { id }, select: { ordinal: true, ownerPostId: true } });
  return row && { id, number: row.ordinal, ownerPostId: row.ownerPostId };
}
