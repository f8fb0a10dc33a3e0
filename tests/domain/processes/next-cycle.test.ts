import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadChallengers } from '@/domain/processes/lead-challengers';
import { firstPlaces, nextAnchor, nextName, placesFrom } from '@/domain/processes/next-cycle';
import type { NewPlace } from '@/domain/processes/open-cycle';
import { GROUPS, PLACES } from './parts';

const waves = [{ key: 'december' }, { key: 'january' }];
const authorities = PLACES.map(({ authorityId }) => ({ id: authorityId, name: authorityId, startedOn: null as string | null, endedOn: null as string | null }));
const groups = GROUPS.map((id) => ({ id, authorityIds: PLACES.filter((place) => place.groupId === id).map((place) => place.authorityId) }));

describe('a cycle a year on', () => {
  it('has the next name', () => {
    expect(['2017/18', '2024/25', '1999/00', 'Cycle 2019', 'Pilot'].map(nextName)).toEqual(['2018/19', '2025/26', '2000/01', 'Cycle 2020', '']);
  });

  it('has its day 0 on the same weekday, nearest to the same date', () => {
    expect(nextAnchor('2017-11-23')).toBe('2018-11-22');
    expect(nextAnchor('2018-11-22')).toBe('2019-11-21');
    expect(nextAnchor('2020-11-19')).toBe('2021-11-18');
    expect(nextAnchor('2024-02-29')).toBe('2025-02-27');
  });
});

describe('the places of a first cycle', () => {
  it('are everyone once, the first half of each group in the first wave', () => {
    const places = firstPlaces({ groups, authorities, waves }, '2017-11-23');
    expect(places.filter(({ wave }) => wave === 'december')).toHaveLength(12);
    expect(places.filter(({ wave }) => wave === 'january')).toHaveLength(11);
  });

  it('leave out an authority that has gone or has not begun', () => {
    const changed = authorities.map((authority) =>
      authority.id === 'trafford-1' ? { ...authority, endedOn: '2017-03-31' } : authority.id === 'trafford-2' ? { ...authority, startedOn: '2018-04-01' } : authority,
    );
    expect(firstPlaces({ groups, authorities: changed, waves }, '2017-11-23').map(({ authorityId }) => authorityId)).not.toEqual(expect.arrayContaining(['trafford-1', 'trafford-2']));
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
});

describe('the places of the next cycle', () => {
  const leads = leadChallengers(PLACES, 3);
  const before: NewPlace[] = PLACES.map(({ authorityId, groupId }, index) => ({ authorityId, groupId, wave: index % 2 ? 'december' : 'january', leadChallengerAuthorityId: leads.get(authorityId)! }));

  it('are as they were', () => {
    expect(placesFrom(before, { groups, authorities, waves }, '2018-11-22', 'same')).toEqual(before);
  });

  it('have the turn moved on by one when it is rotated', () => {
    const after = placesFrom(before, { groups, authorities, waves }, '2018-11-22', 'rotated');
    expect(after.map(({ authorityId, leadChallengerAuthorityId }) => [authorityId, leadChallengerAuthorityId])).toEqual([...leadChallengers(PLACES, 4)]);
    expect(after.map(({ wave }) => wave)).toEqual(before.map(({ wave }) => wave));
  });

  it('replace whoever has gone by whoever has come, and leave out who stayed out', () => {
    const changed = authorities.map((authority) =>
      authority.id === 'trafford-1' ? { ...authority, endedOn: '2018-03-31' } : authority.id === 'trafford-8' ? { ...authority, startedOn: '2018-04-01' } : authority,
    );
    const without = before.filter(({ authorityId }) => !['trafford-8', 'rochdale-7'].includes(authorityId));
    const after = placesFrom(without, { groups, authorities: changed, waves }, '2018-11-22', 'same');
    const there = after.map(({ authorityId }) => authorityId);
    expect([there.includes('trafford-1'), there.includes('trafford-8'), there.includes('rochdale-7')]).toEqual([false, true, false]);
    expect(after.every(({ authorityId, leadChallengerAuthorityId }) => leadChallengerAuthorityId !== authorityId && there.includes(leadChallengerAuthorityId!))).toBe(true);
  });
});
