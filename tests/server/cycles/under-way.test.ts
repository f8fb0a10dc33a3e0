import { beforeAll, expect, test } from 'vitest';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';
import { loadTheCycleId } from '@/server/board/load';
import { loadCycles } from '@/server/cycles/under-way/load';
import { actorFor, castPeople, ROLES, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';
import { openProcess, type TestProcess } from '../../support/process';
import { queriesOf } from '../../support/queries';

const OPENED = new Date('2017-07-26T09:00:00Z');
const NOW = new Date('2017-10-31T09:00:00Z');
let cast: Record<Role, string>;
let annual: TestCycle;
let triads: TestProcess;
const as = (role: Role) => actorFor(cast[role], NOW);

const TRIADS = {
  title: 'Triads of the region',
  grouping: { is: 'made' as const, word: 'triad', sizes: [3] },
  leads: 'none' as const,
  anchorName: 'The meeting',
  spans: { from: -120, to: 60 },
  phases: [{ key: 'all', name: 'All of it' }],
  waves: [{ key: 'only', name: 'Together', forumOffsets: [0] }],
  steps: [
    { key: 'asks', name: 'Asks and offers written', act: 'Write them', heading: ['Asks'], phase: 'all', per: 'authority' as const, who: ['dcs' as const], due: { from: 'anchor' as const, offset: -30 }, doneWhen: 'recorded' as const },
    { key: 'met', name: 'Triad met', act: 'Record that you met', heading: ['Met'], phase: 'all', per: 'group' as const, who: ['set-lead' as const], due: { from: 'anchor' as const, offset: 0 }, doneWhen: 'recorded' as const },
  ],
};

beforeAll(async () => {
  cast = await castPeople();
  const coordinator = await actorFor(cast.coordinator, OPENED);
  annual = await openTestCycle(coordinator, { at: OPENED });
  triads = await openProcess(coordinator, TRIADS, { name: '2017/18 triads', authorities: ['Wigan', 'Halton', 'Trafford'], sets: { 'Triad 1': ['Wigan', 'Halton', 'Trafford'] }, at: OPENED });
});

test('one cycle leads to its board, several to the list of them', async () => {
  expect(await loadTheCycleId(await as('coordinator'), NOW)).toBeNull();
  expect(await loadTheCycleId(await as('wiganDcs'), NOW)).toBeNull();
  await db.cycle.update({ where: { id: triads.cycleId }, data: { closedAt: NOW } });
  expect(await loadTheCycleId(await as('boardMember'), NOW)).toBe(annual.cycleId);
  await db.cycle.updateMany({ where: { id: { in: [annual.cycleId] } }, data: { closedAt: NOW } });
  expect(await loadTheCycleId(await as('boardMember'), NOW)).toBe(annual.cycleId);
  await db.cycle.updateMany({ data: { closedAt: null } });
});

test('each stands with its process, how far it is, its next date and who takes part', async () => {
  const { open, past } = await loadCycles(await as('coordinator'), 1, NOW);
  expect(open.map(({ name, process, steps, next, taking, there }) => ({ name, process, steps, next, taking, there }))).toEqual([
    { name: '2017/18', process: 'Annual peer challenge in forums', steps: { done: 1, of: expect.any(Number), late: 46 }, next: { name: 'Ofsted’s key lines of enquiry received', on: '2017-11-16' }, taking: 23, there: 23 },
    { name: '2017/18 triads', process: 'Triads of the region', steps: { done: 0, of: 4, late: 3 }, next: { name: 'Triad met', on: '2017-11-23' }, taking: 3, there: 23 },
  ]);
  expect(past.cycles).toEqual([]);
});

test('how far the steps of others are is for those who read boards; everyone else sees their own part', async () => {
  for (const role of ROLES) {
    const { open } = await loadCycles(await as(role), 1, NOW);
    const reads = ['coordinator', 'facilitator', 'dataGroupChair', 'dataGroupMember', 'boardChair', 'boardMember', 'regionalChair'].includes(role);
    expect(open.every(({ steps }) => (steps !== null) === reads), role).toBe(true);
  }
  const parts = async (role: Role) => (await loadCycles(await as(role), 1, NOW)).open.map(({ own }) => own.join());
  expect([await parts('wiganLeadMember'), await parts('rochdaleDcs'), await parts('ofsted'), await parts('wiganPolice')]).toEqual([['Wigan', 'Wigan'], ['Rochdale', ''], [], []]);
});

test('past cycles come a page at a time, and cost no more queries', async () => {
  const coordinator = await as('coordinator');
  const before = await queriesOf(() => loadCycles(coordinator, 1, NOW));
  const { regionId, templateId } = await db.cycle.findUniqueOrThrow({ where: { id: annual.cycleId } });
  for (let year = 1990; year < 2016; year += 1) {
    const day = dateOf(`${year}-11-23`);
    await db.cycle.create({ data: { regionId, templateId, name: `${year}`, anchorOn: day, startsOn: day, endsOn: day, openedAt: day, closedAt: day } });
  }
  const pages = await Promise.all([1, 3, 99].map(async (page) => (await loadCycles(coordinator, page, NOW)).past));
  expect(pages.map(({ cycles, page, pages: of }) => [cycles.length, page, of])).toEqual([[12, 1, 3], [2, 3, 3], [0, 3, 3]]);
  expect(pages[0]!.cycles[0]!.name).toBe('2015');
  expect([before, await queriesOf(() => loadCycles(coordinator, 2, NOW))]).toEqual([2, 2]);
});

test('what the frame of a page leads to follows from the processes under way', async () => {
  expect((await as('wiganDcs')).underWay).toEqual({ cycles: 2, forums: 'forum', questions: true });
  await db.cycle.update({ where: { id: annual.cycleId }, data: { closedAt: NOW } });
  expect((await as('wiganDcs')).underWay).toEqual({ cycles: 1, forums: null, questions: false });
  await db.cycle.update({ where: { id: annual.cycleId }, data: { closedAt: null } });
});
