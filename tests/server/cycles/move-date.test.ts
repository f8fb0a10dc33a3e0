import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { moveDate } from '@/server/cycles/move-date';
import { dayOf } from '@/server/days';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';

const AT = new Date('2017-10-02T09:00:00Z');
let cast: Record<Role, string>;
let cycle: TestCycle;
const as = (role: Role) => actorFor(cast[role], AT);
const written = async () => [await db.dateMove.count(), await db.event.count({ where: { type: 'date.moved' } })];

beforeAll(async () => {
  cast = await castPeople();
  cycle = await openTestCycle(await actorFor(cast.coordinator, new Date('2017-07-26T09:00:00Z')));
});

describe('moving a date', () => {
  const move = { stepKey: 'sign-notes', scope: 'wave:december/group:', toOn: '2018-01-22', reason: 'The county’s offices are closed' };
  const wanted = () => ({ ...move, cycleId: cycle.cycleId, scope: move.scope + cycle.places['Wigan']!.groupId });

  it('is for the coordinator', async () => {
    for (const role of ['facilitator', 'wiganDcs', 'traffordDcs', 'boardChair'] as const) expect(await moveDate(await as(role), wanted(), AT)).toMatchObject({ refused: 'not-permitted' });
    expect(await written()).toEqual([0, 0]);
  });

  it('of another region’s cycle, or of none, finds nothing', async () => {
    await expect(moveDate(await as('otherRegionsCoordinator'), wanted(), AT)).rejects.toThrow(NotFound);
    await expect(moveDate(await as('ofsted'), wanted(), AT)).rejects.toThrow(NotFound);
    await expect(moveDate(await as('nobody'), wanted(), AT)).rejects.toThrow(NotFound);
    await expect(moveDate(await as('coordinator'), { ...wanted(), cycleId: 'nothing' }, AT)).rejects.toThrow(NotFound);
    expect(await written()).toEqual([0, 0]);
  });

  it('to January 2017 is impossible, and writes nothing', async () => {
    expect(await moveDate(await as('coordinator'), { cycleId: cycle.cycleId, stepKey: 'forum', scope: 'wave:january', toOn: '2017-01-10', reason: 'As printed' }, AT)).toMatchObject({ refused: 'outside-the-cycle' });
    expect(await written()).toEqual([0, 0]);
  });

  it('is kept with its reason, and each authority concerned is told what moves along', async () => {
    const moved = await moveDate(await as('coordinator'), wanted(), AT);
    expect(isRefusal(moved)).toBe(false);
    const [row] = await db.dateMove.findMany();
    expect([row!.stepKey, row!.scope, dayOf(row!.toOn), row!.reason, row!.movedAt, row!.movedBy]).toEqual(['sign-notes', wanted().scope, '2018-01-22', move.reason, AT, cast.coordinator]);
    const told = await db.event.findMany({ where: { type: 'date.moved' }, orderBy: { id: 'asc' } });
    const stepOf = ({ data }: (typeof told)[number]) => (data as { stepKey: string }).stepKey;
    const events = told.filter((event) => stepOf(event) === 'sign-notes');
    expect(told.filter((event) => !events.includes(event)).map(stepOf)).toEqual(Array(4).fill('review-plan'));
    const names = ['Cheshire East', 'Cheshire West and Chester', 'Halton', 'Wigan'];
    expect(events.map((event) => event.authorityId)).toEqual(names.map((name) => cycle.places[name]!.authorityId));
    expect(events.at(-1)!.data).toMatchObject({
      step: 'Notes agreed',
      from: 'Wednesday 17 January 2018',
      to: 'Monday 22 January 2018',
      for: 'Trafford group, December',
      along: 'Annual conversation pack released to Ofsted to Monday 19 February 2018; Action plan written to Monday 5 March 2018; Action plan reviewed to Monday 28 May 2018',
      reason: move.reason,
    });
  });

  it('twice at one moment leaves both on record, or refuses the one that changes nothing', async () => {
    const coordinator = await as('coordinator');
    const same = { cycleId: cycle.cycleId, stepKey: 'share-out', scope: 'cycle', toOn: '2018-02-05', reason: 'The hall' };
    const both = await Promise.all([moveDate(coordinator, same, AT), moveDate(coordinator, same, AT)]);
    expect(both.map((outcome) => (isRefusal(outcome) ? outcome.refused : 'moved')).sort()).toEqual(['moved', 'same-day']);
    const different = await Promise.all(['2018-02-06', '2018-02-07'].map((toOn) => moveDate(coordinator, { ...same, toOn }, AT)));
    expect(different.map(isRefusal)).toEqual([false, false]);
    expect(await db.dateMove.count({ where: { stepKey: 'share-out' } })).toBe(3);
  });
});
