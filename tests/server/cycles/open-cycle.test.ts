import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { openCycle } from '@/server/cycles/open-cycle';
import { dayOf } from '@/server/days';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle, testPlaces } from '../../support/cycle';

const AT = new Date('2017-07-26T09:00:00Z');
const ANCHOR = '2017-11-23';
let cast: Record<Role, string>;
const as = (role: Role) => actorFor(cast[role], AT);

const counts = async () => [await db.cycle.count(), await db.cycleAuthority.count(), await db.document.count(), await db.event.count()];

beforeAll(async () => {
  cast = await castPeople();
});

describe('opening a cycle', () => {
  it('is for the coordinator of the region: everyone else is refused and nothing is written', async () => {
    const places = await testPlaces();
    for (const role of ['facilitator', 'wiganDcs', 'boardChair', 'dataGroupChair'] as const) {
      expect(await openCycle(await as(role), { name: '2017/18', anchorOn: ANCHOR, places }, AT)).toMatchObject({ refused: 'not-permitted' });
    }
    await expect(openCycle(await as('nobody'), { name: '2017/18', anchorOn: ANCHOR, places }, AT)).rejects.toThrow(NotFound);
    expect(await openCycle(await as('otherRegionsCoordinator'), { name: '2017/18', anchorOn: ANCHOR, places }, AT)).toMatchObject({ refused: 'not-of-the-region' });
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('refuses what cannot be, and writes nothing', async () => {
    const coordinator = await as('coordinator');
    const places = await testPlaces();
    const refused = async (change: object) => {
      const outcome = await openCycle(coordinator, { name: '2017/18', anchorOn: ANCHOR, places, ...change }, AT);
      return isRefusal(outcome) ? outcome.refused : 'accepted';
    };
    const [first, second] = places as [(typeof places)[number], (typeof places)[number]];
    const cumberland = await db.authority.findFirstOrThrow({ where: { shortName: 'Cumberland' } });
    const leeds = await db.authority.findFirstOrThrow({ where: { shortName: 'Leeds' } });
    expect(await refused({ name: ' ' })).toBe('no-name');
    expect(await refused({ anchorOn: '2017-07-26' })).toBe('day-passed');
    expect(await refused({ anchorOn: '2021-11-23' })).toBe('day-too-far');
    expect(await refused({ places: [] })).toBe('nobody');
    expect(await refused({ places: [...places, first] })).toBe('twice');
    expect(await refused({ places: [{ ...first, wave: 'february' }, second] })).toBe('no-wave');
    expect(await refused({ places: [{ ...first, groupId: leeds.id }, second] })).toBe('no-group');
    expect(await refused({ places: [{ ...first, groupId: places.at(-1)!.groupId }, second] })).toBe('other-group');
    expect(await refused({ places: [{ ...first, authorityId: leeds.id }, second] })).toBe('not-of-the-region');
    expect(await refused({ places: [{ ...first, authorityId: cumberland.id }, second] })).toBe('not-there');
    expect(await refused({ places: [{ ...first, leadChallengerAuthorityId: first.authorityId }] })).toBe('own-lead');
    expect(await refused({ places: [{ ...first, leadChallengerAuthorityId: null }] })).toBe('no-lead');
    expect(await refused({ places: [first] })).toBe('lead-not-in-cycle');
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('gives each of the 23 authorities its place and its documents, and says so', async () => {
    const coordinator = await as('coordinator');
    const cycle = await openTestCycle(coordinator);
    const row = await db.cycle.findUniqueOrThrow({ where: { id: cycle.cycleId } });
    expect([row.name, dayOf(row.anchorOn), dayOf(row.startsOn), dayOf(row.endsOn), row.openedAt, row.closedAt]).toEqual(['2017/18', ANCHOR, ANCHOR_LESS_120, '2018-07-24', AT, null]);
    const waves = await db.cycleAuthority.groupBy({ by: ['wave'], where: { cycleId: cycle.cycleId }, _count: true, orderBy: { wave: 'asc' } });
    expect(waves.map(({ wave, _count }) => [wave, _count])).toEqual([['december', 12], ['january', 11]]);
    const kinds = await db.document.groupBy({ by: ['kind'], where: { cycleId: cycle.cycleId }, _count: true, orderBy: { kind: 'asc' } });
    expect(kinds.map(({ kind, _count }) => [kind, _count])).toEqual([['action-plan', 23], ['mou', 23], ['programme', 1], ['questions', 23], ['regional-profile', 1], ['self-view', 23]]);
    expect(await db.questionSet.count()).toBe(23);
    expect(cycle.places['Wigan']!.leadChallengerAuthorityId).toBe(cycle.places['Halton']!.authorityId);

    const events = await db.event.groupBy({ by: ['type'], where: { cycleId: cycle.cycleId }, _count: true, orderBy: { type: 'asc' } });
    expect(events.map(({ type, _count }) => [type, _count])).toEqual([['authority.placed', 23], ['cycle.opened', 1], ['document.put-for-signature', 23]]);
  });

  it('shares each new document with those who write it and with nobody else', async () => {
    const { authorityId, ...wigan } = (await openTestCycle(await as('coordinator'), { name: 'Shares', only: ['Wigan', 'Halton'] })).places['Wigan']!;
    const documents = await db.document.findMany({ where: { authorityId, cycle: { name: 'Shares' } }, include: { shares: true, acts: true }, orderBy: { kind: 'asc' } });
    const regionId = documents[0]!.regionId;
    expect(wigan.wave).toBe('december');
    expect(documents.map(({ kind, shares, acts }) => [kind, shares.map(({ audience }) => audience).sort(), acts.map((act) => act.kind)])).toEqual([
      ['action-plan', [`authority:${authorityId}`], []],
      ['mou', [`authority:${authorityId}`], ['put-for-signature']],
      ['questions', [`data-group:${regionId}`, `region-team:${regionId}`], []],
      ['self-view', [`authority:${authorityId}`], []],
    ]);
  });

  it('gives a name once: of two who open at the same moment one is refused', async () => {
    const coordinator = await as('coordinator');
    const places = await testPlaces();
    const both = await Promise.all([1, 2].map(() => openCycle(coordinator, { name: 'Twice', anchorOn: ANCHOR, places }, AT)));
    expect(both.map((outcome) => (isRefusal(outcome) ? outcome.refused : 'opened')).sort()).toEqual(['name-taken', 'opened']);
    expect(await db.cycle.count({ where: { name: 'Twice' } })).toBe(1);
    expect(await db.document.count({ where: { cycle: { name: 'Twice' } } })).toBe(94);
  });
});

const ANCHOR_LESS_120 = '2017-07-26';
