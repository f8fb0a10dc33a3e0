import { isPackAsBefore } from '@/domain/annual-conversation-pack';
import { isRefusal, type Refusal } from '@/domain/decision';
import { documentInWords } from '@/domain/documents/in-words';
import { lastAct } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import { actingAs, OFFICE_NAMES, type Actor, type HeldPost, type Office } from '@/domain/model';
import { capacityFor, type Permission } from '@/domain/permissions';
import { unproved } from '@/domain/proof';
import { agreedVersion, compilePack, isInForce, signedVersion } from '@/domain/releases';
import { db } from '../db';
import { findDocumentOf } from '../documents/find-document';
import { headOf, placeOf } from '../documents/load';
import { findVersionText } from '../documents/store';
import { NotFound } from '../not-found';
import { findPack, findPackId, findPackSections, findReleases, findSources } from './store';

/** Before the pack is put together: what it will be made of, and what is missing yet. */
export async function loadNewPack(actor: Actor, { cycleId, slug }: { cycleId: string; slug: string }, at: Date) {
  const authority = await db.authority.findUnique({ where: { slug }, select: { id: true } });
  if (!authority || !/^[0-9a-f-]{36}$/.test(cycleId)) throw new NotFound();
  const of = { cycleId, authorityId: authority.id };
  const selfView = await findDocumentOf(db, actor, { ...of, kind: 'self-view' }, at);
  const capacity = capacityFor(actor, 'annual-conversation.compile', subjectOf(selfView));
  if (!capacity) throw new NotFound();
  const sources = await findSources(db, actor, of, at);
  const pack = { ...selfView, kind: 'annual-conversation' as const, acts: [], versions: [], signatures: [], sections: [] };
  const decision = compilePack({ pack, sources, sections: [], isAsBefore: false, actor: actingAs(actor, capacity.id)! });
  return {
    existingId: await findPackId(db, of),
    of,
    place: await placeOf(selfView),
    capacity,
    refusal: isRefusal(decision) ? decision : null,
    madeOf: { selfView: signedVersion(selfView), notes: sources.notes && agreedVersion(sources.notes), selfViewId: selfView.id, notesId: sources.notes?.id ?? null },
  };
}

export interface ReleaseLine {
  id: string;
  versionNumber: number;
  why: string;
  releasedAt: Date;
  releasedBy: string;
  untilAt: Date | null;
  revokedAt: Date | null;
  inForce: boolean;
  openings: { at: Date; by: string }[];
}

/** The pack as its own side reads it: the text, whether something has changed since, who was given it and who opened it. */
export async function loadPack(actor: Actor, packId: string, at: Date) {
  const pack = await findPack(db, actor, packId, at);
  const inAuthority = actor.posts.some((post) => post.authority?.id === pack.authorityId);
  if (!inAuthority) throw new NotFound();
  const version = pack.versions.at(-1) ?? null;
  const [place, content, releases, sources] = await Promise.all([
    placeOf(pack),
    version ? findVersionText(db, version.id) : [],
    releaseLines(packId, at, new Map(pack.versions.map(({ id, number }) => [id, number]))),
    findSources(db, actor, pack, at),
  ]);
  const isAsBefore = version !== null && isPackAsBefore(content, await findPackSections(db, sources));
  const compile = capacityOf(actor, 'annual-conversation.compile', pack);
  const decision = compile && compilePack({ pack, sources, sections: [], isAsBefore, actor: actingAs(actor, compile.id)! });
  return {
    ...headOf(pack, place, at),
    version,
    compiledAt: lastAct(pack, 'compiled')?.at ?? null,
    text: documentInWords(content, null),
    changedSince: !isAsBefore && decision !== null && !isRefusal(decision),
    compile,
    compileRefusal: refusalOf(decision),
    release: capacityOf(actor, 'annual-conversation.release', pack),
    confirmFirst: unproved(actor, at) !== null,
    isReleasedNow: releases.some((release) => release.inForce && release.versionNumber === version?.number),
    releases,
    wasReleased: lastAct(pack, 'released') !== null,
  };
}

function capacityOf(actor: Actor, permission: Permission, pack: Parameters<typeof subjectOf>[0]): HeldPost | null {
  return capacityFor(actor, permission, subjectOf(pack));
}

function refusalOf(decision: object | null): Refusal | null {
  return decision && isRefusal(decision) ? decision : null;
}

async function releaseLines(packId: string, at: Date, numbers: ReadonlyMap<string, number>): Promise<ReleaseLine[]> {
  const releases = await findReleases(db, packId);
  const [rows, openings] = await Promise.all([
    db.release.findMany({ where: { documentId: packId }, select: { id: true, releasedBy: true, postId: true } }),
    db.releaseOpening.findMany({ where: { release: { documentId: packId } }, orderBy: { at: 'desc' }, take: 200 }),
  ]);
  const people = await db.person.findMany({ where: { id: { in: [...rows.map(({ releasedBy }) => releasedBy), ...openings.map(({ personId }) => personId)] } }, select: { id: true, name: true } });
  const posts = await db.post.findMany({ where: { id: { in: rows.map(({ postId }) => postId) } }, select: { id: true, office: true } });
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name ?? '';
  return releases.map((release) => {
    const row = rows.find(({ id }) => id === release.id)!;
    const office = posts.find(({ id }) => id === row.postId)?.office as Office;
    return {
      id: release.id,
      versionNumber: numbers.get(release.versionId) ?? 0,
      why: release.why,
      releasedAt: release.releasedAt,
      releasedBy: `${nameOf(row.releasedBy)}, ${OFFICE_NAMES[office]}`,
      untilAt: release.untilAt,
      revokedAt: release.revokedAt,
      inForce: isInForce(release, at),
      openings: openings.filter(({ releaseId }) => releaseId === release.id).map((opening) => ({ at: opening.at, by: nameOf(opening.personId) })),
    };
  });
}


export type PackPage = Awaited<ReturnType<typeof loadPack>>;
