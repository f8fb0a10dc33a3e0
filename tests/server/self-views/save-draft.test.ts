import { beforeEach, expect, test } from 'vitest';
import { isSigned, signaturesThatCount, versionForSignature } from '@/domain/documents/state';
import { isRefusal } from '@/domain/decision';
import { findDocument } from '@/server/documents/find-document';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { signDocument } from '@/server/documents/sign-document';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { joinSectionTexts } from '@/server/documents/join-texts';
import { saveDraft } from '@/server/self-views/save-draft';
import { freshDatabase } from '../../support/database';
import { queriesOf } from '../../support/queries';
import { aSelfView, eventsOf, sectionRow, SUMMER, write } from './a-self-view';

const KEY = 'help-and-protection';
let wigan: Awaited<ReturnType<typeof aSelfView>>;

beforeEach(async () => {
  await freshDatabase();
  wigan = await aSelfView();
});

test('what is typed is saved with its revision and event, and every earlier text is kept', async () => {
  const { documentId, as } = wigan;
  const first = await write(await as('wiganAd'), documentId, KEY, { judgement: 'Children wait less.' }, 1);
  expect(first.version).toBe(2);
  await write(await as('wiganAd'), documentId, KEY, { judgement: 'Children wait much less.' }, 2);
  const section = await sectionRow(documentId, KEY);
  expect(section).toMatchObject({ version: 3, savedAt: SUMMER, content: { judgement: 'Children wait much less.' } });
  expect(section.revisions.map(({ version, content, conflict }) => [version, (content as { judgement: string }).judgement, conflict])).toEqual([
    [1, undefined, false],
    [2, 'Children wait less.', false],
    [3, 'Children wait much less.', false],
  ]);
  expect((await eventsOf(documentId)).filter((type) => type === 'document.saved')).toHaveLength(2);
});

test('two who change different fields are put together by themselves', async () => {
  const { documentId, as } = wigan;
  await write(await as('wiganAd'), documentId, KEY, { judgement: 'One.\n\nTwo.' }, 1);
  await write(await as('wiganAd'), documentId, KEY, { 'strengths.s.text': 'One front door', judgement: 'One, by the AD.\n\nTwo.' }, 2);
  const second = await write(await as('wiganPolicyOfficer'), documentId, KEY, { judgement: 'One.\n\nTwo, by the policy officer.', confidence: 'low' }, 2);
  expect(second.besideId).toBeNull();
  expect(second.stands).toEqual({
    judgement: 'One, by the AD.\n\nTwo, by the policy officer.',
    strengths: [{ id: 's', thread: 's', text: 'One front door', tag: '' }],
    areas: [],
    evidence: [],
    confidence: 'low',
  });
  expect((await sectionRow(documentId, KEY)).content).toEqual(second.stands);
});

test('two who change the same words overwrite nothing: the second is kept beside the first, and a person joins them', async () => {
  const { documentId, as } = wigan;
  const [ad, officer] = [await as('wiganAd'), await as('wiganPolicyOfficer')];
  await write(ad, documentId, KEY, { judgement: 'By the AD.' }, 1);
  const second = await write(officer, documentId, KEY, { judgement: 'By the policy officer.', confidence: 'high' }, 1);
  expect(second.besideId).not.toBeNull();
  expect(second.stands).toMatchObject({ judgement: 'By the AD.', confidence: 'high' });
  const again = await write(officer, documentId, KEY, { judgement: 'By the policy officer, who types on.', confidence: 'high' }, second.version, SUMMER, second.besideId);
  expect(again.besideId).toBe(second.besideId);
  const beside = (await sectionRow(documentId, KEY)).revisions.filter((revision) => revision.conflict);
  expect(beside).toHaveLength(1);
  expect(beside[0]).toMatchObject({ version: 1, content: { judgement: 'By the policy officer, who types on.' } });

  const { version } = await sectionRow(documentId, KEY);
  const joined = await joinSectionTexts(ad, { documentId, sectionKey: KEY, besideId: second.besideId!, againstVersion: version, choices: { 'judgement:0': { words: 'By both.' } } }, SUMMER);
  expect(isRefusal(joined)).toBe(false);
  const section = await sectionRow(documentId, KEY);
  expect(section.content).toMatchObject({ judgement: 'By both.', confidence: 'high' });
  expect(section.revisions.filter((revision) => revision.conflict)).toEqual([]);
  expect(section.revisions.map((revision) => (revision.content as { judgement: string }).judgement)).toContain('By the policy officer, who types on.');
});

test('twelve who write at the same moment lose not one word', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  await Promise.all(Array.from({ length: 12 }, (_, n) => write(ad, documentId, KEY, { [`strengths.s${n}.text`]: `Strength ${n}` }, 1)));
  const { strengths } = (await sectionRow(documentId, KEY)).content as { strengths: { text: string }[] };
  expect(strengths.map(({ text }) => text).sort()).toEqual(Array.from({ length: 12 }, (_, n) => `Strength ${n}`).sort());
});

test('a text from a start that is not known overwrites nothing', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  await write(ad, documentId, KEY, { judgement: 'Stands.' }, 1);
  const odd = await write(ad, documentId, KEY, { judgement: 'From elsewhere.' }, 99);
  expect(odd.stands).toMatchObject({ judgement: 'Stands.' });
  expect(odd.besideId).not.toBeNull();
});

test('saving the same words again changes nothing', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  await write(ad, documentId, KEY, { judgement: 'Same.' }, 1);
  expect(await saveDraft(ad, { documentId, sectionKey: KEY, baseVersion: 2, typed: { judgement: 'Same.', confidence: '' } }, SUMMER)).toMatchObject({ refused: 'unchanged' });
  expect((await sectionRow(documentId, KEY)).version).toBe(2);
});

async function signedSelfView() {
  const { documentId, as } = wigan;
  await write(await as('wiganAd'), documentId, KEY, { judgement: 'To be signed.' }, 1);
  const placed = ['strategic-approach', 'leadership', 'workforce', 'partners', 'apparatus', 'innovation', 'resources', 'overall'];
  await write(await as('wiganAd'), documentId, 'journey', Object.fromEntries(placed.flatMap((enabler) => [[`grid-${enabler}`, '2.early'], [`grid.${enabler}.rationale`, 'Because.']])), 1);
  const put = await putDocumentForSignature(await as('wiganDcs'), { documentId }, SUMMER);
  if (isRefusal(put)) throw new Error(put.because);
  const lead = await as('wiganLeadMember');
  const version = versionForSignature(await findDocument(db, lead, documentId, SUMMER))!;
  const signed = await signDocument(lead, { documentId, versionId: version.id, contentHash: version.contentHash }, SUMMER);
  if (isRefusal(signed)) throw new Error(signed.because);
}

test('a change to a signed text takes the signature off; the same words saved again do not', async () => {
  const { documentId, as } = wigan;
  await signedSelfView();
  const ad = await as('wiganAd');
  expect(isSigned(await findDocument(db, ad, documentId, SUMMER))).toBe(true);
  expect(await saveDraft(ad, { documentId, sectionKey: KEY, baseVersion: 2, typed: { judgement: 'To be signed.' } }, SUMMER)).toMatchObject({ refused: 'unchanged' });
  expect(isSigned(await findDocument(db, ad, documentId, SUMMER))).toBe(true);

  await write(ad, documentId, KEY, { judgement: 'Changed after it was signed.' }, 2);
  const doc = await findDocument(db, ad, documentId, SUMMER);
  expect(signaturesThatCount(doc)).toEqual([]);
  expect(doc.acts.at(-1)).toMatchObject({ kind: 'reopened', reason: 'The self-view was changed after version 1 was put out for signature' });
  expect(doc.signatures).toMatchObject([{ office: 'lead-member', voidedAt: SUMMER }]);
  expect((await eventsOf(documentId)).slice(-2)).toEqual(['document.saved', 'document.reopened']);
});

test('words set beside a signed text leave its signature on it', async () => {
  const { documentId, as } = wigan;
  await signedSelfView();
  await write(await as('wiganPolicyOfficer'), documentId, KEY, { judgement: 'From before.' }, 1);
  expect(isSigned(await findDocument(db, await as('wiganAd'), documentId, SUMMER))).toBe(true);
});

test('a submitted text is changed by nobody until it is returned', async () => {
  const { documentId, as } = wigan;
  const dcs = await as('wiganDcs');
  const act = (kind: string, second: number) => db.documentAct.create({ data: { documentId, kind, at: new Date(SUMMER.getTime() + second * 1000), personId: dcs.personId, postId: dcs.as!.id } });
  await act('submitted', 1);
  const save = () => saveDraft(dcs, { documentId, sectionKey: KEY, baseVersion: 1, typed: { judgement: 'Late.' } }, SUMMER);
  expect(await save()).toEqual({ refused: 'submitted', because: 'The self-view has been submitted. It can be changed when the regional team returns it.' });
  await act('accepted', 2);
  expect(await save()).toMatchObject({ refused: 'accepted' });
  expect((await sectionRow(documentId, KEY)).version).toBe(1);
  await act('returned', 3);
  expect(isRefusal(await save())).toBe(false);
});

test('the writers of the authority write; a contributor only what was given; everyone else finds nothing', async () => {
  const { documentId, as } = wigan;
  const save = async (role: Parameters<typeof as>[0]) => {
    const saved = await saveDraft(await as(role), { documentId, sectionKey: KEY, baseVersion: 1, typed: { judgement: `By ${role}` } }, SUMMER).catch((error: unknown) => {
      if (error instanceof NotFound) return { refused: 'not-found' };
      throw error;
    });
    return 'refused' in saved ? saved.refused : 'saved';
  };
  const said: Record<string, string> = {};
  for (const role of ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive', 'haltonDcs', 'traffordDcs', 'coordinator', 'dataGroupChair', 'ofsted', 'formerWiganDcs', 'nobody'] as const) said[role] = await save(role);
  expect(said).toEqual({
    wiganDcs: 'saved',
    wiganAd: 'saved',
    wiganDataLead: 'saved',
    wiganPolicyOfficer: 'saved',
    wiganContributor: 'not-permitted',
    wiganLeadMember: 'not-permitted',
    wiganChiefExecutive: 'not-permitted',
    haltonDcs: 'not-found',
    traffordDcs: 'not-found',
    coordinator: 'not-found',
    dataGroupChair: 'not-found',
    ofsted: 'not-found',
    formerWiganDcs: 'not-found',
    nobody: 'not-found',
  });
});

test('those who see only what was submitted cannot write, nor learn that there is a draft', async () => {
  const { documentId, as, cycle } = wigan;
  const region = (await db.cycle.findUniqueOrThrow({ where: { id: cycle.cycleId } })).regionId;
  await db.share.create({ data: { documentId, audience: `region-team:${region}`, because: 'Submitted', sinceAt: SUMMER, frozenOnly: true } });
  await expect(saveDraft(await as('coordinator'), { documentId, sectionKey: KEY, baseVersion: 1, typed: { judgement: 'x' } }, SUMMER)).rejects.toThrow(NotFound);
});


test('a save costs a handful of queries, however long the section has been written', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  await write(ad, documentId, KEY, { judgement: 'Begun.' }, 1);
  const first = await queriesOf(() => write(ad, documentId, KEY, { judgement: 'Save 2.' }, 2));
  for (let version = 3; version < 12; version += 1) await write(ad, documentId, KEY, { judgement: `Save ${version}.` }, version);
  expect(await queriesOf(() => write(ad, documentId, KEY, { judgement: 'The last.' }, 12))).toBe(first);
  expect(first).toBeLessThanOrEqual(8);
});
