import { beforeEach, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { giveSection } from '@/server/self-views/give-section';
import { loadSection, loadSelfView } from '@/server/self-views/load';
import { markSection } from '@/server/self-views/mark-section';
import { openSection } from '@/server/self-views/open-section';
import { saveDraft } from '@/server/self-views/save-draft';
import { takeBackSection } from '@/server/self-views/take-back-section';
import { freshDatabase } from '../../support/database';
import { openTestCycle } from '../../support/cycle';
import { queriesOf } from '../../support/queries';
import { aSelfView, eventsOf, sectionRow, SUMMER, write } from './a-self-view';

const KEY = 'care-leavers';
let wigan: Awaited<ReturnType<typeof aSelfView>>;

beforeEach(async () => {
  await freshDatabase();
  wigan = await aSelfView();
});

const code = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');

test('a contributor writes the sections that were given, and no others, until they are taken back', async () => {
  const { documentId, as } = wigan;
  const [dcs, contributor] = [await as('wiganDcs'), await as('wiganContributor')];
  const postId = contributor.as!.id;
  const typed = { judgement: 'Written by a contributor.' };
  expect(code(await giveSection(dcs, { documentId, sectionKey: KEY, postId, dueOn: '2017-10-06' }, SUMMER))).toBe('accepted');
  expect(code(await saveDraft(contributor, { documentId, sectionKey: KEY, baseVersion: 1, typed }, SUMMER))).toBe('accepted');
  expect(code(await saveDraft(contributor, { documentId, sectionKey: 'education', baseVersion: 1, typed }, SUMMER))).toBe('not-permitted');

  const page = (await loadSelfView(contributor, documentId, SUMMER))!;
  const lines = page.sections.filter(({ writers }) => writers.some(({ mine }) => mine));
  expect(lines.map(({ key, dueOn, begun, ready, state, writers }) => ({ key, dueOn, begun, ready, state, posts: writers.map(({ post }) => post) }))).toEqual([
    { key: KEY, dueOn: '2017-10-06', begun: true, ready: false, state: 'in-progress', posts: ['Contributor (Care leavers), Wigan'] },
  ]);

  expect(code(await takeBackSection(dcs, { documentId, sectionKey: KEY, postId }, SUMMER))).toBe('accepted');
  expect(code(await saveDraft(contributor, { documentId, sectionKey: KEY, baseVersion: 2, typed: { judgement: 'More.' } }, SUMMER))).toBe('not-permitted');
  expect((await eventsOf(documentId)).slice(-3)).toEqual(['section.assigned', 'document.saved', 'section.taken-back']);
});

test('sections are given by the leadership and the policy officer, to colleagues, for a day that has not passed', async () => {
  const { documentId, as } = wigan;
  const postId = (await as('wiganContributor')).as!.id;
  const give = async (role: Parameters<typeof as>[0], change: object = {}) => code(await giveSection(await as(role), { documentId, sectionKey: KEY, postId, dueOn: null, ...change }, SUMMER));
  expect([await give('wiganAd'), await give('wiganPolicyOfficer'), await give('wiganDataLead'), await give('wiganContributor'), await give('wiganLeadMember')]).toEqual(['accepted', 'accepted', 'not-permitted', 'not-permitted', 'not-permitted']);
  expect(await give('wiganDcs', { postId: (await as('haltonAd')).as!.id })).toBe('not-a-colleague');
  expect(await give('wiganDcs', { dueOn: '2017-09-03' })).toBe('due-in-the-past');
  await expect(give('haltonDcs')).rejects.toThrow(NotFound);
  await expect(give('coordinator')).rejects.toThrow(NotFound);
  expect(await db.sectionAssignment.count()).toBe(1);
});

test('a section with words is marked ready by one who writes it, and unmarked again', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  const mark = async (ready: boolean, actor = ad) => code(await markSection(actor, { documentId, sectionKey: KEY, ready }, SUMMER));
  expect(await mark(true)).toBe('nothing-written');
  await write(ad, documentId, KEY, { judgement: 'Some words.' }, 1);
  expect(await mark(true, await as('wiganLeadMember'))).toBe('not-permitted');
  expect(await mark(true)).toBe('accepted');
  expect(await mark(true)).toBe('no-change');
  expect(await sectionRow(documentId, KEY)).toMatchObject({ readyAt: SUMMER, readyBy: ad.personId });
  expect(await mark(false)).toBe('accepted');
  expect(await sectionRow(documentId, KEY)).toMatchObject({ readyAt: null, readyBy: null });
});

test('a section opened for writing holds last year’s open actions and areas, once; a reader’s opening writes nothing', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  await write(ad, documentId, KEY, { 'areas.a1.text': 'Housing for care leavers', 'strengths.s1.text': 'Keeping in touch' }, 1);
  const place = wigan.cycle.places.Wigan!;
  const plan = wigan.cycle.document('action-plan', 'Wigan');
  const action = (ordinal: number, text: string, more: object = {}) =>
    db.action.create({ data: { cycleAuthorityId: place.cycleAuthorityId, documentId: plan, ordinal, finding: 'f', action: text, impact: 'i', measure: 'm', owner: 'AD', dueOn: new Date('2018-03-01'), createdAt: SUMMER, ...more } });
  const open = await action(1, 'Audit every pathway plan');
  await action(2, 'Closed already', { closedAt: SUMMER });

  const nextAutumn = new Date('2018-09-03T10:00:00Z');
  const next = await openTestCycle(await as('coordinator', new Date('2018-07-25T09:00:00Z')), { name: '2018/19', anchorOn: '2018-11-22', at: new Date('2018-07-25T09:00:00Z'), only: ['Wigan', 'Halton', 'Trafford'] });
  const nextId = next.document('self-view', 'Wigan');
  const command = { documentId: nextId, sectionKey: 'progress' };
  expect(code(await openSection(await as('wiganLeadMember', nextAutumn), command, nextAutumn))).toBe('not-permitted');
  expect(code(await openSection(await as('wiganAd', nextAutumn), command, nextAutumn))).toBe('accepted');
  expect(code(await openSection(await as('wiganAd', nextAutumn), command, nextAutumn))).toBe('nothing-to-carry');
  const { rows } = (await sectionRow(nextId, 'progress')).content as { rows: object[] };
  const blank = { status: '', impact: '', evidence: '', next: '' };
  expect(rows).toEqual([
    { id: open.id, from: 'action', cycle: '2017/18', title: 'Audit every pathway plan', ...blank },
    { id: 'a1', from: 'area', cycle: '2017/18', title: 'Housing for care leavers', ...blank },
  ]);

  const page = await loadSection(await as('wiganAd', nextAutumn), nextId, KEY, nextAutumn);
  expect(page.lastYear?.points.map(({ thread, of }) => [thread, of])).toEqual([['s1', 'strength'], ['a1', 'area']]);
  await write(await as('wiganAd', nextAutumn), nextId, KEY, { 'areas.b1.text': 'Housing, still', 'areas.b1.thread': 'a1' }, 1, nextAutumn);
  const again = await loadSection(await as('wiganAd', nextAutumn), nextId, KEY, nextAutumn);
  expect(again.yearsNamed('a1')).toBe('Second year');
  expect(again.namedThreads).toEqual(new Set(['a1']));
});

test('the overview and a section cost the same number of queries with one section given as with fifteen', async () => {
  const { documentId, as } = wigan;
  const dcs = await as('wiganDcs');
  const postId = (await as('wiganContributor')).as!.id;
  await giveSection(dcs, { documentId, sectionKey: KEY, postId, dueOn: null }, SUMMER);
  await loadSelfView(dcs, documentId, SUMMER);
  await loadSection(dcs, documentId, KEY, SUMMER);
  const cost = async () => [await queriesOf(() => loadSelfView(dcs, documentId, SUMMER)), await queriesOf(() => loadSection(dcs, documentId, KEY, SUMMER))];
  const one = await cost();
  for (const { key } of await db.section.findMany({ where: { documentId } })) await giveSection(dcs, { documentId, sectionKey: key, postId, dueOn: null }, SUMMER);
  expect((await loadSelfView(dcs, documentId, SUMMER))!.sections.filter(({ writers }) => writers.length > 0)).toHaveLength(15);
  expect(await cost()).toEqual(one);
});
