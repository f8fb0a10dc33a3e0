import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { changeSets, type SetsFacts, type WantedChange } from '@/domain/sets/change-sets';
import type { RoleDefinition } from '@/domain/processes/template';
import { coordinator, facilitator } from './roles/a-region';

const VISITOR: RoleDefinition = { key: 'visitor', name: 'visitor', each: 1, offices: ['dcs'], found: 'set', mutual: true, named: false };
const PLACES = { Wigan: 'one', Halton: 'one', Trafford: 'two', Stockport: 'two', Bury: 'three', Oldham: 'three', Salford: 'three' };
const mates = (places: SetsFacts['places']) => places.flatMap((host) => places.filter((peer) => peer.id !== host.id && peer.groupId === host.groupId).map((peer) => ({ id: `${host.id}<${peer.id}`, role: 'visitor', hostId: host.id, peerId: peer.id })));

function facts(more: Partial<SetsFacts> = {}): SetsFacts {
  const places = Object.entries(PLACES).map(([id, groupId]) => ({ id, name: id, cycleAuthorityId: `place/${id}`, groupId, withdrew: false }));
  return {
    cycle: { id: 'this', regionId: 'region', name: '2017/18', closedOn: null },
    definition: { grouping: { is: 'made', word: 'pair or triad', sizes: [2, 3] }, roles: [VISITOR], papers: [] },
    sets: [['one', 'Wigan'], ['two', 'Trafford'], ['three', 'Bury']].map(([id, leadId]) => ({ id: id!, name: `Set ${id}`, leadId: leadId!, begun: null })),
    places,
    parts: mates(places),
    conflicts: [],
    ...more,
  };
}

let ids = 0;
const change = (wanted: WantedChange, more: Partial<SetsFacts> = {}, actor = coordinator) => changeSets(actor, facts(more), wanted, () => `new ${(ids += 1)}`);
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');
const SWAP = { authorityId: 'Wigan', withId: 'Trafford' };

describe('two that change places', () => {
  it('take their sets with them: members, lead, roles, and all concerned are told', () => {
    const outcome = change(SWAP);
    if (isRefusal(outcome)) throw new Error(outcome.because);
    expect(outcome.change.moved).toEqual([{ authorityId: 'Wigan', fromId: 'one', toId: 'two' }, { authorityId: 'Trafford', fromId: 'two', toId: 'one' }]);
    expect(outcome.change.leads).toEqual([{ setId: 'one', leadId: 'Trafford' }, { setId: 'two', leadId: 'Wigan' }]);
    expect(outcome.change.ended.map(({ id }) => id)).toEqual(['Wigan<Halton', 'Halton<Wigan', 'Trafford<Stockport', 'Stockport<Trafford']);
    expect(outcome.change.assigned.map(({ hostId, peerId }) => `${hostId}<${peerId}`).sort()).toEqual(['Halton<Trafford', 'Stockport<Wigan', 'Trafford<Halton', 'Wigan<Stockport']);
    expect(outcome.events).toEqual([{ type: 'sets.changed', regionId: 'region', cycleId: 'this', data: { cycle: '2017/18', set: 'Who is in Set one and Set two', what: 'Wigan and Trafford change places', authorityIds: 'Wigan Halton Trafford Stockport' } }]);
  });

  test.each<[string, WantedChange, Partial<SetsFacts>, string]>([
    ['of one set', { authorityId: 'Wigan', withId: 'Halton' }, {}, 'same-set'],
    ['one of whom takes no part', { authorityId: 'Wigan', withId: 'Leeds' }, {}, 'not-in-cycle'],
    ['in a closed cycle', SWAP, { cycle: { ...facts().cycle, closedOn: '2018-07-31' } }, 'cycle-closed'],
    ['in a process without sets', SWAP, { definition: { ...facts().definition, grouping: { is: 'standing' } } }, 'no-sets'],
    ['once something was handed over', SWAP, { sets: facts().sets.map((set) => (set.id === 'two' ? { ...set, begun: 'Something has been handed over.' } : set)) }, 'begun'],
    ['while a third set has begun', SWAP, { sets: facts().sets.map((set) => (set.id === 'three' ? { ...set, begun: 'Something has been handed over.' } : set)) }, 'accepted'],
    ['into a recorded conflict', SWAP, { conflicts: [{ authorityId: 'Trafford', otherId: 'Halton' }] }, 'in-conflict'],
    ['one of whom has left', SWAP, { places: facts().places.map((place) => ({ ...place, withdrew: place.id === 'Trafford' })) }, 'withdrew'],
  ])('%s: %s', (_, wanted, more, code) => {
    expect(codeOf(change(wanted, more))).toBe(code);
  });

  it('is for the coordinator', () => {
    expect(codeOf(change(SWAP, {}, facilitator))).toBe('not-permitted');
  });
});

describe('one that goes to another set', () => {
  test.each<[string, WantedChange, string]>([
    ['from three to two', { authorityId: 'Bury', toSetId: 'one' }, 'accepted'],
    ['from two', { authorityId: 'Wigan', toSetId: 'two' }, 'set-size'],
    ['to three', { authorityId: 'Wigan', toSetId: 'three' }, 'set-size'],
    ['to its own', { authorityId: 'Wigan', toSetId: 'one' }, 'same-set'],
    ['to none that there is', { authorityId: 'Bury', toSetId: 'four' }, 'no-such-set'],
  ])('%s: %s', (_, wanted, code) => {
    expect(codeOf(change(wanted))).toBe(code);
  });

  it('gives its lead to one who stays', () => {
    const outcome = change({ authorityId: 'Bury', toSetId: 'one' });
    expect(isRefusal(outcome) ? outcome : outcome.change.leads).toEqual([{ setId: 'three', leadId: 'Oldham' }]);
  });
});

it('whatever is changed, everyone is in one set of a size that may be, led by one of its own, visited by its others', () => {
  const names = Object.keys(PLACES);
  const wanted = fc.oneof(fc.record({ authorityId: fc.constantFrom(...names), withId: fc.constantFrom(...names) }), fc.record({ authorityId: fc.constantFrom(...names), toSetId: fc.constantFrom('one', 'two', 'three') }));
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 15 }), (all) => {
      let now = facts();
      for (const one of all) {
        const outcome = changeSets(coordinator, now, one, () => `new ${(ids += 1)}`);
        if (isRefusal(outcome)) continue;
        const { moved, leads, ended, assigned } = outcome.change;
        now = {
          ...now,
          places: now.places.map((place) => ({ ...place, groupId: moved.find(({ authorityId }) => authorityId === place.id)?.toId ?? place.groupId })),
          sets: now.sets.map((set) => ({ ...set, leadId: leads.find(({ setId }) => setId === set.id)?.leadId ?? set.leadId })),
          parts: [...now.parts.filter(({ id }) => !ended.some((gone) => gone.id === id)), ...assigned.map(({ id, role, hostId, peerId }) => ({ id, role, hostId, peerId }))],
        };
      }
      for (const { id, leadId } of now.sets) {
        const members = now.places.filter(({ groupId }) => groupId === id).map((place) => place.id);
        expect([2, 3]).toContain(members.length);
        expect(members).toContain(leadId);
      }
      const pairs = (parts: readonly { hostId: string; peerId: string }[]) => parts.map(({ hostId, peerId }) => `${hostId}<${peerId}`).sort();
      expect(pairs(now.parts)).toEqual(pairs(mates(now.places)));
    }),
    { numRuns: 80 },
  );
});
