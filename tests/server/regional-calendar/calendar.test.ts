import { beforeAll, describe, expect, it } from 'vitest';
import type { CalendarFilter } from '@/domain/regional-calendar/whose';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { scheduleAllForums } from '@/server/forums/scheduling/schedule-all-forums';
import { enterDays } from '@/server/regional-calendar/days/enter-days';
import { loadCalendar, loadWarnings } from '@/server/regional-calendar/load';
import { actorFor, castPeople, ROLES, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';
import { queriesOf } from '../../support/queries';

const OPENED = new Date('2017-07-26T09:00:00Z');
const AT = new Date('2017-11-01T10:00:00Z');
const ALL: CalendarFilter = { whose: null, authorityId: null, cycleId: null };
let people: Record<Role, string>;
let cycle: TestCycle;
const as = (role: Role) => actorFor(people[role], AT);
const load = async (role: Role, filter: Partial<CalendarFilter> = {}) => loadCalendar(await as(role), { month: '2017-07', count: 13, filter: { ...ALL, ...filter } }, AT);
const linesOf = async (role: Role, filter?: Partial<CalendarFilter>) => (await load(role, filter)).entries.map(({ fromOn, what, whom }) => `${fromOn} ${what}${whom && `: ${whom}`}`);

beforeAll(async () => {
  people = await castPeople();
  const coordinator = await actorFor(people.coordinator, OPENED);
  cycle = await openTestCycle(coordinator);
  await scheduleAllForums(await as('coordinator'), { cycleId: cycle.cycleId }, AT);
  const days = (['Wigan', 'Halton', 'Bury'] as const).map((name) => ({ kind: 'school-holiday' as const, name: 'February half-term', fromOn: '2018-02-12', toOn: '2018-02-16', authorityId: cycle.places[name]!.authorityId }));
  await enterDays(coordinator, { days }, OPENED);
});

describe('who sees which dates', () => {
  it('everyone with a post in the region, and nobody else', async () => {
    const without: Role[] = [];
    for (const role of ROLES) await load(role).catch((error: unknown) => (error instanceof NotFound ? without.push(role) : Promise.reject(error)));
    expect(without).toEqual(['ofsted', 'formerWiganDcs', 'nobody']);
    expect(await linesOf('otherRegionsCoordinator')).toEqual([]);
  });

  it('the region everything, each step once a day', async () => {
    for (const role of ['coordinator', 'facilitator', 'dataGroupMember', 'boardMember', 'regionalChair'] as const) {
      const lines = await linesOf(role);
      expect([role, lines]).toEqual([role, expect.arrayContaining(['2017-10-27 Self-view written: 23 authorities', '2017-11-23 Packs and questions issued', '2018-02-12 February half-term: 3 authorities', '2017-12-13 Forum: Trafford group'])]);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  it('an authority its own and the region’s; of the authority that it leads what it does there, and its half-term', async () => {
    const seen = await linesOf('haltonDcs');
    expect(seen).toEqual(expect.arrayContaining(['2017-10-27 Self-view written', '2018-02-01 Priorities, support needs and good practice shared', '2018-02-12 February half-term: 2 authorities', '2018-01-11 Forum: Trafford group']));
    expect(seen.filter((line) => line.includes('Wigan')).every((line) => /Forum held|Action plan reviewed/.test(line))).toBe(true);
    expect(seen.filter((line) => line.includes('Action plan reviewed: Wigan'))).toHaveLength(1);
    // Wigan leads Stockport's challenge. Groups bear the names of three authorities.
    const others = Object.keys(cycle.places).filter((name) => !['Wigan', 'Halton', 'Trafford', 'Blackburn with Darwen', 'Rochdale', 'Stockport'].includes(name));
    for (const role of ROLES.filter((one) => /^(halton|wigan)/.test(one))) {
      const lines = await linesOf(role);
      expect([role, lines.filter((line) => others.some((name) => line.includes(name)))]).toEqual([role, []]);
      expect([role, lines.filter((line) => line.includes('Stockport') && !line.includes('Action plan reviewed'))]).toEqual([role, []]);
    }
  });

  it('a group lead the dates of the group; a partner agency only what is for it', async () => {
    expect(await linesOf('traffordDcs')).toContain('2017-10-27 Self-view written: 7 authorities');
    const partners = await linesOf('wiganPolice');
    expect(partners).toEqual(expect.arrayContaining(['2018-02-12 February half-term: Wigan']));
    expect(partners.filter((line) => /Self-view|Memorandum|Action plan|Forum|Notes/.test(line))).toEqual([]);
  });

  it('the filter offers an authority’s posts their own and those in which they have a part', async () => {
    expect((await load('wiganDcs')).authorities.map(({ name }) => name)).toEqual(['Stockport', 'Wigan']);
    expect((await load('coordinator')).authorities).toHaveLength(23);
    expect((await linesOf('coordinator', { authorityId: cycle.places.Wigan!.authorityId, whose: 'lead-member' })).filter((line) => line.startsWith('2017-10'))).toEqual(['2017-10-27 Memorandum of understanding signed: Wigan', '2017-10-27 Self-view signed by the Lead Member: Wigan']);
    expect((await linesOf('wiganDcs', { authorityId: cycle.places.Bury!.authorityId })).filter((line) => line.includes('written'))).toEqual([]);
  });
});

it('the warnings of other dates know what the one who looks may know', async () => {
  const warned = async (role: Role) => {
    const actor = await as(role);
    const { days, meetings } = await loadWarnings(actor, { regionId: (await as('coordinator')).as!.region.id, fromOn: '2018-02-01', toOn: '2018-02-28' }, AT);
    return [days.map(({ authority }) => authority?.name), meetings.length > 0];
  };
  expect(await warned('coordinator')).toEqual([['Bury', 'Halton', 'Wigan'], true]);
  expect(await warned('wiganLeadMember')).toEqual([['Wigan'], true]);
  expect(await warned('ofsted')).toEqual([[], false]);
  expect(await warned('otherRegionsCoordinator')).toEqual([[], false]);
});

it('a month asks the same number of questions for one authority, one cycle and one day as for many', async () => {
  const coordinator = await as('coordinator');
  const ask = () => queriesOf(() => loadCalendar(coordinator, { month: '2017-12', count: 1, filter: ALL }, AT));
  await ask();
  const many = await ask();
  await openTestCycle(await actorFor(people.coordinator, OPENED), { name: 'Second', only: ['Wigan', 'Halton'] });
  await enterDays(coordinator, { days: Array.from({ length: 30 }, (_, index) => ({ kind: 'event', name: `Event ${index}`, fromOn: '2017-12-04', toOn: '2017-12-05', authorityId: null })) }, AT);
  expect(await ask()).toBe(many);
  await db.cycle.updateMany({ where: { id: cycle.cycleId }, data: { closedAt: AT } });
  await db.regionalDay.deleteMany({ where: { kind: 'event' } });
  expect([await ask(), many]).toEqual([2, 2]);
  await db.cycle.updateMany({ where: { id: cycle.cycleId }, data: { closedAt: null } });
});
