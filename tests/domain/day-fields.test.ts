// A day typed into one field, as people write days.
import { expect, it } from 'vitest';
import { dayFault, dayInOneFault, readDayInOne } from '@/domain/day-fields';

it.each([
  ['26 11 2026', '2026-11-26'],
  ['26/11/2026', '2026-11-26'],
  ['26 November 2026', '2026-11-26'],
  ['2026-11-26', '2026-11-26'],
  ['2026-2-3', '2026-02-03'],
  ['31 2 2027', null],
  ['2027-02-31', null],
  ['26 11 26', null],
  ['2026-11-26-1', null],
  ['', null],
])('“%s” is %s', (typed, day) => {
  expect(readDayInOne(typed)).toBe(day);
});

it('what is no day is said of the fields that there are: three or one', () => {
  expect([dayFault('Day 0', ['', ' ', '']), dayFault('Day 0', ['31', '2', '2027']), dayFault(null, ['31', '', ''])]).toEqual([
    'Day 0: give a day, month and year',
    'Day 0: there is no such day. Write the day, month and year in a field each, like 27, 10 and 2017',
    'There is no such day. Write the day, month and year in a field each, like 27, 10 and 2017',
  ]);
  expect(dayInOneFault('31 2 2027')).toBe('“31 2 2027” is no day. Write it like 27 10 2017');
});
