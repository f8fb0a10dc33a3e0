import { beforeEach, expect, test } from 'vitest';
import { NotFound } from '@/server/not-found';
import { commentOnSection } from '@/server/self-views/comment-on-section';
import { giveSection } from '@/server/self-views/give-section';
import { loadMissing } from '@/server/self-views/missing/load';
import { markSection } from '@/server/self-views/mark-section';
import { ROLES, type Role } from '../../support/cast';
import { freshDatabase } from '../../support/database';
import { queriesOf } from '../../support/queries';
import { aSelfView, SUMMER, write } from './a-self-view';

const KEY = 'care-leavers';
const OCTOBER = new Date('2017-10-09T09:00:00Z');
let wigan: Awaited<ReturnType<typeof aSelfView>>;

beforeEach(async () => {
  await freshDatabase();
  wigan = await aSelfView();
});

test('one list says what is missing: empty sections, what is late, comments, child data, what is not ready', async () => {
  const { documentId, as } = wigan;
  const [dcs, contributor, officer] = [await as('wiganDcs'), await as('wiganContributor'), await as('wiganPolicyOfficer')];
  await giveSection(dcs, { documentId, sectionKey: KEY, postId: contributor.as!.id, dueOn: '2017-10-06' }, SUMMER);
  await write(contributor, documentId, KEY, { judgement: 'Care leavers are in touch. NHS number 943 476 5919.' }, 1);
  await commentOnSection(officer, { documentId, sectionKey: KEY, paragraph: 1, quoted: 'Care leavers are in touch.', body: 'How many?' }, SUMMER);
  const inTime = await loadMissing(officer, documentId, SUMMER);
  const late = await loadMissing(officer, documentId, OCTOBER);
  const kinds = (page: typeof late, key: string) => [...new Set(page.toDos.filter(({ sectionKey }) => sectionKey === key).map(({ kind }) => kind))];
  expect(kinds(inTime, KEY)).toEqual(['child-data', 'missing', 'evidence', 'short', 'comments', 'not-ready']);
  expect(kinds(late, KEY)).toEqual(['overdue', 'child-data', 'missing', 'evidence', 'short', 'comments', 'not-ready']);
  expect(kinds(late, 'education')).toEqual(['empty']);
  await markSection(contributor, { documentId, sectionKey: KEY, ready: true }, OCTOBER);
  expect(kinds(await loadMissing(dcs, documentId, OCTOBER), KEY)).toEqual(['child-data', 'missing', 'evidence', 'short', 'comments']);
});

test('its own side finds the list, and nobody else', async () => {
  const own: readonly Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
  for (const role of ROLES) {
    const found = await loadMissing(await wigan.as(role), wigan.documentId, SUMMER).then(() => true, (error: unknown) => (error instanceof NotFound ? false : Promise.reject(error)));
    expect([role, found]).toEqual([role, own.includes(role)]);
  }
});

test('the list costs the same number of queries with one comment as with thirty', async () => {
  const { documentId, as } = wigan;
  const dcs = await as('wiganDcs');
  const say = () => commentOnSection(dcs, { documentId, sectionKey: KEY, paragraph: 0, quoted: '', body: 'Look again.' }, SUMMER);
  await say();
  await loadMissing(dcs, documentId, SUMMER);
  const one = await queriesOf(() => loadMissing(dcs, documentId, SUMMER));
  for (let nth = 0; nth < 29; nth += 1) await say();
  expect(await queriesOf(() => loadMissing(dcs, documentId, SUMMER))).toBe(one);
});
