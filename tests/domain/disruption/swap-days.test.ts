import { describe, expect, it } from 'vitest';
import { planSwap } from '@/domain/disruption/swap-days';
import { clockOf } from '@/domain/forums/clock';
import { codeOf, daysOf, FORUMS, forumDay, groundOf, northWest, planned, processOf, said, step, type Scene } from './a-ground';

const swap = (authorityId: string, otherId: string) => ({ authorityId, otherId });
const TODAY = '2017-11-28';
const AFTER_PACKS = { facts: { packsIssuedOn: '2017-11-23' } };
/** Each session of a day: when, who, challenged by whom (the lead first). */
const order = (plan: ReturnType<typeof planSwap>, id: string) =>
  planned(plan).change.forums.find((forum) => forum.id === id)!.sessions.map(({ startsAt, authority, challengers }) => `${clockOf(startsAt)} ${authority.name} by ${challengers.map(({ name, lead }) => (lead ? `${name}*` : name)).join(', ')}`);

describe('two who change places', () => {
  it.each([
    ['Wigan', 'Leeds', 'not-in-cycle'],
    ['Wigan', 'Wigan', 'same-authority'],
    ['Wigan', 'Sefton', 'other-group'],
  ])('%s and %s: %s', (one, other, code) => {
    expect(codeOf(planSwap(northWest(TODAY), swap(one, other)))).toBe(code);
  });

  it('on one day exchange their times, and their challengers go along', () => {
    const plan = planSwap(northWest(TODAY, AFTER_PACKS), swap('Wigan', 'Halton'));
    expect(order(plan, 'Trafford december')).toEqual(['10:00 Wigan by Halton*', '11:00 Halton by Wigan*, Stockport']);
    expect(planned(plan).change).toMatchObject({ waves: [], moves: [], forums: [{ sequence: 4 }] });
    expect(daysOf(plan)).toEqual([]);
    expect(said(plan, 'Their places')).toEqual(['Wigan and Halton exchange the times of their sessions.']);
    expect(said(plan, 'The order of the day')).toEqual([
      'Wigan: Tuesday 12 December 2017, 10:00 to 10:50 (was Tuesday 12 December 2017, 11:00 to 11:50), challenged by Halton.',
      'Halton: Tuesday 12 December 2017, 11:00 to 11:50 (was Tuesday 12 December 2017, 10:00 to 10:50), challenged by Wigan and Stockport.',
    ]);
    expect(planned(plan).concerned.toSorted()).toEqual(['Halton', 'Stockport', 'Wigan']);
  });

  it('on two days take each other’s place whole, as hosts and as challengers: nobody else has to come another day', () => {
    const plan = planSwap(northWest(TODAY, AFTER_PACKS), swap('Wigan', 'Stockport'));
    // Stockport challenged Halton in December beside Wigan, so both still do, each in the other's part.
    expect(order(plan, 'Trafford december')).toEqual(['10:00 Halton by Stockport*, Wigan', '11:00 Stockport by Halton*']);
    expect(order(plan, 'Trafford january')).toEqual(['10:00 Manchester by Wigan*, Halton', '11:00 Wigan by Manchester*']);
    expect(planned(plan).change.waves).toEqual([{ authorityId: 'Wigan', wave: 'january' }, { authorityId: 'Stockport', wave: 'december' }]);
    expect(planned(plan).change.forums.map(({ id, sequence }) => [id, sequence])).toEqual([['Trafford december', 4], ['Trafford january', 4]]);
    expect(daysOf(plan).slice(0, 3)).toEqual([
      'Wigan, Prepared to challenge and to be challenged: 2017-12-11 to 2018-01-09',
      'Stockport, Prepared to challenge and to be challenged: 2018-01-09 to 2017-12-11',
      'Wigan, Forum held: 2017-12-12 to 2018-01-10',
    ]);
    expect(said(plan, 'The order of the day')).toContain('Halton stays lead peer challenger of Wigan; at the forum Manchester leads.');
    expect(planned(plan).concerned.toSorted()).toEqual(['Halton', 'Manchester', 'Stockport', 'Wigan']);
  });

  it('never challenge themselves, whoever challenged them before', () => {
    for (const [one, other] of [['Wigan', 'Stockport'], ['Wigan', 'Manchester'], ['Halton', 'Stockport'], ['Halton', 'Manchester'], ['Wigan', 'Halton']] as const) {
      const { forums } = planned(planSwap(northWest(TODAY, AFTER_PACKS), swap(one, other))).change;
      for (const { authority, challengers } of forums.flatMap(({ sessions }) => sessions)) {
        expect(challengers.map(({ id }) => id)).not.toContain(authority.id);
        expect(challengers.filter(({ lead }) => lead)).toHaveLength(1);
      }
    }
  });

  it('keep their places once a session was held, the day is under way, or it has passed', () => {
    const held = [forumDay('Trafford', 'december', '2017-12-12', [['Halton', 'Wigan'], ['Wigan', 'Halton']], { held: true }), FORUMS[1]!];
    expect(codeOf(planSwap(northWest('2017-12-12', { ...AFTER_PACKS, forums: held }), swap('Halton', 'Stockport')))).toBe('session-held');
    expect(codeOf(planSwap(northWest('2017-12-12', { ...AFTER_PACKS, forums: held }), swap('Wigan', 'Stockport')))).toBe('under-way');
    expect(codeOf(planSwap(northWest('2017-12-20', AFTER_PACKS), swap('Wigan', 'Stockport')))).toBe('day-passed');
  });

  it('before anything is arranged, exchange their waves alone; with one arranged and one not, the other is arranged first', () => {
    const plan = planSwap(northWest(TODAY, { ...AFTER_PACKS, forums: [] }), swap('Wigan', 'Stockport'));
    expect(planned(plan).change).toMatchObject({ forums: [], waves: [{ wave: 'january' }, { wave: 'december' }] });
    expect(codeOf(planSwap(northWest(TODAY, { ...AFTER_PACKS, forums: [] }), swap('Wigan', 'Halton')))).toBe('same-day');
    expect(codeOf(planSwap(northWest(TODAY, { ...AFTER_PACKS, forums: [FORUMS[0]!] }), swap('Wigan', 'Stockport')))).toBe('not-arranged');
  });

  it('are refused when one would be in two places at once', () => {
    const elsewhere = forumDay('Rochdale', 'january', '2018-01-10', [['Wirral', 'Sefton'], ['Knowsley', 'Wigan']]);
    const decision = planSwap(northWest(TODAY, { ...AFTER_PACKS, forums: [...FORUMS, elsewhere] }), swap('Wigan', 'Stockport'));
    expect(codeOf(decision)).toBe('twice-at-once');
  });

  it('are refused when the other’s part would bring together two whom the register keeps apart, and why is not said', () => {
    const ground = (conflicts: Scene['conflicts']) => northWest(TODAY, { ...AFTER_PACKS, conflicts: conflicts! });
    const because = 'They cannot change places: Wigan would challenge Manchester, and the two do not challenge one another.';
    expect(planSwap(ground([['Manchester', 'Wigan']]), swap('Halton', 'Manchester'))).toEqual({ refused: 'in-conflict', because });
    expect(codeOf(planSwap(ground([['Manchester', 'Wirral']]), swap('Halton', 'Manchester')))).toBe('planned');
    // Two who met already do so at another time: nobody is brought together.
    expect(codeOf(planSwap(ground([['Stockport', 'Halton']]), swap('Wigan', 'Halton')))).toBe('planned');
  });

  it('exchange their own days where no forums are arranged for groups, and what hangs on them', () => {
    const template = processOf({ steps: [step('visit', 'Visit', { due: { from: 'forum', offset: 0 } }), step('letter', 'Letter', { due: { from: 'step', step: 'visit', offset: 10 }, waitsFor: ['visit'] })] });
    const places = { Wigan: { group: 'A', wave: 'one' }, Halton: { group: 'A', wave: 'two' }, Sefton: { group: 'A', wave: 'two' } };
    const ground = groundOf({ template, today: '2017-11-01', places, groups: [{ id: 'A', lead: null }] });
    const plan = planSwap(ground, swap('Wigan', 'Halton'));
    expect(planned(plan).change.moves).toEqual([{ stepKey: 'visit', scope: 'authority:Wigan', toOn: '2017-12-23' }, { stepKey: 'visit', scope: 'authority:Halton', toOn: '2017-11-23' }]);
    expect(daysOf(plan)).toEqual(['Wigan, Visit: 2017-11-23 to 2017-12-23', 'Halton, Visit: 2017-12-23 to 2017-11-23', 'Wigan, Letter: 2017-12-03 to 2018-01-02', 'Halton, Letter: 2018-01-02 to 2017-12-03']);
    expect(codeOf(planSwap(ground, swap('Halton', 'Sefton')))).toBe('same-day');
    const visited = groundOf({ template, today: '2017-11-01', places, groups: [{ id: 'A', lead: null }], facts: { completions: new Map([['visit|authority:Wigan', '2017-10-30']]) } });
    expect(codeOf(planSwap(visited, swap('Wigan', 'Halton')))).toBe('session-held');
    expect(codeOf(planSwap(groundOf({ template: processOf({}), today: '2017-11-01', places, groups: [{ id: 'A', lead: null }] }), swap('Wigan', 'Halton')))).toBe('no-own-day');
  });

  it('of their own, are warned of whoever must then be at two on one day, each in a line of its own; what was so before is not said', () => {
    const template = processOf({ roles: [{ key: 'visitor', name: 'visitor', each: 1, offices: ['dcs'] }], steps: [step('visit', 'Visit', { who: ['peer:visitor'], due: { from: 'forum', offset: 0 }, event: true })] });
    const of = (wave: string, visitor: string) => ({ group: 'A', wave, peers: { visitor: [visitor] } });
    const ground = groundOf({ template, today: '2017-11-01', places: { Wigan: of('one', 'Bury'), Halton: of('two', 'Wigan'), Sefton: of('two', 'Bury'), Oldham: of('one', 'Leigh'), Leigh: of('one', 'Oldham'), Bury: of('one', 'Bolton') }, groups: [{ id: 'A', lead: null }] });
    const plan = planSwap(ground, swap('Wigan', 'Halton'));
    expect(said(plan, 'Two on one day')).toEqual([
      'Bury is wanted twice on Saturday 23 December 2017: for Visit, Sefton.',
      'Bury is wanted twice on Saturday 23 December 2017: for Visit, Wigan.',
    ]);
  });

  it('whose sets meet on a day of their own exchange the days of the sets', () => {
    const template = processOf({ grouping: { is: 'made', word: 'pair', sizes: [2] }, steps: [step('meet', 'Meeting', { per: 'group', who: ['set-lead'], due: { from: 'forum', offset: 0 } }), step('say', 'Said', { due: { from: 'forum', offset: 7 } })], waves: [{ key: 'one', name: 'One', forumOffsets: [0, 10] }] });
    const places = { Wigan: { group: 'A', wave: 'one' }, Halton: { group: 'A', wave: 'one' }, Sefton: { group: 'B', wave: 'one' }, Bury: { group: 'B', wave: 'one' } };
    const ground = groundOf({ template, today: '2017-11-01', places, groups: [{ id: 'A', lead: 'Wigan' }, { id: 'B', lead: 'Sefton' }] });
    const plan = planSwap(ground, swap('Wigan', 'Sefton'));
    expect(planned(plan).change.moves).toEqual([{ stepKey: 'meet', scope: 'group:A', toOn: '2017-12-03' }, { stepKey: 'meet', scope: 'group:B', toOn: '2017-11-23' }]);
    expect(said(plan, 'Their places')).toEqual(['The forum of Wigan with Halton is on Sunday 3 December 2017, and that of Sefton with Bury on Thursday 23 November 2017.']);
    expect(planned(plan).concerned.toSorted()).toEqual(['Bury', 'Halton', 'Sefton', 'Wigan']);
    expect(codeOf(planSwap(ground, swap('Wigan', 'Halton')))).toBe('same-day');
  });

  it('do not come to stand before what they wait for', () => {
    const template = processOf({ steps: [step('state', 'Statement', { due: { from: 'anchor', offset: 10 } }), step('visit', 'Visit', { due: { from: 'forum', offset: 0 }, waitsFor: ['state'] })], waves: [{ key: 'one', name: 'One', forumOffsets: [20] }, { key: 'two', name: 'Two', forumOffsets: [40] }] });
    const ground = groundOf({ template, today: '2017-11-01', places: { Wigan: { group: 'A', wave: 'one' }, Halton: { group: 'A', wave: 'two' } }, groups: [{ id: 'A', lead: null }], moves: [{ stepKey: 'state', scope: 'authority:Halton', toOn: '2017-12-20' }] });
    const refused = planSwap(ground, swap('Wigan', 'Halton'));
    expect(refused).toEqual({ refused: 'too-early', because: 'They cannot change places: “Visit” of Halton would fall on Wednesday 13 December 2017, before “Statement” on Wednesday 20 December 2017, for which it waits.' });
  });
});
