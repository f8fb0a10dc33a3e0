import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { assignPeer, endPeer, replacePeer, type WantedPeer } from '@/domain/roles/assign-peer';
import { assignRotation, notToRotate, rotationLines } from '@/domain/roles/assign-rotation';
import { clashingDays, daysOfPart, type EventDay } from '@/domain/roles/busy-days';
import { candidatesFor, choiceOf } from '@/domain/roles/candidates';
import { clashesOf } from '@/domain/roles/clashes';
import { missingOf, roleCalled, rolesOf, type RolesFacts } from '@/domain/roles/role-facts';
import { aRegion, coordinator, facilitator, MODERATOR, NAMES, part, PARTNER, SPECIALIST } from './a-region';

const codes = (facts: RolesFacts, key = 'moderator', peerId = 'Halton', postId: string | null = null) => {
  const { barred, warned } = clashesOf(facts, { role: roleCalled(facts, key)!, hostId: 'Wigan', peerId, postId });
  return [barred.map(({ code }) => code), warned.map(({ code }) => code)];
};
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');
const want = (more: Partial<WantedPeer> = {}): WantedPeer => ({ role: 'moderator', hostId: 'Wigan', peerId: 'Halton', postId: null, reason: '', ...more });
const people = (until: string | null) => new Map([['Halton/dcs/person', [{ authorityId: 'Halton', until: null }, { authorityId: 'Wigan', until }]], ['Halton/data-lead/person', [{ authorityId: 'Halton', until: null }]]]);
const HALTONS_TWO = [{ id: 'Halton/dcs', authorityId: 'Halton', office: 'dcs' as const, name: 'DCS', holderIds: ['Halton/dcs/person'], holders: ['H'] }, { id: 'Halton/data-lead', authorityId: 'Halton', office: 'data-lead' as const, name: 'Data lead', holderIds: ['Halton/data-lead/person'], holders: ['D'] }];

describe('what bars Halton, and what warns of it, for Wigan', () => {
  test.each<[string, Partial<RolesFacts>, string, string[], string[]]>([
    ['nothing', {}, 'moderator', [], []],
    ['it has left the cycle', { places: aRegion().places.map((place) => ({ ...place, withdrew: place.id === 'Halton' })) }, 'moderator', ['withdrew'], []],
    ['a recorded conflict', { conflicts: [{ authorityId: 'Halton', otherId: 'Wigan' }] }, 'moderator', ['in-conflict'], []],
    ['a recorded conflict with a third', { conflicts: [{ authorityId: 'Halton', otherId: 'Bury' }] }, 'moderator', [], []],
    ['it has the part already', { parts: [part('moderator', 'Wigan', 'Halton')] }, 'moderator', ['twice'], []],
    ['it leads the team already', { parts: [part('lead-challenger', 'Wigan', 'Halton')] }, 'moderator', ['twice-in-team'], []],
    ['it is of the team it would lead', { parts: [part('moderator', 'Wigan', 'Halton')] }, 'lead-challenger', ['twice-in-team'], []],
    ['Wigan moderates it', { parts: [part('moderator', 'Halton', 'Wigan')] }, 'moderator', ['mutual'], []],
    ['Wigan moderated it until last month', { parts: [part('moderator', 'Halton', 'Wigan', { until: '2017-09-20' })] }, 'moderator', [], []],
    ['Wigan is its specialist, where two may be that for one another', { parts: [part('specialist', 'Halton', 'Wigan', { postId: 'Wigan/data-lead' })] }, 'lead-challenger', [], []],
    ['another part there', { parts: [part('specialist', 'Wigan', 'Halton')] }, 'moderator', [], ['other-part']],
    ['it challenged in the round before last', { parts: [part('lead-challenger', 'Wigan', 'Halton', { cycleId: 'before', cycle: '2015/16', until: '2016-07-31' })] }, 'moderator', [], ['challenged-before']],
    ['it challenged longer ago', { parts: [part('lead-challenger', 'Wigan', 'Halton', { cycleId: 'long-ago', until: '2015-07-31' })] }, 'moderator', [], []],
    ['Wigan led its challenge last spring', { parts: [part('lead-challenger', 'Halton', 'Wigan', { cycleId: 'other', from: '2017-01-10', until: '2017-04-01' })] }, 'lead-challenger', [], ['reciprocal']],
    ['Wigan led its challenge two years ago', { parts: [part('lead-challenger', 'Halton', 'Wigan', { cycleId: 'other', from: '2015-01-10', until: '2015-09-01' })] }, 'lead-challenger', [], []],
    ['one part elsewhere', { parts: [part('moderator', 'Trafford', 'Halton')] }, 'moderator', [], []],
    ['two parts elsewhere', { parts: [part('moderator', 'Trafford', 'Halton'), part('moderator', 'Stockport', 'Halton', { cycleId: 'other' })] }, 'moderator', [], ['overloaded']],
    ['two parts within the year, both over', { parts: [part('moderator', 'Trafford', 'Halton', { cycleId: 'other', until: '2017-01-31' }), part('moderator', 'Stockport', 'Halton', { cycleId: 'other', until: '2017-02-28' })] }, 'moderator', [], ['overloaded']],
    ['its Director is Wigan’s too', { sides: people(null), posts: HALTONS_TWO }, 'lead-challenger', ['at-the-host'], []],
    ['its Director is Wigan’s too, and its data lead is not', { sides: people(null), posts: HALTONS_TWO }, 'moderator', [], []],
    ['its Director was Wigan’s two years ago', { sides: people('2015-12-31'), posts: HALTONS_TWO }, 'lead-challenger', ['at-the-host'], []],
    ['its Director was Wigan’s four years ago', { sides: people('2013-12-31'), posts: HALTONS_TWO }, 'lead-challenger', [], ['worked-there']],
    ['nobody holds the post', { posts: [{ ...HALTONS_TWO[0]!, holderIds: [], holders: [] }] }, 'lead-challenger', [], ['vacant']],
    ['its data lead is named', {}, 'partner', [], []],
    ['it is of another pair', { places: aRegion().places.map((place) => ({ ...place, groupId: place.id })) }, 'partner', ['other-set'], []],
  ])('%s', (_, more, key, barred, warned) => {
    expect(codes(aRegion(more), key)).toEqual([barred, warned]);
  });

  it('is Wigan itself, or a post that does not act in the part', () => {
    expect(codes(aRegion(), 'moderator', 'Wigan')[0]).toContain('own-peer');
    expect(codes(aRegion(), 'specialist', 'Halton', 'Halton/dcs')[0]).toEqual(['no-post']);
    expect(codes(aRegion(), 'specialist', 'Bury')[0]).toEqual(['no-post']);
    expect(codes(aRegion(), 'specialist', 'Halton', 'Halton/data-lead')).toEqual([[], []]);
  });
});

describe('finding somebody', () => {
  it('is for the coordinator, and says who was found for what', () => {
    expect(codeOf(assignPeer(facilitator, aRegion(), want(), 'new'))).toBe('not-permitted');
    expect(assignPeer(coordinator, aRegion(), want(), 'new')).toEqual({
      change: { assigned: [{ id: 'new', role: 'moderator', hostId: 'Wigan', peerId: 'Halton', offices: ['dcs', 'data-lead'], postId: null }], ended: [] },
      events: [{ type: 'peer.assigned', regionId: 'region', cycleId: 'this', authorityId: 'Wigan', subjectId: 'new', data: { cycle: '2017/18', authority: 'Wigan', peer: 'Halton', role: 'moderator', reason: '', authorityIds: 'Wigan Halton' } }],
    });
  });

  test.each<[string, Partial<RolesFacts>, Partial<WantedPeer>, string]>([
    ['a closed cycle', { cycle: { ...aRegion().cycle, closedOn: '2018-07-31' } }, {}, 'cycle-closed'],
    ['a role that there is not', {}, { role: 'juggler' }, 'no-such-role'],
    ['an authority that takes no part', {}, { hostId: 'Bury' }, 'not-in-cycle'],
    ['whoever is of another region', {}, { peerId: 'Leeds' }, 'not-of-the-region'],
    ['whoever takes no part but is of the region', {}, { peerId: 'Bury' }, 'accepted'],
    ['a named part without its post', {}, { role: 'specialist' }, 'no-post-chosen'],
    ['one more than there is room for', { parts: [part('moderator', 'Wigan', 'Trafford'), part('moderator', 'Wigan', 'Stockport')] }, {}, 'full'],
    ['a host that has left', { places: aRegion().places.map((place) => ({ ...place, withdrew: place.id === 'Wigan' })) }, {}, 'host-withdrew'],
    ['a warning without a reason', { parts: [part('specialist', 'Wigan', 'Halton')] }, { reason: '  ' }, 'no-reason'],
    ['a warning with its reason', { parts: [part('specialist', 'Wigan', 'Halton')] }, { reason: 'Nobody else is free' }, 'accepted'],
    ['a bar, whatever the reason', { conflicts: [{ authorityId: 'Halton', otherId: 'Wigan' }] }, { reason: 'Please' }, 'in-conflict'],
  ])('%s: %s', (_, more, wanted, outcome) => {
    expect(codeOf(assignPeer(coordinator, aRegion(more), want(wanted), 'new'))).toBe(outcome);
  });

  it('ends with a reason, once', () => {
    const facts = aRegion({ parts: [part('moderator', 'Wigan', 'Halton')] });
    expect(codeOf(endPeer(coordinator, facts, 'moderator:Wigan:Halton', ' '))).toBe('no-reason');
    expect(codeOf(endPeer(coordinator, facts, 'nothing', 'Moved'))).toBe('ended-already');
    const ended = endPeer(coordinator, facts, 'moderator:Wigan:Halton', 'Moved');
    expect(ended).toMatchObject({ change: { assigned: [], ended: [{ id: 'moderator:Wigan:Halton', why: 'Moved' }] }, events: [{ type: 'peer.ended', data: { peer: 'Halton', reason: 'Moved', authorityIds: 'Wigan Halton' } }] });
  });

  it('replaces one by another in one act, as if the one had never been there', () => {
    const facts = aRegion({ parts: [part('moderator', 'Wigan', 'Halton'), part('moderator', 'Wigan', 'Trafford')] });
    const replaced = replacePeer(coordinator, facts, { partId: 'moderator:Wigan:Halton', why: 'Inspected', peerId: 'Stockport', postId: null, reason: '' }, 'new');
    expect(replaced).toMatchObject({ change: { assigned: [{ id: 'new', peerId: 'Stockport' }], ended: [{ id: 'moderator:Wigan:Halton' }] }, events: [{ type: 'peer.ended' }, { type: 'peer.assigned' }] });
    expect(codeOf(replacePeer(coordinator, facts, { partId: 'moderator:Wigan:Halton', why: 'Inspected', peerId: 'Trafford', postId: null, reason: '' }, 'new'))).toBe('twice');
    expect(codeOf(replacePeer(coordinator, facts, { partId: 'moderator:Wigan:Halton', why: 'A change of mind', peerId: 'Halton', postId: null, reason: '' }, 'new'))).toBe('accepted');
  });

  it('the lead peer challenger is a role of each process that has them', () => {
    expect(rolesOf({ roles: [], leads: 'none' })).toEqual([]);
    expect(rolesOf({ roles: [MODERATOR], leads: 'in-turn' }).map(({ key }) => key)).toEqual(['lead-challenger', 'moderator']);
    expect(rolesOf({ roles: [{ ...PARTNER, key: 'lead-challenger' }], leads: 'by-hand' })).toHaveLength(1);
    expect(missingOf(aRegion(), SPECIALIST, { id: 'Wigan', withdrew: true })).toBe(0);
  });

  it('never lets in what bars, nor more than there is room for, whatever is tried in whatever order', () => {
    const tries = fc.array(fc.record({ hostId: fc.constantFrom(...NAMES), peerId: fc.constantFrom(...NAMES, 'Bury'), ends: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(tries, (all) => {
        const facts = aRegion({ conflicts: [{ authorityId: 'Wigan', otherId: 'Bury' }] });
        const parts = [...facts.parts];
        for (const [index, { hostId, peerId, ends }] of all.entries()) {
          const now = { ...facts, parts };
          const stood = parts.findIndex((one) => one.until === null && one.hostId === hostId && one.peerId === peerId);
          const outcome = ends && stood >= 0 ? endPeer(coordinator, now, parts[stood]!.id, 'Moved') : assignPeer(coordinator, now, want({ hostId, peerId, reason: 'Tried' }), `${index}`);
          if (isRefusal(outcome)) continue;
          for (const { id } of outcome.change.ended) parts.splice(stood, 1, { ...parts.find((one) => one.id === id)!, until: facts.today });
          for (const one of outcome.change.assigned) parts.push(part('moderator', one.hostId, one.peerId, { id: one.id }));
        }
        const open = parts.filter(({ until }) => until === null);
        const pairs = open.map(({ hostId, peerId }) => `${hostId} ${peerId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(pairs.filter((pair) => pairs.includes(pair.split(' ').reverse().join(' ')))).toEqual([]);
        expect(pairs.filter((pair) => pair === 'Wigan Bury')).toEqual([]);
        for (const name of NAMES) expect(open.filter(({ hostId }) => hostId === name).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a whole rotation', () => {
  const ROUND = NAMES.map((hostId, index) => ({ hostId, peerId: NAMES[(index + 1) % 4]! }));
  const ONE_EACH = aRegion({ definition: { ...aRegion().definition, roles: [{ ...MODERATOR, each: 1 }, SPECIALIST, PARTNER] } });
  let made = 0;
  const confirm = (facts: RolesFacts, pairs = ROUND, reason = '') => assignRotation(coordinator, facts, { role: 'moderator', pairs, reason }, () => `${(made += 1)}`);

  it('is found at once, with an event for each', () => {
    const outcome = confirm(ONE_EACH);
    expect(isRefusal(outcome) ? outcome : [outcome.change.assigned.length, outcome.events.length]).toEqual([4, 4]);
  });

  it('is refused where one pair is barred, and where it has too many', () => {
    expect(codeOf(confirm({ ...ONE_EACH, conflicts: [{ authorityId: 'Wigan', otherId: 'Halton' }] }))).toBe('barred');
    expect(codeOf(confirm(ONE_EACH, [...ROUND, { hostId: 'Wigan', peerId: 'Stockport' }]))).toBe('barred');
    expect(codeOf(confirm(ONE_EACH, [{ hostId: 'Wigan', peerId: 'Halton' }, { hostId: 'Halton', peerId: 'Wigan' }], 'Why not'))).toBe('barred');
    expect(codeOf(confirm(ONE_EACH, [{ hostId: 'Bury', peerId: 'Halton' }]))).toBe('not-in-cycle');
    expect(codeOf(confirm({ ...ONE_EACH, places: ONE_EACH.places.map((place) => ({ ...place, withdrew: place.id === 'Wigan' })) }, ROUND, 'Tried'))).toBe('not-in-cycle');
  });

  it('that leaves somebody without wants a reason, one for all', () => {
    expect(codeOf(confirm(ONE_EACH, ROUND.slice(1)))).toBe('no-reason');
    expect(codeOf(confirm(ONE_EACH, ROUND.slice(1), 'Halton sits this one out'))).toBe('accepted');
    expect(rotationLines(ONE_EACH, { ...MODERATOR, each: 1 }, ROUND.slice(1))[0]!.warned).toEqual(['Halton would have nobody, and needs 1.']);
  });

  test.each([['specialist', 'named'], ['partner', 'of-the-set'], ['juggler', 'no-such-role'], ['moderator', null]])('of %s: %s', (key, outcome) => {
    expect(notToRotate(ONE_EACH, key)?.refused ?? null).toBe(outcome);
  });
});

describe('those who might be found', () => {
  const day = (on: string, hostId: string, ...peers: string[]): EventDay => ({ day: on, what: `Visit, ${hostId}`, hostId, roles: ['lead-challenger'], authorityIds: [hostId, ...peers] });
  const days = [day('2017-12-01', 'Wigan'), day('2017-12-01', 'Trafford', 'Halton'), day('2017-12-08', 'Stockport')];

  it('stand in the order free, busy, warned, barred, with what each has that day', () => {
    const facts = aRegion({ conflicts: [{ authorityId: 'Wigan', otherId: 'Bury' }], parts: [part('specialist', 'Wigan', 'Stockport')] });
    const found = candidatesFor(facts, { ...roleCalled(facts, 'lead-challenger')!, mutual: true }, 'Wigan', days);
    expect(found.map(({ name, barred, busy }) => [name, barred.map(({ code }) => code), busy])).toEqual([
      ['Halton', [], ['Friday 1 December 2017: Visit, Trafford']],
      ['Trafford', [], ['Friday 1 December 2017: Visit, Trafford']],
      ['Bury', ['in-conflict'], []],
      ['Stockport', ['twice-in-team'], []],
    ]);
    expect(clashingDays(days, daysOfPart(days, 'lead-challenger', 'Wigan'), 'Stockport')).toEqual([]);
  });

  it('are posts where the part is one post’s', () => {
    const found = candidatesFor(aRegion(), SPECIALIST, 'Wigan', []);
    expect(found.map(({ value, barred }) => [value, barred.length])).toEqual([['Halton/Halton/data-lead', 0], ['Stockport/Stockport/data-lead', 0], ['Trafford/Trafford/data-lead', 0], ['Bury', 1]]);
    expect([choiceOf('halton/post'), choiceOf('halton'), choiceOf('')]).toEqual([{ peerId: 'halton', postId: 'post' }, { peerId: 'halton', postId: null }, { peerId: '', postId: null }]);
  });
});
