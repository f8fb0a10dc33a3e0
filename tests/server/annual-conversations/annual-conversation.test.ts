import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addConversationNotes } from '@/server/annual-conversations/add-conversation-notes';
import { compilePack } from '@/server/annual-conversations/compile-pack';
import { loadNewPack, loadPack } from '@/server/annual-conversations/load';
import { releasePack } from '@/server/annual-conversations/release-pack';
import { revokeRelease } from '@/server/annual-conversations/revoke-release';
import { db } from '@/server/db';
import { loadDocumentHead } from '@/server/documents/load';
import { loadVersion } from '@/server/documents/versions/load';
import { NotFound } from '@/server/not-found';
import { loadRelease, loadReleased } from '@/server/releases/load';
import { openRelease } from '@/server/releases/open-release';
import { keepDatabase } from '../../support/database';
import { ROLES, type Role } from '../../support/cast';
import { acceptEverything, aCycle, codeOf, eventTypes, finalNotes, JANUARY, ok, signAs, type Cycle } from '../documents/a-signed-cycle';

let wigan: Cycle;
let notesId: string;
let begin: () => Promise<void>;
beforeAll(async () => {
  wigan = await aCycle();
  await acceptEverything(wigan);
  notesId = await finalNotes(wigan, 'Neglect was discussed.');
  begin = await keepDatabase();
});
beforeEach(() => begin());

const as = (role: Role, at = JANUARY) => wigan.as(role, at);
const of = () => ({ cycleId: wigan.cycle.cycleId, authorityId: wigan.cycle.places.Wigan!.authorityId });
const agree = async () => {
  for (const role of ['wiganDcs', 'wiganChiefExecutive', 'wiganLeadMember'] as const) await signAs(await as(role), notesId, JANUARY);
};
const compiled = async () => {
  await agree();
  const { packId } = ok(await compilePack(await as('wiganPolicyOfficer'), of(), JANUARY)) as { packId: string };
  return packId;
};
const latest = async (packId: string) => (await db.documentVersion.findFirstOrThrow({ where: { documentId: packId }, orderBy: { number: 'desc' } })).id;
const released = async (packId: string, role: Role = 'wiganDcs') => releasePack(await as(role), { packId, versionId: await latest(packId), why: 'For the annual conversation', untilOn: '2018-03-31' }, JANUARY);
const missing = (load: Promise<unknown>) => load.then(() => false, (error: unknown) => (error instanceof NotFound ? true : Promise.reject(error)));

describe('the pack', () => {
  test('waits for the notes to be agreed, and leaves nothing behind when refused', async () => {
    expect(codeOf(await compilePack(await as('wiganDcs'), of(), JANUARY))).toBe('notes-not-agreed');
    expect(await db.document.count({ where: { kind: 'annual-conversation' } })).toBe(0);
    const page = await loadNewPack(await as('wiganDcs'), { cycleId: wigan.cycle.cycleId, slug: 'wigan' }, JANUARY);
    expect([page.refusal?.refused, page.madeOf.selfView?.number, page.madeOf.notes]).toEqual(['notes-not-agreed', 1, null]);
  });

  test('holds the exact words that were signed and agreed', async () => {
    const packId = await compiled();
    const page = await loadPack(await as('wiganDcs'), packId, JANUARY);
    expect(page.text.map(({ key }) => key)).toEqual(['about', 'self-view', 'notes', 'actions']);
    expect(page.text[1]!.text).toContain('Children are safe.');
    expect(page.text[2]!.text).toContain('Neglect was discussed.');
    expect(page.text[0]!.text).toContain('signed by Wigan Lead Member (Lead Member)');
    expect([page.changedSince, await eventTypes(packId)]).toEqual([false, ['annual-conversation.compiled']]);
  });

  test('is put together again only when something changed', async () => {
    const packId = await compiled();
    expect(codeOf(await compilePack(await as('wiganDcs'), of(), JANUARY))).toBe('nothing-new');
    const planId = wigan.cycle.document('action-plan', 'Wigan');
    await db.action.create({ data: { documentId: planId, cycleAuthorityId: wigan.cycle.places.Wigan!.cycleAuthorityId, ordinal: 1, finding: 'Neglect', action: 'Audit', impact: 'Help sooner', measure: 'Time', owner: 'AD', dueOn: new Date('2018-06-01'), createdAt: JANUARY } });
    expect((await loadPack(await as('wiganDcs'), packId, JANUARY)).changedSince).toBe(true);
    expect(codeOf(await compilePack(await as('wiganDcs'), of(), JANUARY))).toBe('accepted');
    expect((await loadPack(await as('wiganDcs'), packId, JANUARY)).text[3]!.text).toContain('Audit');
  });

  test('two at once make one pack', async () => {
    await agree();
    const [one, two] = await Promise.all([as('wiganDcs'), as('wiganAd')]);
    expect((await Promise.all([compilePack(one, of(), JANUARY), compilePack(two, of(), JANUARY)])).map(codeOf).sort()).toEqual(['accepted', 'nothing-new']);
    expect(await db.document.count({ where: { kind: 'annual-conversation' } })).toBe(1);
  });

  test('is the authority’s alone until it is released', async () => {
    const packId = await compiled();
    const own: readonly Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
    for (const role of ROLES) {
      const actor = await as(role);
      expect([role, await missing(loadPack(actor, packId, JANUARY)), await missing(loadDocumentHead(actor, packId, JANUARY))]).toEqual([role, !own.includes(role), !own.includes(role)]);
    }
  });
});

describe('a release to Ofsted', () => {
  test('is the DCS’s alone', async () => {
    const packId = await compiled();
    for (const role of ['wiganAd', 'wiganPolicyOfficer', 'wiganLeadMember', 'wiganChiefExecutive'] as const) expect(codeOf(await released(packId, role))).toBe('not-permitted');
    for (const role of ['coordinator', 'haltonDcs', 'ofsted'] as const) await expect(released(packId, role)).rejects.toThrow(NotFound);
    expect(await db.release.count()).toBe(0);
    expect(codeOf(await released(packId))).toBe('accepted');
    expect(await db.release.findMany()).toMatchObject([{ documentId: packId, why: 'For the annual conversation', untilAt: new Date('2018-03-31T23:00:00Z'), revokedAt: null }]);
  });

  test('shows Ofsted that version and nothing else', async () => {
    const packId = await compiled();
    ok(await released(packId));
    const ofsted = await as('ofsted');
    const [line] = await loadReleased(ofsted, JANUARY);
    expect(line).toMatchObject({ authority: 'Wigan', cycle: '2017/18', why: 'For the annual conversation' });
    expect((await loadRelease(ofsted, line!.id, JANUARY)).text[1]!.text).toContain('Children are safe.');
    for (const id of [wigan.selfViewId, wigan.mouId, notesId, wigan.cycle.document('questions', 'Wigan'), wigan.cycle.document('action-plan', 'Wigan')]) expect(await missing(loadDocumentHead(ofsted, id, JANUARY))).toBe(true);
    expect(await missing(loadVersion(ofsted, { documentId: packId, number: 1, beside: null }, JANUARY))).toBe(true);
    expect(await missing(loadPack(ofsted, packId, JANUARY))).toBe(true);
  });

  test('a version that is put together later reaches Ofsted only when it is released', async () => {
    const packId = await compiled();
    ok(await released(packId));
    ok(await addConversationNotes(await as('wiganDcs'), { packId, metOn: '2018-01-12', text: 'LATER words' }, JANUARY));
    const ofsted = await as('ofsted');
    const [line] = await loadReleased(ofsted, JANUARY);
    expect(JSON.stringify(await loadRelease(ofsted, line!.id, JANUARY))).not.toContain('LATER');
    ok(await released(packId));
    const lines = await loadReleased(ofsted, JANUARY);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(await loadRelease(ofsted, lines[0]!.id, JANUARY))).toContain('LATER');
    expect(await missing(loadRelease(ofsted, line!.id, JANUARY))).toBe(true);
  });

  test('each opening is recorded and shown to the authority', async () => {
    const packId = await compiled();
    ok(await released(packId));
    const ofsted = await as('ofsted');
    const [line] = await loadReleased(ofsted, JANUARY);
    ok(await openRelease(ofsted, { releaseId: line!.id }, JANUARY));
    ok(await openRelease(ofsted, { releaseId: line!.id }, JANUARY));
    const { releases } = await loadPack(await as('wiganLeadMember'), packId, JANUARY);
    expect(releases[0]!.openings).toEqual([{ at: JANUARY, by: 'Ofsted North West' }, { at: JANUARY, by: 'Ofsted North West' }]);
    expect((await eventTypes(packId)).filter((type) => type === 'release.opened')).toHaveLength(2);
    for (const role of ROLES.filter((each) => each !== 'ofsted')) expect(await missing(as(role).then((actor) => openRelease(actor, { releaseId: line!.id }, JANUARY)))).toBe(true);
  });

  test('ends when it is withdrawn, and on its day', async () => {
    const packId = await compiled();
    ok(await released(packId));
    const ofsted = await as('ofsted');
    const [line] = await loadReleased(ofsted, JANUARY);
    const after = new Date('2018-04-01T00:00:00Z');
    expect([await loadReleased(ofsted, after), await missing(loadRelease(ofsted, line!.id, after))]).toEqual([[], true]);
    ok(await revokeRelease(await as('wiganDcs'), { packId, releaseId: line!.id }, JANUARY));
    expect([await loadReleased(ofsted, JANUARY), await missing(openRelease(ofsted, { releaseId: line!.id }, JANUARY))]).toEqual([[], true]);
  });

  test('the list of what is released is for outside bodies', async () => {
    for (const role of ROLES) expect([role, await missing(as(role).then((actor) => loadReleased(actor, JANUARY)))]).toEqual([role, role !== 'ofsted']);
  });
});
