// A day typed into one field, as people write days.
import { expect, it } from 'vitest';
import { readDayInOne } from '@/domain/day-fields';

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
