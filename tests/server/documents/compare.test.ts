import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { loadComparison } from '@/server/documents/compare/load';
import { NotFound } from '@/server/not-found';
import { ROLES, type Role } from '../../support/cast';
import { openTestCycle } from '../../support/cycle';
import { queriesOf } from '../../support/queries';
import { acceptEverything, aCycle, OCTOBER, writeSelfView, type Cycle } from './a-signed-cycle';

const NEXT_SUMMER = new Date('2018-09-03T09:00:00Z');
const own: readonly Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
let wigan: Cycle;
let nextId: string;

beforeAll(async () => {
  wigan = await aCycle();
  await acceptEverything(wigan);
  await writeSelfView(wigan.selfViewId, 'Children are safe. SECRET-afterwards');
  const next = await openTestCycle(await wigan.as('coordinator', new Date('2018-07-25T09:00:00Z')), { name: '2018/19', anchorOn: '2018-11-22', at: new Date('2018-07-25T09:00:00Z'), only: ['Wigan', 'Halton', 'Trafford'] });
  nextId = next.document('self-view', 'Wigan');
  await writeSelfView(nextId, 'Children are safe now.');
});

const changedIn = (page: Awaited<ReturnType<typeof loadComparison>>) => page.compared?.sections.filter(({ state }) => state !== 'same').map(({ key }) => key);

test('its own side sets the draft beside what was handed on, and this year beside last year', async () => {
  const ad = await wigan.as('wiganAd', NEXT_SUMMER);
  const before = await loadComparison(ad, { documentId: wigan.selfViewId }, NEXT_SUMMER);
  expect([before.compared?.earlier.label, before.compared?.later.label, changedIn(before)]).toEqual(['Version 1, as it was handed on', 'The draft as it stands now', ['context']]);
  const years = await loadComparison(ad, { documentId: nextId, earlier: `${wigan.selfViewId}.v1`, later: 'draft' }, NEXT_SUMMER);
  expect([years.compared?.earlier.label, changedIn(years), years.lastYear?.ref]).toEqual(['2017/18: version 1, as it was handed on', ['context'], `${wigan.selfViewId}.v1`]);
  expect(years.compared?.sections.find(({ key }) => key === 'context')?.paragraphs.at(-1)).toEqual({ before: 'Children are safe.', after: 'Children are safe now.' });
});

test('whoever sees no draft compares what was handed on with what was handed on, and nothing else', async () => {
  const coordinator = await wigan.as('coordinator', NEXT_SUMMER);
  const page = await loadComparison(coordinator, { documentId: wigan.selfViewId }, NEXT_SUMMER);
  expect([page.texts.map(({ label }) => label), page.compared]).toEqual([['Version 1, as it was handed on'], null]);
  expect((await loadComparison(coordinator, { documentId: wigan.selfViewId, later: 'v1' }, NEXT_SUMMER)).compared).toBe(null);
  await expect(loadComparison(coordinator, { documentId: wigan.selfViewId, later: 'draft' }, NEXT_SUMMER)).rejects.toThrow(NotFound);
  await expect(loadComparison(coordinator, { documentId: wigan.selfViewId, earlier: 'v1', later: `${nextId}.draft` }, NEXT_SUMMER)).rejects.toThrow(NotFound);
});

test('everyone else is told that there is nothing, whichever text they name', async () => {
  const sees = new Set<string>([...own, 'coordinator', 'facilitator']);
  for (const role of ROLES) {
    const actor = await wigan.as(role, OCTOBER);
    const outcome = await loadComparison(actor, { documentId: wigan.selfViewId }, OCTOBER).then(({ texts }) => texts.length, (error: unknown) => (error instanceof NotFound ? 0 : Promise.reject(error)));
    if (own.includes(role)) expect([role, outcome]).toEqual([role, 2]);
    else if (!sees.has(role)) expect([role, outcome <= 1]).toEqual([role, true]);
    expect([role, await loadComparison(actor, { documentId: nextId, earlier: 'v9' }, NEXT_SUMMER).catch((error: unknown) => error instanceof NotFound)]).toEqual([role, true]);
  }
});

test('a comparison costs the same number of queries with one version as with thirty', async () => {
  const ad = await wigan.as('wiganAd', NEXT_SUMMER);
  const command = { documentId: wigan.selfViewId, earlier: 'v1', later: 'draft' };
  await loadComparison(ad, command, NEXT_SUMMER);
  const one = await queriesOf(() => loadComparison(ad, command, NEXT_SUMMER));
  const { content, contentHash } = await db.documentVersion.findFirstOrThrow({ where: { documentId: wigan.selfViewId } });
  await db.documentVersion.createMany({ data: Array.from({ length: 29 }, (_, index) => ({ documentId: wigan.selfViewId, number: index + 2, content: content!, contentHash, createdAt: OCTOBER })) });
  expect((await loadComparison(ad, command, NEXT_SUMMER)).texts).toHaveLength(31);
  expect(await queriesOf(() => loadComparison(ad, command, NEXT_SUMMER))).toBe(one);
});
