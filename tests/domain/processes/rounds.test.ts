import { describe, expect, it } from 'vitest';
import { afterwardsWords, coverageOfRound, hadWords, roundByCycle, roundOf, roundToCome, toComeWords, type CycleOfRound, type Host, type RoundFacts } from '@/domain/processes/rounds';

const TODAY = '2018-03-01';
const NAMES = ['Ashby', 'Brook', 'Coombe', 'Dale', 'Elm', 'Firth'];
const there = (name: string, startedOn: string | null = null, endedOn: string | null = null) => ({ id: name.toLowerCase(), name, startedOn, endedOn });

/** Hosts by name, each on day 0 unless the test says otherwise. */
function cycle(years: string, hosts: Record<string, Partial<Host>>, change: Partial<CycleOfRound> = {}): CycleOfRound {
  const year = Number(years.slice(0, 4));
  const anchorOn = `${year}-11-07`;
  return {
    id: years,
    name: `${years} challenges`,
    anchorOn,
    openedOn: `${year}-06-01`,
    previousId: `${year - 1}/${String(year % 100).padStart(2, '0')}`,
    hosts: Object.entries(hosts).map(([authorityId, host]) => ({ authorityId, on: anchorOn, joinedOn: null, leftOn: null, waivedOn: null, ...host })),
    ...change,
  };
}
const facts = (cycles: CycleOfRound[], change: Partial<RoundFacts> = {}): RoundFacts => ({ suffix: 'challenges', cycles, authorities: NAMES.map((name) => there(name)), successions: [], ...change });
const next = (all: RoundFacts, previousId: string | null = all.cycles.at(-1)!.id, on = '2018-11-06') => {
  const { begins, since, before, had, notYet } = roundToCome(all, { previousId, on });
  return { begins, since, before, had: had.map((one) => `${one.authority}: ${hadWords(one, TODAY)}`), notYet: notYet.map(({ name }) => name) };
};

const FIRST = cycle('2016/17', { ashby: {}, brook: {} }, { previousId: null });
const SECOND = cycle('2017/18', { coombe: {}, dale: { on: '2018-05-08' } });

describe('the round of a cycle to come', () => {
  it('begins with the first cycle of the process', () => {
    expect(next(facts([]), null)).toEqual({ begins: 'first', since: null, before: null, had: [], notYet: NAMES });
  });

  it('goes on with those who had no challenge yet, and says when the others had theirs or have it ahead', () => {
    expect(next(facts([FIRST, SECOND]))).toEqual({
      begins: null,
      since: '2016/17',
      before: null,
      had: ['Ashby: challenged in 2016/17', 'Brook: challenged in 2016/17', 'Coombe: challenged in 2017/18', 'Dale: to be challenged in 2017/18'],
      notYet: ['Elm', 'Firth'],
    });
  });

  it('is a new one when all have had theirs, and when the cycle follows from none of its process', () => {
    const all = facts([FIRST, SECOND, cycle('2018/19', { elm: {}, firth: {} })]);
    expect(next(all)).toEqual({ begins: 'all-had', since: null, before: '2016/17', had: [], notYet: NAMES });
    expect(next(facts([FIRST]), null)).toMatchObject({ begins: 'follows-from-none', before: '2016/17', had: [] });
    expect(next(facts([FIRST]), 'a cycle of another process')).toMatchObject({ begins: 'follows-from-none', had: [] });
  });

  const changes: [string, RoundFacts, { had?: string[]; notYet: string[] }][] = [
    ['who withdrew before its visit is still to be challenged', facts([cycle('2016/17', { ashby: { leftOn: '2016-10-01' } }, { previousId: null })]), { had: [], notYet: NAMES }],
    ['who withdrew after it has had it', facts([cycle('2016/17', { ashby: { leftOn: '2016-12-01' } }, { previousId: null })]), { notYet: NAMES.slice(1) }],
    ['whose visit was marked as not needed is still to be challenged', facts([cycle('2016/17', { ashby: { waivedOn: '2016-11-30' } }, { previousId: null })]), { had: [], notYet: NAMES }],
    ['who joined late counts as any other', facts([cycle('2016/17', { ashby: { joinedOn: '2016-10-20' } }, { previousId: null })]), { notYet: NAMES.slice(1) }],
    ['who was twice in the round is said with the later', facts([FIRST, cycle('2017/18', { ashby: {}, brook: {}, coombe: {} })]), { had: ['Ashby: challenged in 2017/18', 'Brook: challenged in 2017/18', 'Coombe: challenged in 2017/18'], notYet: ['Dale', 'Elm', 'Firth'] }],
    ['an authority that is new in the region is to be challenged', facts([FIRST], { authorities: [there('Ashby'), there('Brook'), there('Glen', '2018-04-01')] }), { notYet: ['Glen'] }],
    ['one that is gone is not', facts([FIRST], { authorities: [there('Ashby'), there('Brook'), there('Coombe'), there('Dale', null, '2018-03-31')] }), { notYet: ['Coombe'] }],
  ];
  it.each(changes)('%s', (_, all, expected) => {
    expect(next(all)).toMatchObject(expected);
  });

  const split = { authorities: [there('Ashby', null, '2018-03-31'), there('East', '2018-04-01'), there('West', '2018-04-01'), there('Brook')], successions: ['east', 'west'].map((authorityId) => ({ authorityId, predecessorId: 'ashby' })) };
  it('counts the challenge of an authority for those into which it was reorganised, when it had it', () => {
    expect(next(facts([cycle('2016/17', { ashby: {} }, { previousId: null })], split))).toMatchObject({ had: ['East: challenged in 2016/17 as Ashby', 'West: challenged in 2016/17 as Ashby'], notYet: ['Brook'] });
    expect(next(facts([cycle('2016/17', { ashby: { leftOn: '2016-10-01' }, east: { joinedOn: '2016-10-01' }, brook: {} }, { previousId: null })], split))).toMatchObject({ had: ['Brook: challenged in 2016/17', 'East: challenged in 2016/17'], notYet: ['West'] });
  });

  it('counts what two had for the one that came of them only when both had it', () => {
    const merged = { authorities: [there('Ashby', null, '2018-03-31'), there('Brook', null, '2018-03-31'), there('Coombe', null, '2018-03-31'), there('North', '2018-04-01'), there('South', '2018-04-01'), there('Elm')], successions: [['north', 'ashby'], ['north', 'brook'], ['south', 'brook'], ['south', 'coombe']].map(([authorityId, predecessorId]) => ({ authorityId: authorityId!, predecessorId: predecessorId! })) };
    expect(next(facts([FIRST], merged))).toMatchObject({ had: ['North: challenged in 2016/17 as Brook'], notYet: ['Elm', 'South'] });
  });
});

describe('the round of a cycle that is there', () => {
  const third = cycle('2018/19', { elm: {}, firth: {} });
  const fourth = cycle('2019/20', { ashby: {}, brook: {}, coombe: {} });

  it('holds its cycles, and the next begins when all had theirs', () => {
    const all = facts([fourth, third, SECOND, FIRST]);
    expect(['2016/17', '2018/19', '2019/20'].map((id) => roundOf(all, id, '2020-06-01').since)).toEqual(['2016/17', '2016/17', '2019/20']);
    expect(roundOf(all, '2017/18', '2020-06-01').notYet).toEqual([]);
    expect(roundOf(all, '2019/20', '2020-06-01').notYet.map(({ name }) => name)).toEqual(['Dale', 'Elm', 'Firth']);
  });

  it('is not parted or joined by what comes later', () => {
    const left = { ...third, hosts: third.hosts.map((host) => (host.authorityId === 'elm' ? { ...host, leftOn: '2019-07-01', on: '2019-09-01' } : host)) };
    expect(roundOf(facts([FIRST, SECOND, left, fourth]), '2019/20', TODAY).since).toBe('2019/20');
    const joined = { ...third, hosts: third.hosts.map((host) => (host.authorityId === 'elm' ? { ...host, joinedOn: '2019-07-01' } : host)) };
    expect(roundOf(facts([FIRST, SECOND, joined, fourth]), '2019/20', TODAY).since).toBe('2016/17');
  });

  it('is said in words', () => {
    const round = roundOf(facts([FIRST, SECOND]), '2017/18', TODAY);
    expect(coverageOfRound(round, TODAY)).toBe('3 of 6 authorities have been challenged in the round since 2016/17; 1 has its challenge ahead; 2 have no date yet.');
    expect(roundByCycle(round, TODAY).map(({ says, had }) => [says, had.map(({ authority }) => authority)])).toEqual([
      ['Challenged in 2016/17', ['Ashby', 'Brook']],
      ['Challenged in 2017/18', ['Coombe']],
      ['To be challenged in 2017/18', ['Dale']],
    ]);
    const coming = roundToCome(facts([FIRST, SECOND]), { previousId: '2017/18', on: '2018-11-06' });
    expect(toComeWords(coming)).toBe('The round since 2016/17 goes on: 4 of 6 authorities have had their challenge or have it ahead. Not yet: Elm and Firth.');
    expect(afterwardsWords(coming, ['elm'])).toBe('It began with 2016/17. Once this cycle is open, 5 of 6 authorities have had their challenge or have it ahead. Not yet: Firth.');
    expect(afterwardsWords(coming, ['elm', 'firth'])).toContain('the cycle after it begins a new round');
  });
});
