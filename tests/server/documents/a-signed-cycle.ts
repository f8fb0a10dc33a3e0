import { isRefusal } from '@/domain/decision';
import type { SectionText } from '@/domain/documents/facts';
import { versionForSignature } from '@/domain/documents/state';
import type { Actor } from '@/domain/model';
import { db } from '@/server/db';
import { contentHash } from '@/server/documents/content-hash';
import { createDocument } from '@/server/documents/create-document';
import { unscopedDocument } from '@/server/documents/find-document';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { signDocument } from '@/server/documents/sign-document';
import { acceptSubmission } from '@/server/documents/submissions/accept-submission';
import { submitSelfView } from '@/server/documents/submissions/submit-self-view';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle } from '../../support/cycle';

export const OPENED = new Date('2017-07-26T09:00:00Z');
export const OCTOBER = new Date('2017-10-20T09:00:00Z');
export const JANUARY = new Date('2018-01-15T09:00:00Z');

export function ok<Outcome extends object>(outcome: Outcome) {
  if (isRefusal(outcome)) throw new Error(`${outcome.refused}: ${outcome.because}`);
  return outcome;
}
export const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');

/** A cycle of three authorities with Wigan's documents, and everyone of the cast as an actor. */
export async function aCycle() {
  const ids = await castPeople();
  const as = (role: Role, at = OCTOBER) => actorFor(ids[role], at);
  const cycle = await openTestCycle(await as('coordinator', OPENED), { only: ['Wigan', 'Halton', 'Trafford'], at: OPENED });
  return { as, cycle, selfViewId: cycle.document('self-view', 'Wigan'), mouId: cycle.document('mou', 'Wigan'), ids };
}
export type Cycle = Awaited<ReturnType<typeof aCycle>>;

/** Puts words into the self-view, and a place on each line of its journey. */
export async function writeSelfView(documentId: string, words = 'Children are safe.') {
  const document = await db.document.findUniqueOrThrow({ where: { id: documentId }, include: { sections: true, template: true } });
  const { journey } = document.template!.definition as { journey: { enablers: { key: string }[] } };
  const placed = { stage: 2, half: 'early', rationale: 'Because.', evidence: '' };
  const placements = Object.fromEntries([...journey.enablers.map(({ key }) => key), 'overall'].map((key) => [key, placed]));
  await set(documentId, 'context', { changes: words });
  await set(documentId, 'journey', { grid: { placements } });
}

async function set(documentId: string, key: string, content: object) {
  await db.section.update({ where: { documentId_key: { documentId, key } }, data: { content, version: { increment: 1 } } });
}

/** The text that is out for signature now, as a page would carry it. */
export async function onPage(documentId: string) {
  const version = versionForSignature(await unscopedDocument(db, documentId));
  return { documentId, versionId: version?.id ?? '00000000-0000-7000-8000-000000000000', contentHash: version?.contentHash ?? '' };
}

export async function signAs(actor: Actor, documentId: string, at = OCTOBER) {
  return ok(await signDocument(actor, await onPage(documentId), at));
}

export async function signEverything({ as, selfViewId, mouId }: Cycle) {
  await writeSelfView(selfViewId);
  ok(await putDocumentForSignature(await as('wiganDcs'), { documentId: selfViewId }, OCTOBER));
  await signAs(await as('wiganLeadMember'), selfViewId);
  for (const role of ['wiganDcs', 'wiganChiefExecutive', 'wiganLeadMember'] as const) await signAs(await as(role), mouId);
}

export async function acceptEverything(cycle: Cycle) {
  await signEverything(cycle);
  ok(await submitSelfView(await cycle.as('wiganDcs'), { documentId: cycle.selfViewId }, OCTOBER));
  ok(await acceptSubmission(await cycle.as('coordinator'), { documentId: cycle.selfViewId }, OCTOBER));
}

/** Notes of Wigan's forum that are final: out for signature. */
export async function finalNotes({ cycle, as }: Cycle, text = 'What was said.'): Promise<string> {
  const { authorityId } = cycle.places.Wigan!;
  const { regionId } = await db.cycle.findUniqueOrThrow({ where: { id: cycle.cycleId } });
  const coordinator = await as('coordinator', JANUARY);
  const sections: SectionText[] = [{ key: 'text', title: 'Notes', content: { text } }];
  const id = await createDocument(db, {
    kind: 'forum-notes', regionId, cycleId: cycle.cycleId, authorityId, sections,
    shares: [{ audience: `region-team:${regionId}`, because: 'It writes them.' }, { audience: `authority:${authorityId}`, because: 'Sent for comment', frozenOnly: true }],
  }, JANUARY);
  const version = await db.documentVersion.create({ data: { documentId: id, number: 1, content: JSON.parse(JSON.stringify(sections)), contentHash: contentHash(sections), createdAt: JANUARY } });
  await db.documentAct.create({ data: { documentId: id, kind: 'made-final', versionId: version.id, at: JANUARY, personId: coordinator.personId, postId: coordinator.as!.id } });
  return id;
}

export const eventTypes = async (documentId: string) => (await db.event.findMany({ where: { documentId }, orderBy: { id: 'asc' } })).map(({ type }) => type);
