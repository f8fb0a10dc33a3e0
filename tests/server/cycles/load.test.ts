import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { proposeCycle } from '@/domain/processes/propose-cycle';
import { loadClosing, loadStep, loadTimetable } from '@/server/cycles/load';
import { loadOpening } from '@/server/cycles/opening/load';
import { loadCycles } from '@/server/cycles/under-way/load';
import { openCycle } from '@/server/cycles/open-cycle';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { actorFor, castPeople, ROLES, type Role } from '../../support/cast';
import { queriesOf } from '../../support/queries';
import { openTestCycle, testPlaces, type TestCycle } from '../../support/cycle';

const AT = new Date('2018-07-20T09:00:00Z');
let cast: Record<Role, string>;
let cycle: TestCycle;
const as = (role: Role) => actorFor(cast[role], AT);
const whoGets = async (load: (role: Role) => Promise<unknown>) => {
  const got: Role[] = [];
  for (const role of ROLES) {
    try {
      await load(role);
      got.push(role);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return got;
};
const NOT_OF_THE_REGION: Role[] = ['ofsted', 'wiganPolice', 'wiganPartnershipChair', 'formerWiganDcs', 'otherRegionsCoordinator', 'nobody'];

beforeAll(async () => {
  cast = await castPeople();
  cycle = await openTestCycle(await actorFor(cast.coordinator, new Date('2017-07-26T09:00:00Z')));
});

describe('who sees what of a cycle', () => {
  it('its dates: everyone with a post in the region, and nobody else', async () => {
    expect(await whoGets(async (role) => loadTimetable(await as(role), cycle.cycleId))).toEqual(ROLES.filter((role) => !NOT_OF_THE_REGION.includes(role)));
    for (const role of NOT_OF_THE_REGION) expect((await loadCycles(await as(role), 1, AT)).open).toEqual([]);
    expect((await loadCycles(await as('wiganLeadMember'), 1, AT)).open.map(({ name }) => name)).toEqual(['2017/18']);
  });

  it('opening and closing one: the coordinator', async () => {
    expect(await whoGets(async (role) => loadClosing(await as(role), cycle.cycleId, AT))).toEqual(['coordinator']);
    expect(await whoGets(async (role) => (role === 'otherRegionsCoordinator' ? Promise.reject(new NotFound()) : loadOpening(await as(role), {}, AT)))).toEqual(['coordinator']);
    await expect(loadOpening(await as('otherRegionsCoordinator'), { fromId: cycle.cycleId }, AT)).rejects.toThrow(NotFound);
  });

  it('a step of one authority: that authority, its group lead, and who reads the board', async () => {
    expect(await whoGets(async (role) => loadStep(await as(role), { cycleId: cycle.cycleId, stepKey: 'sign-mou', authority: 'wigan' }, AT))).toEqual([
      'wiganDcs',
      'wiganAd',
      'wiganDataLead',
      'wiganPolicyOfficer',
      'wiganContributor',
      'wiganLeadMember',
      'wiganChiefExecutive',
      'traffordDcs',
      'coordinator',
      'facilitator',
      'dataGroupChair',
      'dataGroupMember',
      'boardChair',
      'boardMember',
      'regionalChair',
    ]);
  });

  it('who may record and leave out a step is said with the reason for everyone else', async () => {
    const asked = { cycleId: cycle.cycleId, stepKey: 'ofsted-enquiries' };
    const coordinators = await loadStep(await as('coordinator'), asked, AT);
    expect([coordinators.notToRecord, coordinators.notToWaive]).toEqual([null, null]);
    const others = await loadStep(await as('wiganDcs'), asked, AT);
    expect([others.notToRecord?.refused, others.notToWaive?.refused]).toEqual(['not-permitted', 'not-permitted']);
  });
});

describe('a page of a cycle', () => {
  it('takes as many queries for two authorities as for twenty-three', async () => {
    const coordinator = await as('coordinator');
    const small = await openTestCycle(await actorFor(cast.coordinator, new Date('2017-07-26T09:00:00Z')), { name: 'Small', only: ['Wigan', 'Halton'] });
    const counts = async (cycleId: string) => [
      await queriesOf(() => loadTimetable(coordinator, cycleId)),
      await queriesOf(() => loadStep(coordinator, { cycleId, stepKey: 'sign-mou', authority: 'wigan' }, AT)),
      await queriesOf(() => loadClosing(coordinator, cycleId, AT)),
    ];
    expect(await counts(small.cycleId)).toEqual(await counts(cycle.cycleId));
    expect((await counts(cycle.cycleId)).every((count) => count <= 12)).toBe(true);
    await db.cycle.update({ where: { id: small.cycleId }, data: { name: 'Small, closed', closedAt: AT } });
  });

  it('takes as many queries to open with two authorities as with twenty-three', async () => {
    const coordinator = await actorFor(cast.coordinator, new Date('2017-07-26T09:00:00Z'));
    const places = await testPlaces();
    const open = (name: string, some: typeof places) => queriesOf(() => openCycle(coordinator, { name, anchorOn: '2017-11-23', places: some }, new Date('2017-07-26T09:00:00Z')));
    const two = await testPlaces(['Wigan', 'Halton']);
    expect(await open('Two', two)).toBe(await open('All', places));
  });
});

describe('the next cycle', () => {
  it('starts from the one before: places and waves come along, the turn of lead challengers moves on', async () => {
    const coordinator = await as('coordinator');
    const { facts, from, turn } = await loadOpening(coordinator, { fromId: cycle.cycleId }, AT);
    const { name, anchorOn, places } = proposeCycle(facts, { earlier: from, choices: { leads: 'next', sets: 'new', peers: 'new' }, turn, today: '2018-07-20' });
    const opened = await openCycle(coordinator, { name, anchorOn: anchorOn!, places, previousId: from!.id }, AT);
    if (isRefusal(opened)) throw new Error(opened.because);
    const row = await db.cycle.findUniqueOrThrow({ where: { id: opened.change.id }, include: { authorities: { include: { authority: true, leadChallenger: true } } } });
    expect([row.name, anchorOn, row.authorities.length, row.previousId]).toEqual(['2018/19', '2018-11-22', 23, cycle.cycleId]);
    const wigan = row.authorities.find(({ authority }) => authority.shortName === 'Wigan')!;
    expect([wigan.wave, wigan.groupId, wigan.leadChallenger!.shortName]).toEqual(['december', cycle.places['Wigan']!.groupId, 'Manchester']);
    expect(new Set(row.authorities.map((place) => place.leadChallengerAuthorityId)).size).toBe(23);
    expect((await loadOpening(coordinator, {}, AT)).facts.cycleNames.toSorted()).toEqual(['2017/18', '2018/19', 'All', 'Small, closed', 'Two']);
  });
});
