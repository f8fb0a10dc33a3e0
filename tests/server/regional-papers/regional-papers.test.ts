import { beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/server/db';
import { loadVersion } from '@/server/documents/versions/load';
import { NotFound } from '@/server/not-found';
import { fillProfile } from '@/server/regional-papers/fill-profile';
import { loadPaper } from '@/server/regional-papers/load';
import { putToBoard } from '@/server/regional-papers/put-to-board';
import { returnPaper } from '@/server/regional-papers/return-paper';
import { savePaper } from '@/server/regional-papers/save-paper';
import { signOffPaper } from '@/server/regional-papers/sign-off-paper';
import { keepDatabase } from '../../support/database';
import { ROLES, type Role } from '../../support/cast';
import { aCycle, codeOf, eventTypes, JANUARY, ok, type Cycle } from '../documents/a-signed-cycle';

let region: Cycle;
let paperId: string;
let begin: () => Promise<void>;
beforeAll(async () => {
  region = await aCycle();
  paperId = region.cycle.document('programme');
  begin = await keepDatabase();
});
beforeEach(() => begin());

const as = (role: Role) => region.as(role, JANUARY);
const load = async (role: Role, id = paperId) => loadPaper(await as(role), { cycleId: region.cycle.cycleId, paperId: id }, JANUARY);
const missing = (loading: Promise<unknown>) => loading.then(() => false, (error: unknown) => (error instanceof NotFound ? true : Promise.reject(error)));

async function write(words: string) {
  const { sections } = await load('coordinator');
  const texts = Object.fromEntries(sections.map(({ key }) => [key, `${key}: ${words}`]));
  const read = Object.fromEntries(sections.map(({ key, saves }) => [key, saves]));
  return savePaper(await as('coordinator'), { paperId, texts, read }, JANUARY);
}
const put = async () => ok(await putToBoard(await as('coordinator'), { paperId }, JANUARY));
const onPage = async () => {
  const { version } = await load('boardChair');
  return { paperId, versionId: version!.id, contentHash: version!.contentHash };
};

test('the Board sees a paper only when it is put to them, and only that text', async () => {
  ok(await write('FIRST'));
  const board: readonly Role[] = ['boardChair', 'boardMember', 'regionalChair'];
  for (const role of ROLES) expect([role, await missing(load(role))]).toEqual([role, !['coordinator', 'facilitator'].includes(role)]);
  await put();
  ok(await write('SECOND'));
  for (const role of ROLES) expect([role, await missing(load(role))]).toEqual([role, !['coordinator', 'facilitator', ...board].includes(role)]);
  const page = JSON.stringify(await load('boardMember'));
  expect([page.includes('FIRST'), page.includes('SECOND')]).toEqual([true, false]);
  expect(await missing(as('boardMember').then((actor) => loadVersion(actor, { documentId: paperId, number: 2, beside: null }, JANUARY)))).toBe(true);
});

test('an empty section keeps it from the Board', async () => {
  expect(await putToBoard(await as('coordinator'), { paperId }, JANUARY)).toMatchObject({ refused: 'incomplete', because: 'Nothing has been written yet under: Priorities; What each group does; What the region does; Resource.' });
});

test('the chair signs off the version that was read; that is signature and event', async () => {
  ok(await write('FIRST'));
  await put();
  const page = await onPage();
  expect(codeOf(await signOffPaper(await as('boardMember'), page, JANUARY))).toBe('not-permitted');
  expect(codeOf(await signOffPaper(await as('coordinator'), page, JANUARY))).toBe('not-permitted');
  const twice = await Promise.all([signOffPaper(await as('boardChair'), page, JANUARY), signOffPaper(await as('boardChair'), page, JANUARY)]);
  expect(twice.map(codeOf).sort()).toEqual(['accepted', 'already-signed']);
  expect(await db.signature.findMany({ where: { version: { documentId: paperId } } })).toMatchObject([{ office: 'board-chair', versionId: page.versionId }]);
  expect((await eventTypes(paperId)).slice(-1)).toEqual(['paper.signed-off']);
  expect((await load('coordinator')).state).toBe('signed-off');
});

test('a paper changed under the chair’s eyes is not signed off', async () => {
  ok(await write('FIRST'));
  await put();
  const page = await onPage();
  ok(await write('SECOND'));
  expect(codeOf(await signOffPaper(await as('boardChair'), page, JANUARY))).toBe('not-out-for-signature');
  await put();
  expect(codeOf(await signOffPaper(await as('boardChair'), page, JANUARY))).toBe('text-changed');
});

test('a returned paper comes back with the Board’s words', async () => {
  ok(await write('FIRST'));
  await put();
  ok(await returnPaper(await as('boardChair'), { ...(await onPage()), reason: 'Say who pays' }, JANUARY));
  expect((await load('coordinator')).returned).toMatchObject({ reason: 'Say who pays' });
});

test('what was saved meanwhile from another page is not overwritten', async () => {
  const { sections } = await load('coordinator');
  const read = Object.fromEntries(sections.map(({ key, saves }) => [key, saves]));
  const save = async (words: string) => savePaper(await as('coordinator'), { paperId, texts: { priorities: words }, read }, JANUARY);
  expect([codeOf(await save('one')), codeOf(await save('two'))]).toEqual(['accepted', 'accepted']);
  expect((await load('coordinator')).sections[0]).toMatchObject({ text: 'one two', beside: [] });
});

test('the profile is filled in from the issued questions alone', async () => {
  const profileId = region.cycle.document('regional-profile');
  const fill = async () => fillProfile(await as('coordinator'), { paperId: profileId }, JANUARY);
  expect(codeOf(await fill())).toBe('not-issued');
  for (const name of ['Wigan', 'Halton'] as const) {
    const documentId = region.cycle.document('questions', name);
    const set = await db.questionSet.findUniqueOrThrow({ where: { documentId } });
    await db.questionSet.update({ where: { id: set.id }, data: { headline: `Headline of ${name}` } });
    const placed = { questionSetId: set.id, enabler: 'overall', half: 'early', placedAt: JANUARY, placedBy: region.ids.dataGroupChair };
    await db.placement.create({ data: { ...placed, assessor: 'region', stage: 1 } });
    if (name === 'Wigan') {
      await db.placement.create({ data: { ...placed, assessor: 'agreed', stage: 2 } });
      await db.documentAct.create({ data: { documentId, kind: 'issued', at: JANUARY, personId: region.ids.coordinator, postId: (await as('coordinator')).as!.id } });
    }
  }
  ok(await fill());
  const { sections } = await load('coordinator', profileId);
  expect(sections.find(({ key }) => key === 'headlines')!.text).toBe('- **Wigan**: Headline of Wigan (fair to good, early)');
  expect(sections.find(({ key }) => key === 'journey')!.text).toContain('0 poor to fair, 0 fair to good, 0 good to great, 1 not placed');
  expect(codeOf(await fill())).toBe('nothing-new');
});
