import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { readDayRows, type DayFileGround } from '@/domain/read-regional-days';
import { changeDay, enterDays, mayEnter, proposedDays, removeDay, type NewRegionalDay, type RegionalDay, type RegionalDayFacts } from '@/domain/regional-days';
import { CAPACITIES, type Capacity } from '../support/cast-in-memory';

const AUTHORITIES = ['Wigan', 'Halton'].map((name) => ({ id: name, name }));
const standing: RegionalDay[] = [
  { id: '1', kind: 'school-holiday', name: 'Autumn half-term', fromOn: '2026-10-26', toOn: '2026-10-30', authority: { id: 'Wigan', name: 'Wigan' } },
  { id: '2', kind: 'event', name: 'Conference', fromOn: '2027-07-14', toOn: '2027-07-16', authority: null },
];
const facts: RegionalDayFacts = { regionId: 'north-west', authorities: AUTHORITIES, standing };
const actorAs = ({ role, as }: Capacity): Actor => ({ personId: role, name: role, posts: as ? [as] : [], as, challenges: [], audiences: [] });
const actor = (role: Capacity['role']) => actorAs(CAPACITIES.find((one) => one.role === role)!);
const day = (more: Partial<NewRegionalDay> = {}): NewRegionalDay => ({ kind: 'school-holiday', name: 'Spring half-term', fromOn: '2027-05-31', toOn: '2027-06-04', authorityId: 'Wigan', ...more });
const codeOf = (decision: object) => (isRefusal(decision) ? decision.refused : 'accepted');

describe('who enters days', () => {
  const whoMay = (authorityId: string | null) => CAPACITIES.filter((capacity) => codeOf(enterDays(actorAs(capacity), facts, [day({ authorityId })])) !== 'not-permitted').map(({ role, as }) => `${role} as ${as?.office}`);
  it('for the whole region: the coordinator', () => {
    expect(whoMay(null)).toEqual(['coordinator as sli-coordinator']);
  });
  it('for one authority: the coordinator and those of its own team who plan', () => {
    expect(whoMay('Wigan')).toEqual(['wiganDcs as dcs', 'wiganAd as assistant-director', 'wiganDataLead as data-lead', 'wiganPolicyOfficer as policy-officer', 'coordinator as sli-coordinator']);
    expect(whoMay('Halton')).toEqual(['haltonDcs as dcs', 'haltonAd as assistant-director', 'coordinator as sli-coordinator']);
  });
  it('nobody enters a day of another among days of their own, or moves one there', () => {
    expect(codeOf(enterDays(actor('wiganDcs'), facts, [day(), day({ authorityId: 'Halton' })]))).toBe('not-permitted');
    expect(codeOf(enterDays(actor('wiganDcs'), facts, [day(), day({ authorityId: null })]))).toBe('not-permitted');
    expect(codeOf(changeDay(actor('wiganDcs'), facts, standing[0]!, day({ authorityId: null })))).toBe('not-permitted');
    expect(codeOf(changeDay(actor('wiganDcs'), facts, standing[1]!, day()))).toBe('not-permitted');
    expect(codeOf(changeDay(actor('haltonDcs'), facts, standing[0]!, day({ authorityId: 'Halton' })))).toBe('not-permitted');
    expect(codeOf(removeDay(actor('haltonDcs'), 'north-west', standing[0]!))).toBe('not-permitted');
  });
});

describe('an entry', () => {
  it.each<[string, Partial<NewRegionalDay>]>([
    ['accepted', {}],
    ['accepted', { toOn: '2027-05-31' }],
    ['no-name', { name: '  ' }],
    ['ends-before-it-starts', { toOn: '2027-05-30' }],
    ['too-long', { toOn: '2028-05-31' }],
    ['one-season', { kind: 'return-season' }],
    ['not-of-the-region', { authorityId: 'Leeds' }],
    ['entered-already', { name: 'autumn half-term', fromOn: '2026-10-30', toOn: '2026-11-03' }],
    ['accepted', { name: 'Autumn half-term', fromOn: '2026-10-31', toOn: '2026-11-03' }],
    ['accepted', { name: 'Autumn half-term', fromOn: '2026-10-26', toOn: '2026-10-30', authorityId: 'Halton' }],
  ])('is %s with %j', (code, more) => {
    expect(codeOf(enterDays(actor('coordinator'), facts, [day(more)]))).toBe(code);
  });
  it('stands once in a file', () => {
    expect(codeOf(enterDays(actor('coordinator'), facts, [day(), day({ fromOn: '2027-06-04', toOn: '2027-06-07' })]))).toBe('twice');
    expect(codeOf(enterDays(actor('coordinator'), facts, []))).toBe('no-days');
  });
  it('is said in words', () => {
    expect(enterDays(actor('coordinator'), facts, [day(), day({ kind: 'pre-election', name: 'Local elections of 6 May 2027', authorityId: null })])).toMatchObject({
      events: [
        { type: 'regional-day.entered', authorityId: 'Wigan', data: { name: 'Spring half-term of Wigan', days: 'Monday 31 May 2027 to Friday 4 June 2027' } },
        { type: 'regional-day.entered', authorityId: null, data: { name: 'Pre-election period: Local elections of 6 May 2027' } },
      ],
    });
  });
  it('is changed by taking it out and entering another', () => {
    const changed = changeDay(actor('wiganDcs'), facts, standing[0]!, day({ name: 'Autumn half-term', fromOn: '2026-10-26', toOn: '2026-11-06' }));
    expect(changed).toMatchObject({ change: { removedId: '1', entered: { toOn: '2026-11-06' } }, events: [{ type: 'regional-day.removed', subjectId: '1' }, { type: 'regional-day.entered' }] });
    expect(codeOf(changeDay(actor('coordinator'), facts, standing[1]!, { ...day({ kind: 'event', name: 'Conference', fromOn: '2027-07-14', toOn: '2027-07-16' }), authorityId: null }))).toBe('nothing-changed');
  });
});

describe('what the product proposes', () => {
  const of = (today: string, entered: readonly RegionalDay[] = []) => proposedDays(today, entered).map(({ words, day: { fromOn, toOn } }) => `${words}: ${fromOn} to ${toOn}`);
  it('is the season of returns and the period before the local elections, of this year while they last and of the next', () => {
    expect(of('2027-06-10')).toEqual([
      'Add the season of returns for 2027: 2027-04-01 to 2027-07-31',
      'Add the season of returns for 2028: 2028-04-01 to 2028-07-31',
      'Add the pre-election period before the local elections of 4 May 2028: 2028-03-23 to 2028-05-04',
    ]);
    expect(of('2026-11-30')).toEqual(['Add the season of returns for 2027: 2027-04-01 to 2027-07-31', 'Add the pre-election period before the local elections of 6 May 2027: 2027-03-25 to 2027-05-06']);
  });
  it('is not proposed again once it stands, however it is called', () => {
    expect(of('2026-11-30', [{ id: '3', kind: 'return-season', name: 'Returns', fromOn: '2027-04-12', toOn: '2027-06-30', authority: null }])).toEqual(['Add the pre-election period before the local elections of 6 May 2027: 2027-03-25 to 2027-05-06']);
  });
});

describe('a file of days', () => {
  const ground = (role: Capacity['role']): DayFileGround => ({
    ...facts,
    authorityIds: new Map(AUTHORITIES.flatMap(({ id }) => [[id.toLowerCase(), id], [id === 'Wigan' ? '359' : '876', id]] as [string, string][])),
    mayEnterFor: (authorityId) => mayEnter(actor(role).as, 'north-west', authorityId),
  });
  const HEADING = ['Kind', 'name', 'from', 'to', 'authority'];
  const read = (rows: string[][], role: Capacity['role'] = 'coordinator') => readDayRows([HEADING, ...rows], ground(role));

  it('gives its days, in any of the ways in which people write them', () => {
    expect(
      read([
        ['school-holiday', 'Spring half-term', '2027-05-31', '2027-06-04', 'Wigan'],
        ['School holiday', 'Spring half-term', '31/05/2027', '4 June 2027', '876'],
        ['', '', '', '', ''],
        ['Event', 'Market place', '20.11.2026', '', ''],
        ['Pre-election period', 'Local elections', '2027-3-25', '2027-5-6', 'the region'],
      ]),
    ).toEqual({
      faults: [],
      days: [
        day(),
        day({ authorityId: 'Halton' }),
        { kind: 'event', name: 'Market place', fromOn: '2026-11-20', toOn: '2026-11-20', authorityId: null },
        { kind: 'pre-election', name: 'Local elections', fromOn: '2027-03-25', toOn: '2027-05-06', authorityId: null },
      ],
    });
  });

  it('with one fault gives nothing, and names every fault by row and column', () => {
    const { days, faults } = read([
      ['school-holiday', 'Good', '2027-05-31', '2027-06-04', 'Wigan'],
      ['holiday', '', '31/02/2027', '', 'Leeds'],
      ['event', 'Backwards', '2027-05-02', '2027-05-01', ''],
      ['school-holiday', 'good', '2027-06-01', '2027-06-02', 'wigan'],
      ['school-holiday', 'Autumn half-term', '2026-10-26', '2026-10-26', '359'],
    ]);
    expect(days).toEqual([]);
    expect(faults.map(({ row, column, sentence }) => `${row} ${column}: ${sentence}`)).toEqual([
      '3 kind: “holiday” is no kind. Write school-holiday, return-season, pre-election or event.',
      '3 name: The name is missing.',
      '3 from: “31/02/2027” is no day. Write it like 2026-10-26 or 26/10/2026.',
      '3 authority: “Leeds” is no authority of this region. Give its DfE code or its name; leave it empty for the whole region.',
      '4 to: It cannot be before the first, Sunday 2 May 2027',
      '5 name: good of Wigan stands in row 2 already.',
      '6 name: Autumn half-term of Wigan is in the calendar already, Monday 26 October 2026 to Friday 30 October 2026.',
    ]);
  });

  it('is for the own authority alone where an authority sends it', () => {
    expect(read([['event', 'A', '2027-05-02', '', 'Wigan'], ['event', 'B', '2027-05-02', '', 'Halton'], ['event', 'C', '2027-05-02', '', '']], 'wiganDataLead').faults.map(({ row, column }) => [row, column])).toEqual([[3, 'authority'], [4, 'authority']]);
  });

  it('without its heading, or with nothing under it, says so', () => {
    expect(readDayRows([['school-holiday', 'Spring half-term', '2027-05-31', '2027-06-04', 'Wigan']], ground('coordinator')).faults.map(({ row, column }) => [row, column])).toEqual([[1, 'kind'], [1, 'name'], [1, 'from'], [1, 'to'], [1, 'authority']]);
    expect(readDayRows([], ground('coordinator')).faults).toHaveLength(5);
    expect(read([]).faults).toEqual([{ row: 2, column: 'kind', sentence: 'The file has a heading but no days.' }]);
    expect(read(Array.from({ length: 1001 }, () => ['event', 'A', '2027-05-02', '', ''])).faults[0]!.sentence).toBe('A file has at most 1000 rows.');
  });
});
