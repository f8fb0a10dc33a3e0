import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysFrom, weekdayOf } from '@/domain/deadlines';
import type { Day } from '@/domain/model';
import { leadChallengers } from '@/domain/processes/lead-challengers';
import { firstName, freeName, nextAnchor, nextName } from '@/domain/processes/next-cycle';
import { PLACES } from './parts';

describe('a cycle a year on', () => {
  it('has the next name', () => {
    expect(['2017/18', '2024/25', '1999/00', '2017/18 triads', 'Cycle 2019', 'Pilot'].map(nextName)).toEqual(['2018/19', '2025/26', '2000/01', '2018/19 triads', 'Cycle 2020', '']);
  });

  it('has, as the first one of its process, the year that begins in April and the word of the process', () => {
    expect([firstName('2026-11-30', 'triads'), firstName('2027-03-31', ''), firstName('1999-04-01', '')]).toEqual(['2026/27 triads', '2026/27', '1999/00']);
  });

  it('has a name that no other cycle has', () => {
    expect(freeName('2017/18', ['2016/17'])).toBe('2017/18');
    expect(freeName('2017/18', ['2017/18', '2017/18 (2)'])).toBe('2017/18 (3)');
  });

  /** The days 0 of the years after. */
  const rolled = (from: Day, ordinary: Day, years: number) => Array.from({ length: years }).reduce<Day[]>((days) => [...days, nextAnchor(days.at(-1)!, ordinary)], [from]);
  /** Days from the date of a day to that of another, over the turn of the year too. */
  const apart = (one: Day, other: Day) => Math.min(...[-1, 0, 1].map((years) => Math.abs(daysFrom(addDays(`${Number(other.slice(0, 4)) + years}-${one.slice(5, 7)}-01`, Number(one.slice(8)) - 1), other))));

  it('has its day 0 on the same weekday, nearest to the ordinary date of its process', () => {
    expect(rolled('2017-11-23', '2017-11-23', 11)).toEqual(['2017-11-23', '2018-11-22', '2019-11-21', '2020-11-26', '2021-11-25', '2022-11-24', '2023-11-23', '2024-11-21', '2025-11-20', '2026-11-26', '2027-11-25', '2028-11-23']);
    expect(nextAnchor('2020-11-23', '2017-11-23')).toBe('2021-11-22');
    expect(nextAnchor('2024-02-29', '2024-02-29')).toBe('2025-02-27');
    // One that slid two weeks, a week at a time.
    expect(rolled('2028-11-13', '2017-11-23', 3)).toEqual(['2028-11-13', '2029-11-19', '2030-11-25', '2031-11-24']);
  });

  it.each<Day>(['2017-11-23', '2016-06-16', '2015-10-06', '2018-02-06', '2024-02-29', '2023-12-31', '2026-01-01'])('stays within three days of the ordinary date in every year: %s', (ordinary) => {
    const days = rolled(ordinary, ordinary, 40);
    expect(days.filter((day) => apart(ordinary, day) > 3)).toEqual([]);
    expect(new Set(days.map(weekdayOf)).size).toBe(1);
  });

  it.each<Day>(['2027-07-20', '2017-11-23', '2024-02-29', '2020-12-31', '2026-12-28', '2025-01-01', '2022-08-15'])('stays in the same week of the year where it is not the ordinary one: %s', (from) => {
    const days = rolled(from, '2017-04-25', 40);
    // The 53rd week, which most years do not have, is the 52nd from then on.
    expect(days.filter((day) => apart(from, day) > (from === '2020-12-31' || from === '2026-12-28' ? 10 : 7))).toEqual([]);
    expect(new Set(days.map(weekdayOf)).size).toBe(1);
    expect(new Set(days.slice(1).map((day, index) => daysFrom(days[index]!, day)))).toEqual(new Set([364, 371]));
  });
});

describe('lead peer challengers', () => {
  it('go round, so that each leads once and nobody their own, whatever the turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), (turn) => {
        const leads = leadChallengers(PLACES, turn);
        expect([...leads].some(([authority, lead]) => authority === lead)).toBe(false);
        expect(new Set(leads.values()).size).toBe(23);
      }),
    );
  });

  it('are nobody where there is nobody else', () => {
    expect(leadChallengers([{ authorityId: 'a', groupId: 'g' }]).get('a')).toBeNull();
    expect(leadChallengers([{ authorityId: 'a', groupId: 'g' }, { authorityId: 'b', groupId: 'h' }]).get('a')).toBe('b');
  });

  it('bring no two together who are kept apart: the turn of their group goes on, and that of no other', () => {
    const conflicts = [{ authorityId: 'trafford-1', otherId: 'trafford-2' }];
    const leads = leadChallengers(PLACES, 1, conflicts);
    expect([leads.get('trafford-1'), leads.get('trafford-2'), leads.get('rochdale-1')]).toEqual(['trafford-3', 'trafford-4', 'rochdale-2']);
    expect(new Set(leads.values()).size).toBe(23);
  });

  it('are found one by one where no turn is free of conflicts, each leading once if that can be had', () => {
    const four = ['a', 'b', 'c', 'd'].map((authorityId) => ({ authorityId, groupId: 'g' }));
    const ring = [{ authorityId: 'a', otherId: 'b' }, { authorityId: 'c', otherId: 'd' }, { authorityId: 'a', otherId: 'c' }];
    const leads = leadChallengers(four, 1, ring);
    expect([...leads]).toEqual([['a', 'd'], ['b', 'c'], ['c', 'b'], ['d', 'a']]);
    expect(leadChallengers(four, 1, [...ring, { authorityId: 'a', otherId: 'd' }]).get('a')).toBeNull();
  });
});
