import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { agreeDays, dayFaults, ownDays, ownDayStep } from '@/domain/processes/agree-days';
import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import { scheduleOf } from '@/domain/processes/schedule';
import { processTemplate, type StepDefinition } from '@/domain/processes/template';
import { CAPACITIES } from '../../support/cast-in-memory';
import { NORTH_WEST_PROCESS } from '../../../prisma/reference/processes/north-west-annual-cycle';

const TODAY = '2018-01-02';
const posts = CAPACITIES.flatMap(({ role, as }) => (role === 'coordinator' && as ? [as] : []));
const coordinator: Actor = { personId: 'c', name: 'c', posts, as: posts[0]!, challenges: [], audiences: [] };

const step = (change: object) => ({ act: 'x', heading: ['x'], phase: 'all', per: 'authority', who: ['dcs'], doneWhen: 'recorded', ...change });
const visits = (per: StepDefinition['per'] = 'authority') =>
  processTemplate.parse({
    title: 'Visits',
    anchorName: 'Day 0',
    words: { forum: 'visit' },
    grouping: { is: 'made', word: 'pair', sizes: [2] },
    spans: { from: -30, to: 200 },
    phases: [{ key: 'all', name: 'All' }],
    waves: [{ key: 'all', name: 'All', forumOffsets: [30, 37] }],
    steps: [
      step({ key: 'prepare', name: 'Prepared', due: { from: 'forum', offset: -14 } }),
      step({ key: 'visit', name: 'On site', per, due: { from: 'forum', offset: 0 }, waitsFor: per === 'authority' ? ['prepare'] : [] }),
      step({ key: 'letter', name: 'Letter', who: ['sli-coordinator'], due: { from: 'forum', offset: 10 }, waitsFor: ['visit'] }),
      step({ key: 'themes', name: 'Themes', per: 'region', who: ['sli-coordinator'], due: { from: 'anchor', offset: 100 }, waitsFor: ['letter'] }),
    ],
  });

const cycle = (change: Partial<CycleSchedule> = {}): CycleSchedule => ({
  id: 'cycle',
  regionId: coordinator.as!.region.id,
  name: '2017/18',
  closedAt: null,
  packsIssuedAt: null,
  template: visits(),
  anchorOn: '2018-01-15',
  groups: [{ id: 'one', name: 'Pair 1', ordinal: 1 }, { id: 'two', name: 'Pair 2', ordinal: 2 }],
  places: ['bury', 'wigan', 'bolton', 'oldham'].map((id, index) => ({ authorityId: id, groupId: index < 2 ? 'one' : 'two', groupOrdinal: index < 2 ? 1 : 2, wave: 'all', name: id, slug: id, leadChallengerAuthorityId: null })),
  moves: [],
  forumDays: [],
  ...change,
});
const wanted = (days: Record<string, string>, reason = 'Agreed with each host') => ({ days: Object.entries(days).map(([scope, toOn]) => ({ scope, toOn })), reason });

describe('the days of visits', () => {
  it('are planned by wave until they are agreed', () => {
    expect(ownDays(cycle(), ownDayStep(visits())!).map(({ scope, dueOn }) => [scope, dueOn])).toEqual([['authority:bury', '2018-02-14'], ['authority:wigan', '2018-02-14'], ['authority:bolton', '2018-02-21'], ['authority:oldham', '2018-02-21']]);
  });

  it('are agreed in one go: a move for each that changes, what hangs on it along, and each owner told once', () => {
    const decision = agreeDays(coordinator, cycle(), wanted({ 'authority:bury': '2018-02-20', 'authority:wigan': '2018-02-14', 'authority:oldham': '2018-03-01' }), TODAY);
    if (isRefusal(decision)) throw new Error(decision.because);
    const { moves, plan } = decision.change;
    expect(moves).toEqual([['bury', '2018-02-20'], ['oldham', '2018-03-01']].map(([id, toOn]) => ({ stepKey: 'visit', scope: `authority:${id}`, toOn, reason: 'Agreed with each host' })));
    expect(plan.following.map(({ day, to }) => [day.step.key, day.place!.authorityId, to])).toEqual([['prepare', 'bury', '2018-02-06'], ['prepare', 'oldham', '2018-02-15'], ['letter', 'bury', '2018-03-02'], ['letter', 'oldham', '2018-03-11']]);
    expect(decision.events.map(({ type, authorityId, data }) => [type, authorityId, data!.step, data!.for])).toEqual([
      ['date.moved', 'bury', 'On site', 'bury'],
      ['date.moved', 'oldham', 'On site', 'oldham'],
      ['date.moved', 'bury', 'Letter', 'bury'],
      ['date.moved', 'oldham', 'Letter', 'oldham'],
    ]);
  });

  it('of sets that meet are each set’s own, and every date of the set goes along', () => {
    const meeting = cycle({ template: visits('group') });
    expect(ownDays(meeting, ownDayStep(meeting.template)!).map(({ scope, dueOn }) => [scope, dueOn])).toEqual([['group:one', '2018-02-14'], ['group:two', '2018-02-21']]);
    const decision = agreeDays(coordinator, meeting, wanted({ 'group:two': '2018-03-01' }), TODAY);
    if (isRefusal(decision)) throw new Error(decision.because);
    const after = scheduleOf({ ...meeting, moves: decision.change.moves });
    expect([after.forScope('visit', 'group:two').dueOn, after.forScope('letter', 'authority:oldham').dueOn, after.forScope('letter', 'authority:bury').dueOn]).toEqual(['2018-03-01', '2018-03-11', '2018-02-24']);
  });

  it.each([
    ['nobody has another day', wanted({ 'authority:bury': '2018-02-14' }), [[null, 'nothing-new']]],
    ['no day is given', wanted({}), [[null, 'nothing-new']]],
    ['a day has passed, and another is outside the cycle', wanted({ 'authority:bury': '2018-01-01', 'authority:wigan': '2019-01-01' }), [['authority:bury', 'day-passed'], ['authority:wigan', 'outside-the-cycle']]],
    ['nothing is said of why', wanted({ 'authority:bury': '2018-02-20' }, ' '), [[null, 'no-reason']]],
    ['somebody is named who has no day', wanted({ 'authority:leeds': '2018-02-20' }), [[null, 'no-such-scope']]],
    ['the themes would be gathered before the letter', wanted({ 'authority:bury': '2018-04-20', 'authority:oldham': '2018-03-01' }), [[null, 'following-left-behind']]],
  ])('are refused where %s', (_, days, faults) => {
    expect(dayFaults(cycle(), days, TODAY).map(({ scope, refused }) => [scope, refused])).toEqual(faults);
    expect(agreeDays(coordinator, cycle(), days, TODAY)).toMatchObject({ refused: faults[0]![1] });
  });

  it('stand when the cycle is closed, and where forums are arranged', () => {
    expect(dayFaults(cycle({ closedAt: new Date('2018-01-01') }), wanted({ 'authority:bury': '2018-02-20' }), TODAY)).toMatchObject([{ refused: 'cycle-closed' }]);
    expect(ownDayStep(NORTH_WEST_PROCESS)).toBeNull();
    expect(dayFaults(cycle({ template: NORTH_WEST_PROCESS, places: [] }), wanted({}), TODAY)).toMatchObject([{ refused: 'no-own-days' }]);
  });

  it('are the coordinator’s to agree', () => {
    const director = CAPACITIES.find(({ role }) => role === 'wiganDcs')!.as!;
    expect(agreeDays({ ...coordinator, as: director }, cycle(), wanted({ 'authority:bury': '2018-02-20' }), TODAY)).toMatchObject({ refused: 'not-permitted' });
  });
});
