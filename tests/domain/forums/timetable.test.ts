import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes, atClock, clockOf, clockSpan, dayAt } from '@/domain/forums/clock';
import { sessionTimes } from '@/domain/forums/timetable';

const day = { startsAt: atClock('2017-12-13', '09:30'), endsAt: atClock('2017-12-13', '16:45') };
const spans = (count: number) => sessionTimes(count, day)?.map(({ startsAt, endsAt }) => clockSpan(startsAt, endsAt)) ?? null;

test('four sessions fill a day with an hour and a half each', () => {
  expect(spans(4)).toEqual(['09:30 to 11:00', '11:15 to 12:45', '13:30 to 15:00', '15:15 to 16:45']);
});

test('three sessions are no longer than four', () => {
  expect(spans(3)).toEqual(['09:30 to 11:00', '11:15 to 12:45', '13:30 to 15:00']);
});

test('a day too short for so many sessions gives none', () => {
  expect(spans(33)).toBe(null);
});

test('sessions lie within the day, in order, one at a time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 60, max: 720 }), (count, minutes) => {
      const long = { startsAt: day.startsAt, endsAt: addMinutes(day.startsAt, minutes) };
      const times = sessionTimes(count, long);
      if (!times) return;
      expect(times).toHaveLength(count);
      expect(times.at(-1)!.endsAt <= long.endsAt).toBe(true);
      times.reduce((end, slot) => {
        expect(slot.startsAt >= end).toBe(true);
        expect(slot.endsAt > slot.startsAt).toBe(true);
        return slot.endsAt;
      }, long.startsAt);
    }),
  );
});

test('the clock on the wall in London is an hour before UTC in summer', () => {
  expect(atClock('2017-12-13', '09:30').toISOString()).toBe('2017-12-13T09:30:00.000Z');
  expect(atClock('2018-07-13', '09:30').toISOString()).toBe('2018-07-13T08:30:00.000Z');
  expect(atClock('2018-03-25', '00:30').toISOString()).toBe('2018-03-25T00:30:00.000Z');
  expect(atClock('2018-03-25', '02:30').toISOString()).toBe('2018-03-25T01:30:00.000Z');
  expect(clockOf(new Date('2018-07-13T23:30:00Z'))).toBe('00:30');
  expect(dayAt(new Date('2018-07-13T23:30:00Z'))).toBe('2018-07-14');
});
