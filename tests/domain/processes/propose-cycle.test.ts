import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadChallengers } from '@/domain/processes/lead-challengers';
import { peersOf, type NewPlace, type OpeningFacts } from '@/domain/processes/open-cycle';
import { openingFaults } from '@/domain/processes/opening-faults';
import { proposeCycle, type Choices, type EarlierCycle } from '@/domain/processes/propose-cycle';
import { unevenIn } from '@/domain/processes/propose-peers';
import { numberedSet } from '@/domain/processes/propose-sets';
import { sinceLast } from '@/domain/processes/since-last';
import type { Grouping, RoleDefinition } from '@/domain/processes/template';
import { GROUPS, PLACES } from './parts';
import { aProcess } from './a-process';

const TODAY = '2018-06-01';
const FRESH: Choices = { leads: 'next', sets: 'new', peers: 'new' };
const AS_BEFORE: Choices = { leads: 'same', sets: 'same', peers: 'same' };

const standing = PLACES.map(({ authorityId }) => ({ id: authorityId, name: authorityId, startedOn: null as string | null, endedOn: null as string | null }));
const groups = GROUPS.map((id, index) => ({ id, name: id, ordinal: index + 1, authorityIds: PLACES.filter((place) => place.groupId === id).map((place) => place.authorityId) }));
const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `a${String(index + 1).padStart(2, '0')}`, name: `Authority ${index + 1}`, startedOn: null as string | null, endedOn: null as string | null }));

const role = (change: Partial<RoleDefinition> = {}): RoleDefinition => ({ key: 'analyst', name: 'analyst', each: 1, offices: ['dcs'], found: 'rotation', mutual: false, named: false, ...change });
const region = (change: Partial<OpeningFacts> & { grouping?: Grouping; roles?: RoleDefinition[]; leads?: 'none' | 'in-turn' | 'by-hand' } = {}): OpeningFacts => {
  const { grouping = { is: 'standing' }, roles = [], leads = 'in-turn', ...facts } = change;
  return { regionId: 'r', template: aProcess({ grouping, roles, leads }), cycleNames: [], groups, authorities: standing, conflicts: [], ...facts };
};
const proposed = (facts: OpeningFacts, earlier: EarlierCycle | null = null, choices: Choices = FRESH, more: { turn?: number; takingPart?: string[]; anchorOn?: string } = {}) => proposeCycle(facts, { earlier, choices, turn: more.turn ?? (earlier ? 2 : 1), today: TODAY, ...more });
const apart = (authorityId: string, otherId: string) => ({ authorityId, otherId, untilOn: null, endedOn: null });

describe('a first cycle', () => {
  it('has a name, everyone once, and the first half of each group in the first wave', () => {
    const { name, anchorOn, places } = proposed(region());
    expect([name, anchorOn]).toEqual(['2018/19', null]);
    expect(places.map(({ wave }) => wave).filter((wave) => wave === 'first')).toHaveLength(12);
    expect(new Set(places.map(({ authorityId }) => authorityId)).size).toBe(23);
    expect(places.map((place) => [place.authorityId, place.leadChallengerAuthorityId])).toEqual([...leadChallengers(PLACES)]);
  });

  it('leaves out an authority that has gone or has not begun', () => {
    const changed = standing.map((authority) => (authority.id === 'trafford-1' ? { ...authority, endedOn: '2017-03-31' } : authority.id === 'trafford-2' ? { ...authority, startedOn: '2019-04-01' } : authority));
    expect(proposed(region({ authorities: changed })).places.map(({ authorityId }) => authorityId)).not.toEqual(expect.arrayContaining(['trafford-1', 'trafford-2']));
  });

  it('has nobody where the region has no standing groups and the process wants them', () => {
    expect(proposed(region({ groups: [] })).places).toEqual([]);
  });

  it('says why sets cannot be made, and places everybody all the same', () => {
    const { sets, places, notProposed } = proposed(region({ authorities: numbered(5), grouping: { is: 'made', word: 'pair', sizes: [2] } }));
    expect([sets, places.length, notProposed.get('sets')]).toEqual([[], 5, '5 authorities cannot be divided into pairs.']);
  });

  it('has each of a pair visited in a wave of its own, and a set that meets in one', () => {
    const pairs = region({ authorities: numbered(8), grouping: { is: 'made', word: 'pair', sizes: [2] } });
    expect(proposed(pairs).places.map(({ groupId, wave }) => `${groupId} ${wave}`)).toEqual(['1 first', '1 second', '2 first', '2 second', '3 first', '3 second', '4 first', '4 second']);
    const meet = { ...pairs.template.steps[0]!, key: 'meet', per: 'group' as const, due: { from: 'forum' as const, offset: 0, unit: 'calendar' as const } };
    const { places } = proposed({ ...pairs, template: { ...pairs.template, steps: [...pairs.template.steps, meet] } });
    const waves = new Map(places.map(({ groupId, wave }) => [groupId, wave]));
    expect(places.every(({ groupId, wave }) => waves.get(groupId) === wave)).toBe(true);
    expect([...waves.values()]).toEqual(['first', 'first', 'second', 'second']);
  });
});

describe('the next cycle', () => {
  const leads = leadChallengers(PLACES, 3);
  const before: NewPlace[] = PLACES.map(({ authorityId, groupId }, index) => ({ authorityId, groupId, wave: index % 2 ? 'first' : 'second', leadChallengerAuthorityId: leads.get(authorityId)! }));
  const earlier = (change: Partial<EarlierCycle> = {}): EarlierCycle => ({ id: 'c', name: '2017/18', anchorOn: '2017-11-23', places: before, sets: [], peers: [], ...change });

  it('is a year on and as it was', () => {
    const { name, anchorOn, places } = proposed(region({ cycleNames: ['2017/18'] }), earlier(), AS_BEFORE);
    expect([name, anchorOn, places]).toEqual(['2018/19', '2018-11-22', before]);
  });

  it('has the turn of the lead peer challengers moved on by one', () => {
    const { places } = proposed(region(), earlier());
    expect(places.map(({ authorityId, leadChallengerAuthorityId }) => [authorityId, leadChallengerAuthorityId])).toEqual([...leadChallengers(PLACES, 4)]);
    expect(places.map(({ wave }) => wave)).toEqual(before.map(({ wave }) => wave));
  });

  it('replaces whoever has gone by whoever has come, and leaves out who stayed out', () => {
    const changed = standing.map((authority) => (authority.id === 'trafford-1' ? { ...authority, endedOn: '2018-03-31' } : authority.id === 'trafford-8' ? { ...authority, startedOn: '2018-04-01' } : authority));
    const was = earlier({ places: before.filter(({ authorityId }) => !['trafford-8', 'rochdale-7'].includes(authorityId)) });
    const facts = region({ authorities: changed });
    const next = proposed(facts, was, AS_BEFORE);
    const there = next.places.map(({ authorityId }) => authorityId);
    expect([there.includes('trafford-1'), there.includes('trafford-8'), there.includes('rochdale-7')]).toEqual([false, true, false]);
    expect(next.places.every(({ authorityId, leadChallengerAuthorityId }) => leadChallengerAuthorityId !== authorityId && there.includes(leadChallengerAuthorityId!))).toBe(true);
    expect(sinceLast(facts, was, next)).toMatchObject({ joined: ['trafford-8'], left: [{ name: 'trafford-1', abolishedOn: '2018-03-31' }], sets: null });
  });

  it('names who withdrew from the last one while it ran, as long as they are not in this one', () => {
    const facts = region({});
    const was = { ...earlier(), places: earlier().places.filter(({ authorityId }) => authorityId !== 'trafford-1'), withdrewIds: ['trafford-1'] };
    const next = proposed(facts, was, AS_BEFORE);
    const without = { ...next, places: next.places.filter(({ authorityId }) => authorityId !== 'trafford-1') };
    expect(sinceLast(facts, was, without)).toMatchObject({ withdrew: ['trafford-1'], left: [] });
    expect(sinceLast(facts, was, { ...next, places: [...without.places, earlier().places.find(({ authorityId }) => authorityId === 'trafford-1')!] })).toMatchObject({ withdrew: [], joined: ['trafford-1'] });
  });

  it('parts a lead peer challenger from whom they are kept apart by now', () => {
    const facts = region({ conflicts: [apart('trafford-1', leads.get('trafford-1')!)] });
    const { places } = proposed(facts, earlier(), AS_BEFORE);
    expect(openingFaults(facts, { name: 'x', anchorOn: '2018-11-22', places }, TODAY)).toEqual([]);
  });
});

const triads: Grouping = { is: 'made', word: 'triad or quartet', sizes: [3, 4] };
const asEarlier = (facts: OpeningFacts, cycle: ReturnType<typeof proposed>): EarlierCycle => ({
  id: 'c',
  name: '2017/18',
  anchorOn: '2017-11-23',
  places: cycle.places,
  sets: cycle.sets.map(({ key, name, leadAuthorityId }) => ({ name, leadAuthorityId, memberIds: cycle.places.filter(({ groupId }) => groupId === key).map(({ authorityId }) => authorityId) })),
  peers: cycle.peers,
});
const membersOf = ({ sets, places }: ReturnType<typeof proposed>) => sets.map(({ key }) => places.filter(({ groupId }) => groupId === key).map(({ authorityId }) => authorityId));

describe('sets of the next cycle', () => {
  const ten = region({ authorities: numbered(10), grouping: triads });
  const first = proposed(ten);
  const was = asEarlier(ten, first);

  it('are new, with nobody together who was, as far as that can be had', () => {
    const next = proposed(ten, was);
    expect(membersOf(next).map((set) => set.length).sort()).toEqual([3, 3, 4]);
    expect(sinceLast(ten, was, next).sets).toEqual({ word: 'triad or quartet', same: 0, fresh: 3 });
  });

  it('are the same where that is asked', () => {
    const next = proposed(ten, was, AS_BEFORE);
    expect(membersOf(next)).toEqual(membersOf(first));
    expect(sinceLast(ten, was, next).sets).toMatchObject({ same: 3, fresh: 0 });
  });

  it('stay as whole as they can when somebody has left: the rest stay together', () => {
    const eleven = region({ authorities: numbered(11), grouping: triads });
    const before = asEarlier(eleven, proposed(eleven));
    const gone = before.sets.find(({ memberIds }) => memberIds.length === 4)!.memberIds[0]!;
    const left = region({ authorities: numbered(11).filter(({ id }) => id !== gone), grouping: triads });
    const now = membersOf(proposed(left, before, AS_BEFORE));
    expect(before.sets.map(({ memberIds }) => memberIds.filter((id) => id !== gone)).every((members) => now.some((set) => members.every((id) => set.includes(id))))).toBe(true);
  });

  it('hold no two who are kept apart by now', () => {
    const [one, other] = membersOf(first)[0]!;
    const facts = region({ authorities: numbered(10), grouping: triads, conflicts: [apart(one!, other!)] });
    for (const choices of [FRESH, AS_BEFORE]) expect(membersOf(proposed(facts, was, choices)).some((set) => set.includes(one!) && set.includes(other!))).toBe(false);
  });

  it('are made for those who take part, once they are chosen', () => {
    const takingPart = numbered(10).slice(0, 6).map(({ id }) => id);
    expect(membersOf(proposed(ten, null, FRESH, { takingPart })).flat().sort()).toEqual(takingPart);
  });

  it('are led by another than last time where the process has somebody lead them', () => {
    const led = { ...ten, template: { ...ten.template, steps: ten.template.steps.map((step) => ({ ...step, who: ['set-lead' as const] })) } };
    const [before, now] = [proposed(led), proposed(led, asEarlier(led, proposed(led)))];
    const leadsOf = ({ sets }: typeof before) => sets.map(({ leadAuthorityId }) => leadAuthorityId!);
    expect(leadsOf(before).some((lead) => leadsOf(now).includes(lead))).toBe(false);
    expect(proposed(ten).sets.every(({ leadAuthorityId }) => leadAuthorityId === null)).toBe(true);
  });

  it('are called by their word, or sets where it is two', () => {
    expect([numberedSet('triad', 2), numberedSet('triad or quartet', 3)]).toEqual(['Triad 2', 'Set 3']);
  });
});

describe('a rotation', () => {
  it('whatever the region: no mutual pair, nobody twice, conflicts respected, and no pair again while there are others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 33 }), fc.array(fc.tuple(fc.nat(32), fc.nat(32)), { maxLength: 4 }), (count, twos) => {
        const authorities = numbered(count);
        const conflicts = twos.filter(([a, b]) => a !== b && a < count && b < count).map(([a, b]) => apart(authorities[a]!.id, authorities[b]!.id));
        const facts = region({ authorities, conflicts, grouping: { is: 'one' }, leads: 'none', roles: [role()] });
        const first = proposed(facts);
        const next = proposed(facts, asEarlier(facts, first), FRESH, { anchorOn: '2018-11-22' });
        if (first.notProposed.size > 0) return;
        expect(openingFaults(facts, { ...first, anchorOn: '2018-11-22' }, TODAY)).toEqual([]);
        expect(openingFaults(facts, { ...next, anchorOn: next.anchorOn! }, TODAY)).toEqual([]);
        expect(unevenIn(role(), next.peers, authorities.map(({ id }) => id), new Map())).toEqual([]);
        if (conflicts.length === 0 && count > 5) expect(sinceLast(facts, asEarlier(facts, first), next).roles).toEqual([{ key: 'analyst', name: 'analyst', same: 0, fresh: count }]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps last time’s pairs where that is asked, and the posts that were named', () => {
    const facts = region({ authorities: numbered(8), grouping: { is: 'one' }, roles: [role()] });
    const first = asEarlier(facts, proposed(facts));
    const was = { ...first, peers: first.peers.map((peer) => ({ ...peer, postId: `post of ${peer.peerId}` })) };
    const next = proposed(facts, was, AS_BEFORE);
    expect(next.peers).toEqual(was.peers);
    const fewer = { ...facts, authorities: facts.authorities.slice(1) };
    const then = proposed(fewer, was, AS_BEFORE);
    expect(unevenIn(role(), then.peers, fewer.authorities.map(({ id }) => id), new Map())).toEqual([]);
  });

  it('is not proposed where there are too few, and it is said why', () => {
    const { peers, notProposed } = proposed(region({ authorities: numbered(2), grouping: { is: 'one' }, roles: [role()] }));
    expect([peers, notProposed.get('analyst')]).toEqual([[], 'Every authority can be read by one other without a mutual pair only from three authorities on: there are 2.']);
  });

  it('may be uneven if the coordinator says so, and that is named', () => {
    const names = new Map([['a', 'Bury'], ['b', 'Oldham'], ['c', 'Wigan']]);
    const pair = (hostId: string, peerId: string) => ({ role: 'analyst', hostId, peerId });
    expect(unevenIn(role(), [pair('a', 'b'), pair('a', 'c'), pair('b', 'c')], ['a', 'b', 'c'], names)).toEqual([
      'Bury has two analysts; one is due.',
      'Bury is analyst for nobody; one is due.',
      'Wigan has no analysts; one is due.',
      'Wigan is analyst for two; one is due.',
    ]);
    expect(unevenIn(role({ found: 'by-hand' }), [], ['a'], names)).toEqual([]);
  });
});

describe('who has a role', () => {
  const facts = region({ authorities: numbered(6), grouping: { is: 'made', word: 'triad', sizes: [3] }, roles: [role({ key: 'visitor', name: 'visitor', found: 'set', each: 2, mutual: true }), role({ key: 'moderator', found: 'by-hand' })] });
  const first = proposed(facts);

  it('by their set: the others of it, each for each', () => {
    const visitors = peersOf(facts.template, first);
    expect(visitors).toHaveLength(12);
    expect(visitors.filter(({ hostId }) => hostId === 'a01').map(({ peerId }) => peerId)).toEqual(membersOf(first).find((set) => set.includes('a01'))!.filter((id) => id !== 'a01'));
    expect(openingFaults(facts, { ...first, anchorOn: '2018-11-22', peers: visitors }, TODAY)).toEqual([]);
  });

  it('by hand: nobody at first; then whoever had it and still can', () => {
    expect(first.peers).toEqual([]);
    const moderator = (hostId: string, peerId: string) => ({ role: 'moderator', hostId, peerId, postId: null });
    const was = { ...asEarlier(facts, first), peers: [moderator('a01', 'a05'), moderator('a02', 'a04'), moderator('a03', 'gone')] };
    expect(proposed({ ...facts, conflicts: [apart('a04', 'a02')] }, was).peers).toEqual([moderator('a01', 'a05')]);
  });

  it('as one post: with the post, where it stands and acts in the role still; else it is found once the cycle is open', () => {
    const post = (peerId: string) => ({ id: `post of ${peerId}`, authorityId: peerId, office: 'dcs' as const });
    const observer = (hostId: string, peerId: string, postId: string | null = `post of ${peerId}`) => ({ role: 'observer', hostId, peerId, postId });
    for (const found of ['by-hand', 'rotation'] as const) {
      const ofPosts = region({ authorities: numbered(6), grouping: { is: 'one' }, roles: [role({ key: 'observer', name: 'observer', found, named: true })], posts: [post('a04'), { ...post('a05'), office: 'data-lead' }] });
      const was = { ...asEarlier(ofPosts, proposed(ofPosts)), peers: [observer('a01', 'a04'), observer('a02', 'a05'), observer('a03', 'a06'), observer('a05', 'a01', null)] };
      const next = proposed(ofPosts, was);
      expect(next.peers).toEqual([observer('a01', 'a04')]);
      expect(openingFaults(ofPosts, { ...next, anchorOn: '2018-11-22' }, TODAY)).toEqual([]);
    }
  });
});
