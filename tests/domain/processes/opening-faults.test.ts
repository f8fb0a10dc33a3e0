import { describe, expect, it } from 'vitest';
import type { NewCycle, OpeningFacts } from '@/domain/processes/open-cycle';
import { openingFaults } from '@/domain/processes/opening-faults';
import type { RoleDefinition } from '@/domain/processes/template';
import { aProcess } from './a-process';

const TODAY = '2018-06-01';
const NAMES = ['Bolton', 'Bury', 'Oldham', 'Rochdale', 'Salford', 'Wigan'];
const id = (name: string) => name.toLowerCase();
const role = (change: Partial<RoleDefinition>): RoleDefinition => ({ key: 'analyst', name: 'analyst', each: 1, offices: ['dcs'], found: 'rotation', mutual: false, named: false, ...change });
const base = aProcess({ grouping: { is: 'made', word: 'triad', sizes: [3] }, leads: 'none', roles: [role({}), role({ key: 'moderator', name: 'moderator', found: 'by-hand', named: true }), role({ key: 'visitor', name: 'visitor', found: 'set', mutual: true })] });
const facts = (change: Partial<OpeningFacts> = {}): OpeningFacts => ({
  regionId: 'r',
  template: base,
  cycleNames: ['2017/18'],
  groups: [],
  authorities: [...NAMES.map((name) => ({ id: id(name), name, startedOn: null, endedOn: null })), { id: 'cumbria', name: 'Cumbria', startedOn: null, endedOn: '2018-03-31' }],
  conflicts: [],
  posts: [{ id: 'post', authorityId: 'salford', office: 'dcs' }],
  ...change,
});
const cycle = (change: Partial<NewCycle> = {}): NewCycle => ({
  name: '2018/19',
  anchorOn: '2018-11-22',
  places: NAMES.map((name, index) => ({ authorityId: id(name), groupId: index < 3 ? '1' : '2', wave: 'first', leadChallengerAuthorityId: null })),
  sets: [{ key: '1', name: 'Triad 1', leadAuthorityId: null }, { key: '2', name: 'Triad 2', leadAuthorityId: null }],
  peers: [],
  ...change,
});
const moved = (name: string, groupId: string) => cycle().places.map((place) => (place.authorityId === id(name) ? { ...place, groupId } : place));
const peer = (roleKey: string, hostId: string, peerId: string, postId?: string) => ({ role: roleKey, hostId, peerId, ...(postId ? { postId } : {}) });
const said = (wanted: NewCycle, of = facts()) => openingFaults(of, wanted, TODAY).map(({ at, refused, because }) => [refused, Object.values(at).join(' '), because]);
const apart = (authorityId: string, otherId: string, untilOn: string | null = null) => ({ conflicts: [{ authorityId, otherId, untilOn, endedOn: null }] });
const led = aProcess({ ...base, steps: base.steps.map((step) => ({ ...step, who: ['set-lead' as const] })) });

describe('a cycle that may be opened', () => {
  it('has no fault', () => {
    expect(said(cycle({ peers: [peer('analyst', 'bury', 'oldham'), peer('moderator', 'bury', 'salford', 'post')] }))).toEqual([]);
  });
});

describe('what stands against opening it is said at its field, all of it', () => {
  it.each<[string, NewCycle, string[][], OpeningFacts?]>([
    ['a name that is taken and a day that has passed', cycle({ name: '2017/18', anchorOn: '2018-06-01' }), [['name-taken', 'name', 'Name: there is a cycle called 2017/18 already.'], ['day-passed', 'anchorOn', 'Day 0: Friday 1 June 2018 has passed. A cycle is opened before the day from which it is counted.']]],
    ['nobody', cycle({ places: [] }), [['nobody', 'places', 'Choose at least one authority.']]],
    ['a set that is too small and one that is too large', cycle({ places: moved('Bury', '2') }), [['set-size', 'set 1', 'Triad 1: it has two authorities. A triad has three.'], ['set-size', 'set 2', 'Triad 2: it has four authorities. A triad has three.']]],
    ['an authority in no set', cycle({ places: moved('Bury', '') }), [['no-set', 'group bury', 'Bury: choose its triad.'], ['set-size', 'set 1', 'Triad 1: it has two authorities. A triad has three.']]],
    ['a lead from another set', cycle({ sets: [{ key: '1', name: 'Triad 1', leadAuthorityId: 'wigan' }, cycle().sets![1]!] }), [['set-lead', 'set 1', 'Triad 1: its lead is not one of its own.']]],
    ['a set that nobody leads, where somebody must', cycle({ sets: [{ key: '1', name: 'Triad 1', leadAuthorityId: 'bury' }, cycle().sets![1]!] }), [['no-set-lead', 'set 2', 'Triad 2: choose who leads it.']], facts({ template: led })],
    ['two in one set who are kept apart', cycle(), [['set-kept-apart', 'set 1', 'Triad 1: Bolton and Oldham cannot be in it together. The two do not challenge one another.']], facts(apart('oldham', 'bolton'))],
    ['two who are kept apart only until before day 0', cycle(), [], facts(apart('oldham', 'bolton', '2018-11-21'))],
    ['a peer that is kept apart', cycle({ peers: [peer('analyst', 'bury', 'wigan')] }), [['peer-kept-apart', 'peer analyst bury wigan', 'Wigan cannot be analyst for Bury. The two do not challenge one another.']], facts(apart('bury', 'wigan'))],
    ['a mutual pair, where two may not be it for each other', cycle({ peers: [peer('analyst', 'bury', 'wigan'), peer('analyst', 'wigan', 'bury')] }), [['peers-mutual', 'peer analyst wigan bury', 'Wigan and Bury would each be analyst for the other.']]],
    ['one’s own peer, and one twice', cycle({ peers: [peer('analyst', 'bury', 'bury'), peer('moderator', 'bury', 'salford', 'post'), peer('moderator', 'bury', 'salford', 'another')] }), [['own-peer', 'peer analyst bury bury', 'Bury cannot be its own analyst.'], ['peer-twice', 'peer moderator bury salford', 'Salford stands there twice as moderator for Bury.']]],
    ['a role that there is not', cycle({ peers: [peer('judge', 'bury', 'wigan')] }), [['no-such-role', 'peer judge bury wigan', 'There is no role judge in this process.']]],
    ['a rotation with somebody who takes no part', cycle({ places: cycle().places.slice(0, 3), sets: [cycle().sets![0]!], peers: [peer('analyst', 'bury', 'wigan'), peer('moderator', 'bury', 'salford', 'post')] }), [['peer-not-in-cycle', 'peer analyst bury wigan', 'Wigan does not take part, so it is not analyst for Bury.']]],
    ['a peer who is abolished by then', cycle({ peers: [peer('moderator', 'bury', 'cumbria')] }), [['not-there', 'peer moderator bury cumbria', 'Cumbria is not an authority on Thursday 22 November 2018.']]],
    ['one post’s role without the post', cycle({ peers: [peer('moderator', 'bury', 'wigan')] }), [['no-post-chosen', 'peer moderator bury wigan', 'Wigan: choose the post that is to be moderator for Bury, once the cycle is open.']]],
    ['somebody else’s post', cycle({ peers: [peer('moderator', 'bury', 'wigan', 'post')] }), [['no-such-post', 'peer moderator bury wigan', 'Wigan: there is no such post to be moderator for Bury.']]],
    ['a lead peer challenger in a process that has none', cycle({ places: cycle().places.map((place, index) => (index === 0 ? { ...place, leadChallengerAuthorityId: 'bury' } : place)) }), [['no-leads', 'lead bolton', 'Bolton: this process has no lead peer challengers.']]],
  ])('%s', (_, wanted, faults, of) => {
    expect(said(wanted, of)).toEqual(faults);
  });

  it('a lead peer challenger who is kept apart from their host, in a process by hand one who is not found yet', () => {
    const byHand = facts({ template: { ...base, leads: 'by-hand' }, ...apart('bolton', 'wigan') });
    const places = cycle().places.map((place, index) => ({ ...place, leadChallengerAuthorityId: index === 0 ? 'wigan' : null }));
    expect(said(cycle({ places }), byHand)).toEqual([['lead-kept-apart', 'lead bolton', 'Bolton: Wigan cannot be its lead peer challenger. The two do not challenge one another.']]);
    expect(said(cycle(), facts({ template: { ...base, leads: 'in-turn' } }))[0]).toEqual(['no-lead', 'lead bolton', 'Bolton: choose its lead peer challenger.']);
  });
});
