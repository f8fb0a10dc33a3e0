import { describe, expect, it } from 'vitest';
import { conflictsOn, endConflict, readsRegister, recordConflict, type AuthorityConflict, type Register } from '@/domain/authority-conflicts';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { CAPACITIES } from '../support/cast-in-memory';
import type { Role } from '../support/parts';

const castActor = (role: Role): Actor => {
  const posts = CAPACITIES.flatMap((capacity) => (capacity.role === role && capacity.as ? [capacity.as] : []));
  return { personId: role, name: role, posts, as: posts[0] ?? null, challenges: [], audiences: [] };
};

const TODAY = '2017-11-23';
const coordinator = castActor('coordinator');
const regionId = coordinator.as!.region.id;
const conflict = (change: Partial<AuthorityConflict> = {}): AuthorityConflict => ({ id: 'c', authorityId: 'bury', otherId: 'wigan', reason: 'Joint adoption service', untilOn: null, endedOn: null, ...change });
const register = (...conflicts: AuthorityConflict[]): Register => ({ regionId, authorities: ['Bury', 'Wigan', 'Oldham'].map((name) => ({ id: name.toLowerCase(), name })), conflicts });
const WANTED = { authorityId: 'bury', otherId: 'wigan', reason: ' Joint adoption service ', untilOn: null };

describe('a conflict', () => {
  it('is recorded with its reason trimmed, and the reason is in no event', () => {
    const decision = recordConflict(coordinator, register(), WANTED, TODAY);
    if (isRefusal(decision)) throw new Error(decision.because);
    expect(decision.change).toEqual({ ...WANTED, reason: 'Joint adoption service' });
    expect(decision.events).toEqual([{ type: 'conflict.recorded', regionId, data: { one: 'Bury', other: 'Wigan' } }]);
  });

  it.each([
    ['of one authority with itself', { otherId: 'bury' }, 'same-authority'],
    ['with one of another region', { otherId: 'leeds' }, 'not-of-the-region'],
    ['without a reason', { reason: '  ' }, 'no-reason'],
    ['with an essay', { reason: 'x'.repeat(501) }, 'long-reason'],
    ['until a day that has passed', { untilOn: '2017-11-22' }, 'day-passed'],
    ['that stands already, either way round', { authorityId: 'wigan', otherId: 'bury' }, 'recorded-already'],
  ])('%s is refused', (_, change, refused) => {
    expect(recordConflict(coordinator, register(conflict()), { ...WANTED, ...change }, TODAY)).toMatchObject({ refused });
  });

  it('can be recorded again once it is over', () => {
    const over = register(conflict({ untilOn: '2017-11-22' }), conflict({ endedOn: '2017-01-01' }));
    expect(isRefusal(recordConflict(coordinator, over, WANTED, TODAY))).toBe(false);
  });

  it('stands through its last day, and not once it is ended', () => {
    const all = [conflict({ id: 'open' }), conflict({ id: 'last day', untilOn: TODAY }), conflict({ id: 'run out', untilOn: '2017-11-22' }), conflict({ id: 'ended', endedOn: TODAY })];
    expect(conflictsOn(all, TODAY).map(({ id }) => id)).toEqual(['open', 'last day']);
  });

  it('is ended once', () => {
    expect(endConflict(coordinator, register(), conflict())).toMatchObject({ change: { id: 'c' } });
    expect(endConflict(coordinator, register(), conflict({ endedOn: '2017-01-01' }))).toMatchObject({ refused: 'ended-already' });
  });

  it('is for the coordinator to record, and for the regional team to read', () => {
    expect(recordConflict(castActor('facilitator'), register(), WANTED, TODAY)).toMatchObject({ refused: 'not-permitted' });
    const readers = (['coordinator', 'facilitator', 'wiganDcs', 'boardChair', 'dataGroupChair', 'traffordDcs', 'ofsted', 'otherRegionsCoordinator'] as const).filter((role) => castActor(role).posts.some((post) => readsRegister(post, regionId)));
    expect(readers).toEqual(['coordinator', 'facilitator']);
  });
});
