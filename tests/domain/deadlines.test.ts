import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, dayInWords, daysFrom, isWorkingDay, notWorkingBecause } from '@/domain/deadlines';
import { BANK_HOLIDAYS } from '@/domain/processes/bank-holidays';

describe('days', () => {
  it('are counted across the change of the clocks and the turn of the year', () => {
    expect(addDays('2017-10-27', 3)).toBe('2017-10-30');
    expect(addDays('2018-03-24', 2)).toBe('2018-03-26');
    expect(addDays('2017-11-23', 48)).toBe('2018-01-10');
    expect(daysFrom('2017-11-23', '2018-03-22')).toBe(119);
    expect(daysFrom('2018-03-22', '2017-11-23')).toBe(-119);
  });

  it('are said whole', () => {
    expect(dayInWords('2017-10-27')).toBe('Friday 27 October 2017');
  });
});

describe('working days', () => {
  it('step over weekends, Christmas and Easter', () => {
    expect(addWorkingDays('2017-12-22', 1)).toBe('2017-12-27');
    expect(addWorkingDays('2018-03-29', 1)).toBe('2018-04-03');
    expect(addWorkingDays('2018-04-03', -1)).toBe('2018-03-29');
    expect(addWorkingDays('2017-10-28', 0)).toBe('2017-10-28');
  });

  it('know the substitutes and the single holidays', () => {
    expect(['2016-12-27', '2020-05-08', '2021-12-28', '2022-06-03', '2022-09-19', '2023-05-08'].map((day) => BANK_HOLIDAYS.has(day))).toEqual(Array(6).fill(true));
    expect(['2020-05-04', '2022-05-30'].map((day) => BANK_HOLIDAYS.has(day))).toEqual([false, false]);
    for (let year = 2015; year <= 2030; year += 1) expect([...BANK_HOLIDAYS.keys()].filter((day) => day.startsWith(`${year}`)).length).toBeGreaterThanOrEqual(8);
  });

  it('are named when they are none', () => {
    expect([notWorkingBecause('2017-12-25'), notWorkingBecause('2018-01-13'), notWorkingBecause('2018-01-12')]).toEqual(['Christmas Day', 'weekend', null]);
  });

  it('there and back is the same working day', () => {
    const start = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2015-06-01', days)).filter(isWorkingDay);
    fc.assert(
      fc.property(start, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const reached = addWorkingDays(day, count);
        expect(isWorkingDay(reached)).toBe(true);
        expect(addWorkingDays(reached, -count)).toBe(day);
      }),
    );
  });
});
