import type { Accepted } from '@/domain/decision';
import { packSections } from '@/domain/annual-conversation-pack';
import { RATING_NAMES, type Rating } from '@/domain/action-plans';
import type { DocumentFacts, SectionText, VersionFact } from '@/domain/documents/facts';
import { documentInWords } from '@/domain/documents/in-words';
import { OFFICE_NAMES, type Actor } from '@/domain/model';
import { agreedVersion, signedVersion, type PackSources, type ReleaseChange, type ReleaseFacts, type RevocationChange } from '@/domain/releases';
import { audience } from '@/domain/visibility';
import { dayOf } from '../days';
import type { Tx } from '../db';
import { createDocument } from '../documents/create-document';
import { findDocument, findDocumentOf } from '../documents/find-document';
import { findTemplate, findVersionText } from '../documents/store';
import { isUuid, NotFound } from '../not-found';
import { visibleDocuments } from '../visible';

export interface PackOf {
  cycleId: string;
  authorityId: string;
}

export async function findPack(tx: Tx, actor: Actor, packId: string, at: Date): Promise<DocumentFacts & { authorityId: string }> {
  const { authorityId, ...doc } = await findDocument(tx, actor, packId, at);
  if (doc.kind !== 'annual-conversation' || !authorityId) throw new NotFound();
  return { ...doc, authorityId };
}

/** The pack of an authority in a cycle if it has been begun. */
export async function findPackId(tx: Tx, { cycleId, authorityId }: PackOf): Promise<string | null> {
  const pack = await tx.document.findFirst({ where: { cycleId, authorityId, kind: 'annual-conversation' }, select: { id: true } });
  return pack?.id ?? null;
}

/** The pack, begun when there is none; a refusal afterwards undoes it. */
export async function findOrBeginPack(tx: Tx, actor: Actor, of: PackOf, at: Date): Promise<DocumentFacts & { authorityId: string }> {
  if (!isUuid(of.cycleId) || !isUuid(of.authorityId)) throw new NotFound();
  const existing = await findPackId(tx, of);
  if (existing) return findPack(tx, actor, existing, at);
  const { regionId } = await findDocumentOf(tx, actor, { ...of, kind: 'self-view' }, at);
  const shares = [{ audience: audience.authority(of.authorityId), because: 'It is the authority’s own.' }];
  const id = await createDocument(tx, { ...of, regionId, kind: 'annual-conversation', sections: [], shares, savedBy: actor.personId }, at);
  return findPack(tx, actor, id, at);
}

export async function findSources(tx: Tx, actor: Actor, { cycleId, authorityId }: PackOf, at: Date): Promise<PackSources> {
  const selfView = await findDocumentOf(tx, actor, { cycleId, authorityId, kind: 'self-view' }, at);
  const notes = await tx.document.findFirst({
    where: { AND: [visibleDocuments(actor, at)], cycleId, authorityId, kind: 'forum-notes' },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return { selfView, notes: notes ? await findDocument(tx, actor, notes.id, at) : null };
}

/** The texts of the exact versions, and the actions as they stand; nothing while one of the two is not signed. */
export async function findPackSections(tx: Tx, { selfView, notes }: PackSources): Promise<SectionText[]> {
  const signed = signedVersion(selfView);
  const agreed = notes && agreedVersion(notes);
  if (!signed || !agreed) return [];
  const { cycleAuthority, cycle } = await placeOf(tx, selfView);
  return packSections({
    authority: cycleAuthority.authority.shortName,
    cycle: cycle.name,
    selfView: { version: signed, signedBy: signedBy(selfView, signed), text: await textOf(tx, selfView, signed) },
    notes: { version: agreed, signedBy: signedBy(notes, agreed), text: await textOf(tx, notes, agreed) },
    actions: cycleAuthority.actions.map((row) => {
      const rating = row.reports[0]?.rating as Rating | undefined;
      const progress = row.stoppedAt ? 'Stopped.' : row.closedAt ? 'Closed.' : `Progress: ${RATING_NAMES[rating ?? 'not-started'].toLowerCase()}.`;
      return { number: row.ordinal, finding: row.finding, action: row.action, impact: row.impact, measure: row.measure, owner: row.owner, dueOn: dayOf(row.dueOn), progress };
    }),
  });
}

async function placeOf(tx: Tx, selfView: DocumentFacts) {
  const { cycle, ...cycleAuthority } = await tx.cycleAuthority.findUniqueOrThrow({
    where: { id: selfView.cycleAuthorityId ?? '' },
    select: {
      cycle: { select: { name: true } },
      authority: { select: { shortName: true } },
      actions: { orderBy: { ordinal: 'asc' }, include: { reports: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { rating: true } } } },
    },
  });
  return { cycle, cycleAuthority };
}

function signedBy(doc: DocumentFacts, version: VersionFact): string[] {
  return doc.signatories.flatMap((office) => {
    const signature = doc.signatures.find((given) => given.versionId === version.id && given.office === office);
    return signature ? [`${signature.personName} (${signature.acting ? 'Acting ' : ''}${OFFICE_NAMES[office]}${signature.how === 'paper' ? ', on paper' : ''})`] : [];
  });
}

async function textOf(tx: Tx, doc: DocumentFacts, version: VersionFact) {
  return documentInWords(await findVersionText(tx, version.id), await findTemplate(tx, doc.id));
}

export async function findReleases(tx: Tx, packId: string): Promise<(ReleaseFacts & { why: string })[]> {
  return tx.release.findMany({
    where: { documentId: packId },
    orderBy: { releasedAt: 'desc' },
    select: { id: true, versionId: true, audience: true, why: true, releasedAt: true, untilAt: true, revokedAt: true },
  });
}

export async function saveRelease(tx: Tx, actor: Actor, pack: DocumentFacts, { change }: Accepted<ReleaseChange>, at: Date): Promise<void> {
  await tx.release.updateMany({ where: { id: { in: [...change.replaces] } }, data: { revokedAt: at } });
  await tx.release.create({ data: { documentId: pack.id, ...change.release, releasedAt: at, releasedBy: actor.personId, postId: actor.as!.id } });
}

export async function saveRevocation(tx: Tx, { change }: Accepted<RevocationChange>, at: Date): Promise<void> {
  await tx.release.update({ where: { id: change.releaseId }, data: { revokedAt: at } });
}
