// One year of one authority, act by act: after each, the list, the single look and the rule say the same for everyone of the cast, and
// whoever sees frozen text only is shown no live word by any loader.
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '@/domain/deadlines';
import { sharedVersion } from '@/domain/documents/state';
import { atClock } from '@/domain/forums/clock';
import type { Actor } from '@/domain/model';
import { canSee, seesDraft } from '@/domain/visibility';
import { releasePack } from '@/server/annual-conversations/release-pack';
import { revokeRelease } from '@/server/annual-conversations/revoke-release';
import { db } from '@/server/db';
import { forumActs, schedulingActs } from '@/server/demonstration/forum-acts';
import { notesActs } from '@/server/demonstration/notes-acts';
import { conversationActs, planActs } from '@/server/demonstration/plan-acts';
import { questionActs } from '@/server/demonstration/question-acts';
import { selfViewActs } from '@/server/demonstration/self-view-acts';
import { done, openStage, type Act, type Stage, type StagePlace } from '@/server/demonstration/stage';
import { loadActivity } from '@/server/documents/activity/load';
import { findDocument, unscopedDocument } from '@/server/documents/find-document';
import { loadSignPage } from '@/server/documents/sign-page/load';
import { loadVersion } from '@/server/documents/versions/load';
import { loadNotes } from '@/server/forum-notes/load';
import { loadMemorandum } from '@/server/memoranda/load';
import { NotFound } from '@/server/not-found';
import { savePreparation } from '@/server/forums/preparation/save-preparation';
import { issuePacks } from '@/server/questions/issue-packs';
import { putToBoard } from '@/server/regional-papers/put-to-board';
import { loadPaper } from '@/server/regional-papers/load';
import { savePaper } from '@/server/regional-papers/save-paper';
import { loadReading, loadSelfView } from '@/server/self-views/load';
import { visibleDocuments } from '@/server/visible';
import { actorFor, castPeople, ROLES, type Role } from '../../support/cast';
import { openTestCycle } from '../../support/cycle';

const ANCHOR = '2017-11-23';
const LIVE = 'not-yet-frozen';

let people: Record<Role, string>;
let stage: Stage;

beforeAll(async () => {
  people = await castPeople();
  const opened = new Date('2017-07-26T09:00:00Z');
  const cycle = await openTestCycle(await actorFor(people.coordinator, opened), { only: ['Wigan', 'Halton'], at: opened });
  // Halton leads Wigan’s challenge.
  const { cycleAuthorityId } = cycle.places.Wigan!;
  await db.cycleAuthority.update({ where: { id: cycleAuthorityId }, data: { leadChallengerAuthorityId: cycle.places.Halton!.authorityId } });
  stage = await openStage(cycle.cycleId);
});

/** Everything that is done with the documents of Wigan, in the order of time. */
function year(): Act[] {
  const [halton, wigan] = stage.places as [StagePlace, StagePlace];
  const acts = [
    ...schedulingActs(),
    ...selfViewActs(wigan, 2017, { end: 'accepted', returnedOnce: true, signedTwice: true }),
    ...questionActs(wigan, 2017),
    ...questionActs(halton, 2017, { reads: false }),
    { on: 0, time: '14:00', does: async (_: Stage, at: Date) => void (await done('issue', issuePacks(await actorFor(people.coordinator, at), { cycleId: stage.cycleId }, at))) },
    { on: 12, time: '10:00', does: challengersPrepare },
    ...forumActs(wigan, 2017, { on: 20, prepares: true, answers: true }),
    ...notesActs(wigan, { held: 20, wave: 20, end: 'agreed' }),
    ...conversationActs(wigan, { on: 48, opened: true }),
    { on: 50, time: '10:00', does: revoke },
    { on: 52, time: '10:00', does: releaseAgain },
    ...planActs(wigan, 2017, { on: 76 }),
    { on: 80, time: '09:00', does: boardPaper },
    // The release of day 52 has run out.
    { on: 260, time: '09:00', does: async () => {} },
  ] satisfies Act[];
  return acts.sort((a, b) => a.on - b.on || (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

async function challengersPrepare(_: Stage, at: Date): Promise<void> {
  const session = await db.forumSession.findFirstOrThrow({ where: { cycleAuthority: { authority: { shortName: 'Wigan' } } }, include: { challengers: true } });
  const halton = stage.places.find(({ name }) => name === 'Halton')!.authorityId;
  if (!session.challengers.some(({ authorityId }) => authorityId === halton)) await db.sessionChallenger.create({ data: { sessionId: session.id, authorityId: halton, lead: true } });
  await done('prepare', savePreparation(await actorFor(people.haltonDcs, at), { sessionId: session.id, sections: [{ sectionKey: 'lines', baseVersion: 0, typed: { text: 'What we know of it.' } }] }, at));
}

async function revoke(_: Stage, at: Date): Promise<void> {
  const { id, documentId } = await db.release.findFirstOrThrow();
  await done('revoke', revokeRelease(await actorFor(people.wiganDcs, at), { packId: documentId, releaseId: id }, at));
}

async function releaseAgain(_: Stage, at: Date): Promise<void> {
  const version = await db.documentVersion.findFirstOrThrow({ where: { document: { kind: 'annual-conversation' } }, orderBy: { number: 'desc' } });
  await done('release', releasePack(await actorFor(people.wiganDcs, at), { packId: version.documentId, versionId: version.id, why: 'For the annual conversation', untilOn: '2018-07-02' }, at));
}

async function boardPaper(_: Stage, at: Date): Promise<void> {
  const coordinator = await actorFor(people.coordinator, at);
  const paperId = stage.document('regional-profile');
  const sections = await db.section.findMany({ where: { documentId: paperId } });
  const texts = Object.fromEntries(sections.map(({ key }) => [key, 'Three themes.']));
  await done('write', savePaper(coordinator, { paperId, texts, read: Object.fromEntries(sections.map(({ key, version }) => [key, version])) }, at));
  await done('put', putToBoard(coordinator, { paperId }, at));
}

test('list, look and rule agree after every act, and live words stay with those who see drafts', async () => {
  const kindsSeen: Partial<Record<Role, Set<string>>> = {};
  for (const act of year()) {
    const at = atClock(addDays(ANCHOR, act.on), act.time);
    await act.does(stage, at);
    await agreement(new Date(at.getTime() + 4 * 3_600_000), kindsSeen);
  }
  const seen = (role: Role) => [...(kindsSeen[role] ?? [])].sort();
  expect(seen('wiganDcs')).toEqual(['action-plan', 'annual-conversation', 'forum-notes', 'mou', 'preparation', 'questions', 'self-view']);
  // Of Halton’s own documents only what it prepared.
  expect(seen('haltonDcs')).toEqual(['action-plan', 'forum-notes', 'preparation', 'questions', 'self-view']);
  expect(seen('coordinator')).toEqual(['action-plan', 'forum-notes', 'mou', 'programme', 'questions', 'regional-profile', 'self-view']);
  expect(seen('boardMember')).toEqual(['regional-profile']);
  expect(seen('ofsted')).toEqual(['annual-conversation']);
  for (const role of ['rochdaleDcs', 'wiganPolice', 'wiganPartnershipChair', 'formerWiganDcs', 'otherRegionsCoordinator', 'nobody'] as const) expect([role, ...seen(role)]).toEqual([role]);
}, 240_000);

/** Document → its acts, versions and shares when it was last looked at. */
const before = new Map<string, string>();

/** Compares the lists of everyone; looks at and loads the documents of which an act, a version or a share has changed. */
async function agreement(at: Date, kindsSeen: Partial<Record<Role, Set<string>>>): Promise<void> {
  const documents = await db.document.findMany({ include: { shares: true, authority: { select: { shortName: true } }, _count: { select: { acts: true, versions: true } } } });
  const changed = documents.filter(({ id, shares, _count }) => {
    const now = JSON.stringify([_count, shares.map(({ audience, revokedAt, untilAt }) => [audience, revokedAt, untilAt !== null && untilAt <= at])]);
    const isNew = before.get(id) !== now;
    before.set(id, now);
    return isNew;
  });
  if (changed.length === 0) return;
  const disagreements: string[] = [];
  const restore = await plantLiveWords(changed.map(({ id }) => id));
  for (const role of ROLES) {
    const actor = await actorFor(people[role], at);
    const listed = (await db.document.findMany({ where: visibleDocuments(actor, at), select: { id: true } })).map(({ id }) => id).sort();
    const allowed = documents.filter(({ shares }) => canSee(actor, shares, at));
    if (JSON.stringify(listed) !== JSON.stringify(allowed.map(({ id }) => id).sort())) disagreements.push(`${role}: the list has ${listed.length}, the rule ${allowed.length}`);
    for (const { kind, authority } of allowed) if (authority?.shortName !== 'Halton' || kind === 'preparation') (kindsSeen[role] ??= new Set()).add(kind);
    for (const { id, kind, shares } of changed) {
      const sees = canSee(actor, shares, at);
      if (((await opens(findDocument(db, actor, id, at))) !== null) !== sees) disagreements.push(`${role}: the rule says ${sees} for ${kind}, the look another thing`);
      if (!sees || seesDraft(actor, shares, at)) continue;
      for (const [loader, page] of await loaded(actor, id, kind, at)) {
        if (JSON.stringify(page).includes(LIVE)) disagreements.push(`${role}: ${loader} of ${kind} holds live words`);
      }
    }
  }
  await restore();
  expect(disagreements, at.toISOString()).toEqual([]);
}

/** Every live section says a word that no version has. */
async function plantLiveWords(documentIds: string[]): Promise<() => Promise<void>> {
  const sections = await db.section.findMany({ where: { documentId: { in: documentIds } } });
  for (const { id, content } of sections) {
    const words = Object.fromEntries(Object.entries(content as object).map(([key, value]) => [key, typeof value === 'string' ? `${value}\n\n${LIVE}` : value]));
    await db.section.update({ where: { id }, data: { content: { changes: LIVE, text: LIVE, ...words } } });
  }
  return async () => {
    for (const { id, content } of sections) await db.section.update({ where: { id }, data: { content: content as object } });
  };
}

/** What each loader gives; nothing from those that do not find it. */
async function loaded(actor: Actor, documentId: string, kind: string, at: Date): Promise<[string, unknown][]> {
  const doc = await unscopedDocument(db, documentId);
  const loads: [string, Promise<unknown>][] = [
    ['the sign page', loadSignPage(actor, documentId, at)],
    ['the activity', loadActivity(actor, documentId, 1, at)],
    ...doc.versions.map(({ number }): [string, Promise<unknown>] => [`version ${number}`, loadVersion(actor, { documentId, number, beside: number === 1 ? null : 1 }, at)]),
  ];
  if (kind === 'self-view') loads.push(['the read page', loadReading(actor, documentId, at)], ['the overview', loadSelfView(actor, documentId, at)]);
  if (kind === 'forum-notes') loads.push(['the notes', loadNotes(actor, documentId, at)]);
  if (kind === 'mou') loads.push(['the memorandum', loadMemorandum(actor, documentId, at)]);
  if (kind === 'regional-profile') loads.push(['the paper', loadPaper(actor, { cycleId: doc.cycleId, paperId: documentId }, at)]);
  const pages = await Promise.all(loads.map(async ([name, load]): Promise<[string, unknown]> => [name, await opens(load)]));
  // Reading on is possible as soon as something was handed on, and not before.
  if (kind === 'self-view' && canSee(actor, doc.shares, at)) expect(pages.find(([name]) => name === 'the read page')![1] !== null).toBe(sharedVersion(doc) !== null);
  return pages.filter(([, page]) => page !== null);
}

async function opens<Page>(load: Promise<Page>): Promise<Page | null> {
  return load.catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
}
