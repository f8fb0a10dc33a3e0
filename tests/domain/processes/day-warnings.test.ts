import { describe, expect, it } from 'vitest';
import { concernedBy, dayWarnings, type Meeting } from '@/domain/processes/day-warnings';
import type { RegionalDay, RegionalDayKind } from '@/domain/regional-days';

const day = (kind: RegionalDayKind, name: string, fromOn: string, toOn: string, authority: string | null = null): Omit<RegionalDay, 'id'> => ({
  kind,
  name,
  fromOn,
  toOn,
  authority: authority === null ? null : { id: authority.toLowerCase(), name: authority },
});
const OCTOBER = ['2026-10-26', '2026-10-30'] as const;
const ALL = ['wigan', 'halton', 'bury', 'trafford', 'bolton'];
const DAYS = [
  ...['Wigan', 'Halton', 'Bury', 'Trafford'].map((name) => day('school-holiday', 'Autumn half-term', ...OCTOBER, name)),
  day('school-holiday', 'Easter holidays', '2027-03-26', '2027-04-09'),
  day('return-season', 'Season of statutory returns 2027', '2027-04-01', '2027-07-31'),
  day('pre-election', 'Local elections of 6 May 2027', '2027-03-25', '2027-05-06'),
  day('pre-election', 'Pre-election period of the by-election', '2026-11-02', '2026-11-05', 'Wigan'),
  day('event', 'ADCS annual conference', '2027-07-14', '2027-07-16'),
  day('event', 'Market place', '2026-11-20', '2026-11-20'),
];
const MEETINGS: Meeting[] = [
  { cycleId: 'triads', name: 'Summit, 2026/27 triads', onDay: '2026-11-24', authorityIds: null },
  { cycleId: 'triads', name: 'Forum, Trafford group, 2026/27 triads', onDay: '2026-11-25', authorityIds: ['trafford', 'halton'] },
];
const says = (on: string, authorityIds: readonly string[] | null = ALL, more: { meets?: boolean; cycleId?: string } = {}) => dayWarnings({ days: DAYS, meetings: MEETINGS }, { on, authorityIds, ...more }).map((warning) => warning.says);

describe('what speaks against a day', () => {
  it.each<[string, readonly string[] | null, string[]]>([
    ['2026-11-03', ['halton'], []],
    ['2026-10-24', ['wigan'], ['A Saturday']],
    ['2026-12-25', ['wigan'], ['Bank holiday: Christmas Day']],
    ['2026-10-26', ['wigan'], ['In the autumn half-term of Wigan']],
    ['2026-10-30', ['wigan'], ['In the autumn half-term of Wigan']],
    ['2026-10-31', ['wigan'], ['A Saturday']],
    ['2026-10-26', ['bolton'], []],
    ['2026-10-26', ['wigan', 'halton', 'bolton'], ['School holidays in Halton and Wigan']],
    ['2026-10-26', ['wigan', 'halton', 'bury'], ['School holidays in Bury, Halton and Wigan']],
    ['2026-10-26', ALL, ['School holidays in 4 authorities']],
    ['2026-10-26', null, ['School holidays in 4 authorities']],
    ['2026-11-03', ['wigan'], ['In the pre-election period of the by-election of Wigan']],
    ['2027-03-25', ['bolton'], ['In the pre-election period before the local elections of 6 May 2027']],
    ['2027-04-01', ['bolton'], ['In the Easter holidays', 'In the season of statutory returns', 'In the pre-election period before the local elections of 6 May 2027']],
    ['2027-07-31', ['bolton'], ['A Saturday', 'In the season of statutory returns']],
    ['2027-07-15', ['bolton'], ['In the season of statutory returns', 'During “ADCS annual conference”']],
    ['2026-11-20', ['bolton'], ['Same day as “Market place”']],
  ])('%s for %j: %j', (on, authorityIds, expected) => {
    expect(says(on, authorityIds)).toEqual(expected);
  });

  it('is what else people of the same authorities are asked to that day, where they meet, and never what they are asked to here', () => {
    expect(says('2026-11-24', ['bury'], { meets: true })).toEqual(['Same day as “Summit, 2026/27 triads”']);
    expect(says('2026-11-24', ['bury'])).toEqual([]);
    expect(says('2026-11-24', ['bury'], { meets: true, cycleId: 'triads' })).toEqual([]);
    expect(says('2026-11-25', ['bury'], { meets: true })).toEqual([]);
    expect(says('2026-11-25', ['bury', 'halton'], { meets: true })).toEqual(['Same day as “Forum, Trafford group, 2026/27 triads”']);
    expect(says('2026-11-25', null, { meets: true })).toHaveLength(1);
  });

  it('is a matter of days as they are written, wherever it is worked out', () => {
    expect(process.env.TZ).toBe('Asia/Kathmandu');
    // The nights on which the clocks change in England.
    expect([says('2026-10-25', ['wigan']), says('2027-03-28', ['bury'])[0]]).toEqual([['A Sunday'], 'A Sunday']);
  });
});

it('a date is for the authorities of its scope', () => {
  const places = [
    { authorityId: 'wigan', groupId: 'trafford', groupOrdinal: 1, wave: 'december' },
    { authorityId: 'halton', groupId: 'trafford', groupOrdinal: 1, wave: 'january' },
    { authorityId: 'bury', groupId: 'blackburn', groupOrdinal: 2, wave: 'december' },
  ];
  expect(['cycle', 'region', 'wave:december', 'group:trafford', 'wave:december/group:trafford', 'authority:bury', ['authority:bury', 'group:trafford'], ['cycle', 'authority:bury']].map((scope) => concernedBy(scope, places))).toEqual([
    null,
    null,
    ['wigan', 'bury'],
    ['wigan', 'halton'],
    ['wigan'],
    ['bury'],
    ['bury', 'wigan', 'halton'],
    null,
  ]);
});
