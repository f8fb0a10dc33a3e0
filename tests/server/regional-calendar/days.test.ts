import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import type { NewRegionalDay } from '@/domain/regional-days';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { addProposedDay } from '@/server/regional-calendar/days/add-proposed-day';
import { changeDay } from '@/server/regional-calendar/days/change-day';
import { enterDays } from '@/server/regional-calendar/days/enter-days';
import { loadDays, readDayFile } from '@/server/regional-calendar/days/load';
import { removeDay } from '@/server/regional-calendar/days/remove-day';
import { actorFor, castPeople, ROLES, type Role } from '../../support/cast';
import { keepDatabase } from '../../support/database';

const AT = new Date('2017-09-04T09:00:00Z');
let people: Record<Role, string>;
let wigan: string;
let halton: string;
let begin: () => Promise<void>;
const as = (role: Role) => actorFor(people[role], AT);
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');
const halfTerm = (authorityId: string | null, more: Partial<NewRegionalDay> = {}): NewRegionalDay => ({ kind: 'school-holiday', name: 'Autumn half-term', fromOn: '2017-10-23', toOn: '2017-10-27', authorityId, ...more });
const rows = () => db.regionalDay.findMany({ where: { removedAt: null }, orderBy: { fromOn: 'asc' } });
const events = async () => (await db.event.findMany({ where: { type: { startsWith: 'regional-day.' } }, orderBy: { id: 'asc' } })).map(({ type, authorityId, data }) => [type, authorityId, (data as { name: string }).name]);

beforeAll(async () => {
  people = await castPeople();
  wigan = (await db.authority.findFirstOrThrow({ where: { shortName: 'Wigan' } })).id;
  halton = (await db.authority.findFirstOrThrow({ where: { shortName: 'Halton' } })).id;
  await enterDays(await as('coordinator'), { days: [halfTerm(wigan), halfTerm(halton), halfTerm(null, { kind: 'event', name: 'Conference', fromOn: '2018-07-11', toOn: '2018-07-13' })] }, AT);
  begin = await keepDatabase();
});
beforeEach(() => begin());

describe('entering', () => {
  it('writes the entries and an event for each', async () => {
    expect((await rows()).map(({ name, authorityId, fromOn, enteredBy }) => [name, authorityId, fromOn.toISOString().slice(0, 10), enteredBy])).toEqual([
      ['Autumn half-term', wigan, '2017-10-23', people.coordinator],
      ['Autumn half-term', halton, '2017-10-23', people.coordinator],
      ['Conference', null, '2018-07-11', people.coordinator],
    ].toSorted((a, b) => (a[2]! < b[2]! ? -1 : 0)));
    expect(await events()).toEqual([
      ['regional-day.entered', wigan, 'Autumn half-term of Wigan'],
      ['regional-day.entered', halton, 'Autumn half-term of Halton'],
      ['regional-day.entered', null, 'Conference'],
    ]);
  });

  it('of something that stands there is refused, and two who enter it at once enter it once', async () => {
    expect(codeOf(await enterDays(await as('wiganDcs'), { days: [halfTerm(wigan, { name: 'New' }), halfTerm(wigan)] }, AT))).toBe('entered-already');
    expect(await rows()).toHaveLength(3);
    const twice = await Promise.all((['wiganDcs', 'coordinator'] as const).map(async (role) => codeOf(await enterDays(await as(role), { days: [halfTerm(wigan, { name: 'New' })] }, AT))));
    expect(twice.toSorted()).toEqual(['accepted', 'entered-already']);
  });

  it('at one press adds what is proposed, once', async () => {
    const { proposed } = await loadDays(await as('coordinator'), AT);
    expect(proposed.map(({ key }) => key)).toEqual(['returns-2018', 'elections-2018']);
    expect(codeOf(await addProposedDay(await as('wiganDcs'), { key: 'returns-2018' }, AT))).toBe('not-permitted');
    expect(codeOf(await addProposedDay(await as('coordinator'), { key: 'elections-2018' }, AT))).toBe('accepted');
    expect((await rows()).map(({ kind, name }) => `${kind} ${name}`)).toContain('pre-election Local elections of 3 May 2018');
    await expect(addProposedDay(await as('coordinator'), { key: 'elections-2018' }, AT)).rejects.toThrow(NotFound);
  });
});

describe('changing and taking out', () => {
  const idOf = async (authorityId: string | null) => (await db.regionalDay.findFirstOrThrow({ where: { authorityId, removedAt: null } })).id;

  it('keeps what stood there, and says so', async () => {
    const dayId = await idOf(wigan);
    expect(codeOf(await changeDay(await as('wiganPolicyOfficer'), { dayId, ...halfTerm(wigan, { toOn: '2017-11-03' }) }, AT))).toBe('accepted');
    expect((await db.regionalDay.findMany({ where: { authorityId: wigan }, orderBy: { removedAt: { sort: 'asc', nulls: 'last' } } })).map(({ toOn, removedAt }) => [toOn.toISOString().slice(0, 10), removedAt !== null])).toEqual([['2017-10-27', true], ['2017-11-03', false]]);
    expect((await events()).slice(3).map(([type]) => type)).toEqual(['regional-day.removed', 'regional-day.entered']);
  });

  it('of what is gone is not found', async () => {
    const dayId = await idOf(wigan);
    expect(codeOf(await removeDay(await as('wiganDcs'), { dayId }, AT))).toBe('accepted');
    await expect(removeDay(await as('wiganDcs'), { dayId }, AT)).rejects.toThrow(NotFound);
    await expect(changeDay(await as('coordinator'), { dayId, ...halfTerm(wigan) }, AT)).rejects.toThrow(NotFound);
    await expect(removeDay(await as('coordinator'), { dayId: 'nonsense' }, AT)).rejects.toThrow(NotFound);
  });

  it('is not for others: what they do not see is not there, what they see they may not change', async () => {
    const [ofHalton, ofRegion] = [await idOf(halton), await idOf(null)];
    await expect(removeDay(await as('wiganDcs'), { dayId: ofHalton }, AT)).rejects.toThrow(NotFound);
    await expect(removeDay(await as('otherRegionsCoordinator'), { dayId: ofRegion }, AT)).rejects.toThrow(NotFound);
    expect(codeOf(await removeDay(await as('wiganDcs'), { dayId: ofRegion }, AT))).toBe('not-permitted');
    expect(codeOf(await removeDay(await as('facilitator'), { dayId: ofHalton }, AT))).toBe('not-permitted');
    expect(await rows()).toHaveLength(3);
  });
});

describe('a file', () => {
  it('is read against what stands in the region, and with a fault enters nothing', async () => {
    const file = `kind,name,from,to,authority\r\nschool-holiday,Autumn half-term,23/10/2017,27/10/2017,wigan\r\nevent,"Market, place",2018-02-01,,\r\n`;
    const { days, faults } = await readDayFile(await as('coordinator'), file);
    expect([days, faults.map(({ row, column }) => [row, column])]).toEqual([[], [[2, 'name']]]);
    expect((await readDayFile(await as('wiganDataLead'), file)).faults.map(({ row, column }) => [row, column])).toEqual([[2, 'name'], [3, 'authority']]);
    expect((await readDayFile(await as('coordinator'), 'kind,name\n"unclosed')).faults[0]!.sentence).toBe('This file cannot be read as a table. Save it as CSV (comma separated) and send it again.');
  });

  it('of one authority’s days is entered by its own team', async () => {
    const { days } = await readDayFile(await as('wiganDataLead'), `\ufeffkind,name,from,to,authority\nSchool holiday,February half-term,12/02/2018,16/02/2018,359\nSchool holiday,Easter,2018-03-30,2018-04-13,Wigan`);
    expect(codeOf(await enterDays(await as('wiganDataLead'), { days }, AT))).toBe('accepted');
    expect((await rows()).filter(({ authorityId }) => authorityId === wigan).map(({ name }) => name)).toEqual(['Autumn half-term', 'February half-term', 'Easter']);
  });
});

it('everyone sees the region’s days and their own, posts of the region all of them, and nobody outside any', async () => {
  const seen: Record<string, string> = {};
  for (const role of ROLES) {
    seen[role] = await loadDays(await as(role), AT).then(
      ({ days, enterFor }) => `${days.map(({ authority }) => authority?.name ?? 'region').join(', ')}; ${enterFor.length > 2 ? 'all' : enterFor.map((one) => one?.name).join()}`,
      (error: unknown) => (error instanceof NotFound ? 'nothing' : Promise.reject(error)),
    );
  }
  const [ofWigan, ofHalton, whole, none] = ['Wigan, region; ', 'Halton, region; ', 'Halton, Wigan, region; ', 'region; '];
  expect(seen).toEqual({
    ...Object.fromEntries(ROLES.map((role) => [role, 'nothing'])),
    ...Object.fromEntries((['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer'] as const).map((role) => [role, `${ofWigan}Wigan`])),
    ...Object.fromEntries((['wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive', 'wiganPolice', 'wiganPartnershipChair'] as const).map((role) => [role, ofWigan])),
    ...Object.fromEntries((['haltonDcs', 'haltonAd'] as const).map((role) => [role, `${ofHalton}Halton`])),
    ...Object.fromEntries((['haltonLeadMember', 'haltonActingChiefExecutive'] as const).map((role) => [role, ofHalton])),
    traffordDcs: `${none}Trafford`,
    rochdaleDcs: `${none}Rochdale`,
    blackburnDcs: `${none}Blackburn with Darwen`,
    stockportDcs: `${none}Stockport`,
    stockportDataLead: `${none}Stockport`,
    coordinator: `${whole}all`,
    ...Object.fromEntries((['facilitator', 'dataGroupChair', 'dataGroupMember', 'boardChair', 'boardMember', 'regionalChair'] as const).map((role) => [role, whole])),
    otherRegionsCoordinator: '; all',
  });
});
