import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

  it('has its day 0 on the same weekday, nearest to the same date', () => {
    expect(nextAnchor('2017-11-23')).toBe('2018-11-22');
    expect(nextAnchor('2018-11-22')).toBe('2019-11-21');
    expect(nextAnchor('2020-11-19')).toBe('2021-11-18');
    expect(nextAnchor('2024-02-29')).toBe('2025-02-27');
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
