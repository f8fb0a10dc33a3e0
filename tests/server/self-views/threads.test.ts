import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { loadSection } from '@/server/self-views/load';
import { openSection } from '@/server/self-views/open-section';
import { loadThreads } from '@/server/self-views/threads/load';
import { ROLES, type Role } from '../../support/cast';
import { openTestCycle } from '../../support/cycle';
import { queriesOf } from '../../support/queries';
import { acceptEverything, aCycle, OCTOBER, type Cycle } from '../documents/a-signed-cycle';
import { write } from './a-self-view';

const KEY = 'care-leavers';
const NEXT = new Date('2018-09-03T09:00:00Z');
const own: readonly Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
let wigan: Cycle;
let nextId: string;

const statesOf = async (role: Role, at = NEXT) => Object.fromEntries((await loadThreads(await wigan.as(role, at), 'wigan', at)).threads.map(({ text, state }) => [text, state]));
const version = async (key: string) => (await db.section.findUniqueOrThrow({ where: { documentId_key: { documentId: nextId, key } } })).version;

beforeAll(async () => {
  wigan = await aCycle();
  await write(await wigan.as('wiganAd'), wigan.selfViewId, KEY, { 'areas.a1.text': 'Housing for care leavers', 'areas.a2.text': 'Health passports', 'strengths.s1.text': 'Keeping in touch' }, 1, OCTOBER);
  await acceptEverything(wigan);
  const summer = new Date('2018-07-25T09:00:00Z');
  const next = await openTestCycle(await wigan.as('coordinator', summer), { name: '2018/19', anchorOn: '2018-11-22', at: summer, only: ['Wigan', 'Halton', 'Trafford'] });
  nextId = next.document('self-view', 'Wigan');
});

test('the region follows what was submitted; its own side the draft too', async () => {
  await write(await wigan.as('wiganAd', NEXT), nextId, 'education', { 'areas.b1.text': 'SECRET of the draft' }, 1, NEXT);
  const first = { 'Housing for care leavers': 'new', 'Health passports': 'new', 'Keeping in touch': 'new' };
  expect(await statesOf('coordinator')).toEqual(first);
  expect(await statesOf('wiganDcs')).toEqual({ 'SECRET of the draft': 'new', 'Housing for care leavers': 'not-said', 'Health passports': 'not-said', 'Keeping in touch': 'not-said' });
});

test('whoever may read no self-view of an authority finds no threads of it', async () => {
  for (const role of ROLES) {
    const actor = await wigan.as(role, NEXT);
    const reads = (await db.document.count({ where: { kind: 'self-view', authority: { slug: 'wigan' }, shares: { some: { audience: { in: [...actor.audiences] } } } } })) > 0;
    const page = await loadThreads(actor, 'wigan', NEXT).catch((error: unknown) => (error instanceof NotFound ? null : Promise.reject(error)));
    expect([role, page !== null]).toEqual([role, reads]);
    if (!own.includes(role)) expect([role, JSON.stringify(page).includes('SECRET')]).toEqual([role, false]);
  }
  expect(await loadThreads(await wigan.as('wiganDcs', NEXT), 'nowhere', NEXT).catch((error: unknown) => error instanceof NotFound)).toBe(true);
});

test('a point typed anew in another section is offered to be joined, goes on once it is, and can be split off again', async () => {
  const ad = await wigan.as('wiganAd', NEXT);
  const at = NEXT;
  await write(ad, nextId, 'children-in-care', { 'areas.c1.text': 'Housing for our care leavers' }, await version('children-in-care'), at);
  const before = await loadSection(ad, nextId, 'children-in-care', at);
  expect(before.earlierPoints.map(({ thread, cycle }) => [thread, cycle])).toEqual([['s1', '2017/18'], ['a1', '2017/18'], ['a2', '2017/18']]);
  await write(ad, nextId, 'children-in-care', { 'areas.c1.thread': 'a1' }, await version('children-in-care'), at);
  expect((await statesOf('wiganAd'))['Housing for our care leavers']).toBe('persisting');
  await write(ad, nextId, 'children-in-care', { 'areas.c1.thread': 'c1' }, await version('children-in-care'), at);
  expect(await statesOf('wiganAd')).toMatchObject({ 'Housing for our care leavers': 'new', 'Housing for care leavers': 'not-said' });
});

test('what the tracker and the section on progress say of a thread stands with its year', async () => {
  const ad = await wigan.as('wiganAd', NEXT);
  for (const sectionKey of ['progress', 'tracker']) await openSection(ad, { documentId: nextId, sectionKey }, NEXT);
  await write(ad, nextId, 'progress', { 'rows.a2.status': 'embedded', 'rows.a2.impact': 'Every child has one.' }, await version('progress'), NEXT);
  const field = (await db.section.findUniqueOrThrow({ where: { documentId_key: { documentId: nextId, key: 'tracker' } } })).content as Record<string, { id: string }[]>;
  const [key] = Object.keys(field);
  await write(ad, nextId, 'tracker', { [`${key}.a2.state`]: 'resolved', [`${key}.a2.words`]: 'All have a passport.' }, await version('tracker'), NEXT);
  const thread = (await loadThreads(ad, 'wigan', NEXT)).threads.find((one) => one.thread === 'a2')!;
  expect([thread.state, thread.years.at(-1)!.said, thread.years.at(-1)!.progress.map(({ impact }) => impact)]).toEqual(['resolved', { state: 'resolved', words: 'All have a passport.' }, ['Every child has one.']]);
});

test('an action stands with the thread that its finding names, for those who see the plan', async () => {
  const plan = wigan.cycle.document('action-plan', 'Wigan');
  const { cycleAuthorityId } = wigan.cycle.places.Wigan!;
  await db.action.create({ data: { cycleAuthorityId, documentId: plan, ordinal: 1, finding: 'Housing for care leavers', action: 'Build ten flats', impact: 'i', measure: 'm', owner: 'AD', dueOn: new Date('2018-03-01'), createdAt: OCTOBER } });
  const actions = async (role: Role) => (await loadThreads(await wigan.as(role, NEXT), 'wigan', NEXT)).threads.find(({ thread }) => thread === 'a1')!.years[0]!.actions.map(({ action }) => action);
  expect([await actions('wiganDcs'), await actions('coordinator')]).toEqual([['Build ten flats'], []]);
});

test('the threads cost the same number of queries with one point as with thirty', async () => {
  const dcs = await wigan.as('wiganDcs', NEXT);
  await loadThreads(dcs, 'wigan', NEXT);
  const few = await queriesOf(() => loadThreads(dcs, 'wigan', NEXT));
  await write(await wigan.as('wiganAd', NEXT), nextId, KEY, Object.fromEntries(Array.from({ length: 30 }, (_, nth) => [`areas.z${nth}.text`, `Area ${nth} of many`])), await version(KEY), NEXT);
  expect((await loadThreads(dcs, 'wigan', NEXT)).threads.length).toBeGreaterThan(30);
  expect(await queriesOf(() => loadThreads(dcs, 'wigan', NEXT))).toBe(few);
});
