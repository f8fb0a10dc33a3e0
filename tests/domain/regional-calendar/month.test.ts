import { expect, it } from 'vitest';
import type { CalendarEntry } from '@/domain/regional-calendar/entries';
import { daysOfMonths, monthAfter, monthInWords, monthsFrom, monthView, readMonth } from '@/domain/regional-calendar/month';

const entry = (more: Partial<CalendarEntry>): CalendarEntry => ({ key: 'k', is: 'due', fromOn: '2026-12-03', toOn: '2026-12-03', what: 'Notes agreed', whom: '', authorities: [], time: '', cycle: null, href: null, mine: false, ...more });

it('a month is named, followed and spanned without a clock', () => {
  expect(['2026-12', '2026-13', '26-12', '1999-01', undefined].map((typed) => readMonth(typed, '2026-11-30'))).toEqual(['2026-12', '2026-11', '2026-11', '2026-11', '2026-11']);
  expect([monthAfter('2026-12'), monthAfter('2026-01', -1), monthAfter('2026-11', 14), monthAfter('2026-12', -12)]).toEqual(['2027-01', '2025-12', '2028-01', '2025-12']);
  expect(monthInWords('2026-12')).toBe('December 2026');
  expect([daysOfMonths('2027-02', 1), daysOfMonths('2028-02', 1), daysOfMonths('2026-11', 3)]).toEqual([
    { fromOn: '2027-02-01', toOn: '2027-02-28' },
    { fromOn: '2028-02-01', toOn: '2028-02-29' },
    { fromOn: '2026-11-01', toOn: '2027-01-31' },
  ]);
  expect(monthsFrom('2026-12-20', '2027-02-01', '2026-11-30')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});

it('is whole weeks from Monday, and what falls on a day stands on it alone', () => {
  const { weeks } = monthView('2026-12', [entry({}), entry({ is: 'event', fromOn: '2026-12-30', toOn: '2027-01-02', what: 'Conference' }), entry({ fromOn: '2026-11-30', toOn: '2026-11-30', what: 'Before' })]);
  expect([weeks.length, weeks[0]!.map(({ on }) => on)[0], weeks.at(-1)!.map(({ on }) => on).at(-1)]).toEqual([5, '2026-11-30', '2027-01-03']);
  const days = new Map(weeks.flat().map((day) => [day.on, day]));
  expect([...days.values()].filter(({ entries }) => entries.length > 0).map(({ on, entries }) => [on, entries.map(({ what }) => what)])).toEqual([
    ['2026-12-03', ['Notes agreed']],
    ['2026-12-30', ['Conference']],
    ['2026-12-31', ['Conference']],
  ]);
  expect([days.get('2026-11-30')!.inMonth, days.get('2026-12-25')!.holiday, days.get('2027-01-01')!.holiday]).toEqual([false, 'Christmas Day', null]);
});

it('what lasts stands above the month, and its days say that schools are on holiday', () => {
  const holidays = [
    entry({ is: 'school-holiday', what: 'Autumn half-term', fromOn: '2026-10-26', toOn: '2026-10-30', whom: '2 authorities', authorities: ['Halton', 'Wigan'] }),
    entry({ is: 'school-holiday', what: 'Autumn half-term', fromOn: '2026-10-19', toOn: '2026-10-26', whom: 'Bury', authorities: ['Bury'] }),
    entry({ is: 'school-holiday', what: 'Christmas holidays', fromOn: '2026-12-21', toOn: '2027-01-01' }),
    entry({ is: 'return-season', what: 'Returns', fromOn: '2027-04-01', toOn: '2027-07-31' }),
  ];
  const october = monthView('2026-10', holidays);
  const schools = (month: string, on: string) => monthView(month, holidays).weeks.flat().find((day) => day.on === on)!.schools;
  expect(october.spans.map(({ what, whom }) => `${what} ${whom}`)).toEqual(['Autumn half-term 2 authorities', 'Autumn half-term Bury']);
  expect([schools('2026-10', '2026-10-19'), schools('2026-10', '2026-10-26'), schools('2026-10', '2026-10-31'), schools('2026-12', '2026-12-21')]).toEqual(['School holidays: Bury', 'School holidays: 3 authorities', '', 'School holidays']);
  expect(monthView('2027-05', holidays).spans.map(({ what }) => what)).toEqual(['Returns']);
  expect(monthView('2027-05', holidays).weeks.flat().every(({ entries }) => entries.length === 0)).toBe(true);
});
