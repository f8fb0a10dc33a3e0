import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysFrom } from '@/domain/deadlines';
import { conflictsIn } from '@/domain/processes/conflicts';
import { scheduleOf, type Move } from '@/domain/processes/schedule';
import type { StepDefinition } from '@/domain/processes/template';
import { NORTH_WEST_PROCESS } from '../../../prisma/reference/processes/north-west-annual-cycle';
import { CYCLE, DAY_0, PLACES } from './parts';

const schedule = scheduleOf(CYCLE);
const due = (stepKey: string, authorityId: string | null = null, groupId: string | null = null) => schedule.at(stepKey, { authorityId, groupId }).dueOn;

describe('the North West cycle of 2017/18', () => {
  it('has the days of the region’s own paper', () => {
    expect(process.env.TZ).toBe('Asia/Kathmandu');
    expect([
      ['write-self-view', due('write-self-view', 'trafford-1')],
      ['sign-self-view', due('sign-self-view', 'trafford-1')],
      ['sign-mou', due('sign-mou', 'trafford-8')],
      ['submit-self-view', due('submit-self-view', 'rochdale-1')],
      ['ofsted-enquiries', due('ofsted-enquiries')],
      ['agree-questions', due('agree-questions', 'trafford-1')],
      ['issue-packs', due('issue-packs')],
      ['prepare-forum', due('prepare-forum', 'rochdale-1')],
      ['forum, December, Blackburn with Darwen', due('forum', 'blackburn-1')],
      ['forum, December, Trafford', due('forum', 'trafford-1')],
      ['forum, December, Rochdale', due('forum', 'rochdale-1')],
      ['forum, January, Blackburn with Darwen', due('forum', 'blackburn-5')],
      ['forum, January, Trafford', due('forum', 'trafford-8')],
      ['forum, January, Rochdale', due('forum', 'rochdale-7')],
      ['share-out', due('share-out')],
      ['board-headlines', due('board-headlines')],
      ['finalise-programme', due('finalise-programme')],
    ]).toEqual([
      ['write-self-view', '2017-10-27'],
      ['sign-self-view', '2017-10-27'],
      ['sign-mou', '2017-10-27'],
      ['submit-self-view', '2017-10-27'],
      ['ofsted-enquiries', '2017-11-16'],
      ['agree-questions', '2017-11-16'],
      ['issue-packs', '2017-11-23'],
      ['prepare-forum', '2017-12-11'],
      ['forum, December, Blackburn with Darwen', '2017-12-12'],
      ['forum, December, Trafford', '2017-12-13'],
      ['forum, December, Rochdale', '2017-12-14'],
      ['forum, January, Blackburn with Darwen', '2018-01-10'],
      ['forum, January, Trafford', '2018-01-11'],
      ['forum, January, Rochdale', '2018-01-12'],
      ['share-out', '2018-02-01'],
      ['board-headlines', '2018-02-15'],
      ['finalise-programme', '2018-03-22'],
    ]);
  });

  it('falls in the months that the paper names where it names no day', () => {
    expect(due('open-cycle')).toBe('2017-07-26');
    expect(due('comment-notes', 'trafford-1')).toBe(addDays(DAY_0, 40));
    expect(due('sign-notes', 'rochdale-1')).toBe(addDays(DAY_0, 55));
    expect(due('comment-notes', 'blackburn-5')).toBe('2018-01-31');
    expect(schedule.at('annual-conversation', { authorityId: 'trafford-1', groupId: null }).opensOn).toBe(addDays(DAY_0, 45));
    expect(due('immediate-actions', null, 'trafford')).toBe('2018-01-31');
    expect(due('qa-meeting')).toBe('2018-03-13');
    expect(due('group-actions', null, 'rochdale')).toBe('2018-03-13');
    expect(due('sign-programme')).toBe('2018-04-12');
  });

  it('gives every authority a day for every step, each in time for what it waits for', () => {
    expect(schedule.all).toHaveLength(NORTH_WEST_PROCESS.steps.reduce((sum, { per }) => sum + { region: 1, wave: 2, group: 3, 'task-group': 0, authority: 23 }[per], 0));
    expect(conflictsIn(schedule)).toEqual([]);
  });
});

describe('a date that is moved', () => {
  const moved = (...moves: Move[]) => scheduleOf({ ...CYCLE, moves });
  const notesOf = (authorityId: string, ...moves: Move[]) => {
    const { at } = moved(...moves);
    return ['forum', 'comment-notes', 'sign-notes', 'action-plan'].map((key) => at(key, { authorityId, groupId: null }).dueOn);
  };

  it('takes along what hangs on it, and nothing else', () => {
    const plain = scheduleOf(CYCLE);
    const after = moved({ stepKey: 'sign-notes', scope: 'wave:december', toOn: '2018-01-22' });
    const changed = after.all.filter((day) => plain.forScope(day.step.key, day.scope).dueOn !== day.dueOn);
    expect([...new Set(changed.map((day) => day.step.key))]).toEqual(['sign-notes', 'annual-conversation', 'action-plan', 'review-plan']);
    expect(new Set(changed.map((day) => day.place?.wave))).toEqual(new Set(['december']));
    expect(changed.every((day) => daysFrom(plain.forScope(day.step.key, day.scope).dueOn, day.dueOn) === 5)).toBe(true);
  });

  it('is the most particular one for each authority', () => {
    const moves: Move[] = [
      { stepKey: 'sign-mou', scope: 'cycle', toOn: '2017-10-30' },
      { stepKey: 'sign-mou', scope: 'wave:january', toOn: '2017-10-31' },
      { stepKey: 'sign-mou', scope: 'wave:january/group:trafford', toOn: '2017-11-01' },
      { stepKey: 'sign-mou', scope: 'authority:trafford-8', toOn: '2017-11-02' },
    ];
    for (const order of [moves, moves.toReversed()]) {
      const { at } = moved(...order);
      expect(['trafford-1', 'rochdale-7', 'trafford-7', 'trafford-8'].map((authorityId) => at('sign-mou', { authorityId, groupId: null }).dueOn)).toEqual(['2017-10-30', '2017-10-31', '2017-11-01', '2017-11-02']);
    }
  });

  it('counts as it was moved last', () => {
    const first = { stepKey: 'share-out', scope: 'cycle', toOn: '2018-02-05' };
    expect(moved(first, { ...first, toOn: '2018-02-08' }).forScope('share-out', 'region').dueOn).toBe('2018-02-08');
  });

  it('as a group’s forum takes its notes along and leaves the other groups alone', () => {
    const move = { stepKey: 'forum', scope: 'wave:december/group:trafford', toOn: '2017-12-20' };
    expect(notesOf('trafford-1', move)).toEqual(['2017-12-20', '2018-01-09', '2018-01-24', '2018-03-07']);
    expect(notesOf('rochdale-1', move)).toEqual(notesOf('rochdale-1'));
    expect(notesOf('trafford-8', move)).toEqual(notesOf('trafford-8'));
  });

  it('as a wave keeps the order of its groups', () => {
    const { forumDay } = moved({ stepKey: 'forum', scope: 'wave:january', toOn: '2018-01-16' });
    expect(['blackburn', 'trafford', 'rochdale'].map((group) => forumDay('january', group))).toEqual(['2018-01-16', '2018-01-17', '2018-01-18']);
  });

  it('gives way to the forum that has been arranged', () => {
    const moves = [{ stepKey: 'forum', scope: 'wave:december/group:trafford', toOn: '2017-12-20' }];
    const { at } = scheduleOf({ ...CYCLE, moves, forumDays: [{ wave: 'december', groupId: 'trafford', onDay: '2017-12-15' }] });
    expect(['forum', 'prepare-forum', 'sign-notes'].map((key) => at(key, { authorityId: 'trafford-2', groupId: null }).dueOn)).toEqual(['2017-12-15', '2017-12-13', '2018-01-19']);
  });
});

describe('whatever is moved', () => {
  const day = fc.integer({ min: -120, max: 243 }).map((offset) => addDays(DAY_0, offset));
  const scope = fc.oneof(
    fc.constantFrom('cycle', 'wave:december', 'wave:january'),
    fc.constantFrom(...PLACES).map((place) => `wave:${place.wave}/group:${place.groupId}`),
    fc.constantFrom(...PLACES).map((place) => `authority:${place.authorityId}`),
  );
  const move = fc.record({ stepKey: fc.constantFrom(...NORTH_WEST_PROCESS.steps.map(({ key }) => key)), scope, toOn: day });

  it('every step keeps one day for each place, and days counted from others keep their distance', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const after = scheduleOf({ ...CYCLE, moves });
        expect(after.all).toHaveLength(schedule.all.length);
        for (const { step, place, dueOn, move: own } of after.all) {
          if (own || !place || step.due.from !== 'step') continue;
          expect(daysFrom(after.at(step.due.step, { authorityId: place.authorityId, groupId: null }).dueOn, dueOn)).toBe(step.due.offset);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('an authority that no move concerns keeps its days', () => {
    fc.assert(
      fc.property(fc.array(move.filter((one) => one.scope.startsWith('authority:')), { maxLength: 8 }), (moves) => {
        const after = scheduleOf({ ...CYCLE, moves });
        const concerned = new Set(moves.map((one) => one.scope));
        for (const one of after.all) {
          if (one.place && !concerned.has(one.scope)) expect(one.dueOn).toBe(schedule.forScope(one.step.key, one.scope).dueOn);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a date that is counted from a step of task and finish groups', () => {
  const days = (key: string, per: StepDefinition['per'], due: StepDefinition['due']): StepDefinition => ({ ...NORTH_WEST_PROCESS.steps[0]!, key, name: key, per, due, waitsFor: [], doneWhen: 'recorded' });
  const after = (step: string): StepDefinition['due'] => ({ from: 'step', step, offset: 10, unit: 'calendar' });
  const steps = [
    days('report', 'task-group', { from: 'anchor', offset: 30, unit: 'calendar' }),
    days('next', 'task-group', after('report')),
    ...(['region', 'wave', 'group', 'authority'] as const).map((per) => days(per, per, after('report'))),
    days('own', 'authority', { from: 'forum', offset: 0, unit: 'calendar' }),
    days('answer', 'task-group', after('own')),
  ];
  const dates = (taskGroupIds: string[], moves: Move[] = []) => {
    const { all } = scheduleOf({ ...CYCLE, template: { ...CYCLE.template, steps }, taskGroupIds, moves });
    return (key: string) => [...new Set(all.filter(({ step }) => step.key === key).map(({ dueOn }) => daysFrom(DAY_0, dueOn)))];
  };
  const outside = ['region', 'wave', 'group', 'authority'];

  it('is by the rule while there is none, and waits for the last of them for everybody outside, moves of one group included', () => {
    expect(outside.map(dates([]))).toEqual(outside.map(() => [40]));
    const moved = [{ stepKey: 'report', scope: 'group:one', toOn: addDays(DAY_0, 60) }];
    expect(outside.map(dates(['one', 'two'], moved))).toEqual(outside.map(() => [70]));
    expect(dates(['one', 'two'], moved)('next')).toEqual([70, 40]);
    expect(outside.map(dates(['one'], [{ stepKey: 'report', scope: 'cycle', toOn: addDays(DAY_0, 20) }]))).toEqual(outside.map(() => [30]));
  });

  it('and what a group owes after everybody’s own day waits for the last of those', () => {
    expect(dates(['one'])('answer')).toEqual([60]);
  });
});
