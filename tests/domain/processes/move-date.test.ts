import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import { notToMove, planMove, scopesToMove } from '@/domain/processes/move-date';
import { whoIsTold } from '@/domain/processes/who-is-told';
import { CYCLE, GROUPS, PLACES } from './parts';

const TODAY = '2017-10-02';
const cycle: CycleSchedule = {
  ...CYCLE,
  id: 'cycle',
  regionId: 'region',
  name: '2017/18',
  closedAt: null,
  packsIssuedAt: null,
  groups: GROUPS.map((id, index) => ({ id, name: id, ordinal: index + 1 })),
  places: PLACES.map((place) => ({ ...place, name: place.authorityId, slug: place.authorityId, leadChallengerAuthorityId: 'rochdale-1' })),
  moves: [],
  forumDays: [],
};

const because = (stepKey: string, scope: string, toOn: string, { reason = 'The venue is closed', of = cycle, today = TODAY } = {}) => {
  const fault = notToMove(of, { stepKey, scope, toOn, reason }, today);
  return fault && isRefusal(fault) ? fault.because : null;
};

describe('a date cannot be moved', () => {
  it('to January of the wrong year, as the source prints its forums', () => {
    expect(because('forum', 'wave:january', '2017-01-10')).toBe('New day: Tuesday 10 January 2017 is outside the cycle, which runs from Wednesday 26 July 2017 to Tuesday 24 July 2018.');
  });

  it('out of the cycle at its other end, itself or by what hangs on it', () => {
    expect(because('sign-programme', 'cycle', '2018-07-25')).toContain('New day: Wednesday 25 July 2018 is outside the cycle');
    expect(because('review-plan', 'wave:january', '2018-07-24')).toBeNull();
    expect(because('sign-notes', 'wave:january', '2018-04-30')).toBe('New day: “Action plan reviewed” for blackburn-5 would fall on Monday 3 September 2018, outside the cycle, which runs from Wednesday 26 July 2017 to Tuesday 24 July 2018.');
  });

  it('to a day that has passed', () => {
    expect(because('sign-mou', 'cycle', '2017-10-01')).toBe('New day: Sunday 1 October 2017 has passed. A date can be moved to today or later.');
    expect(because('sign-mou', 'cycle', TODAY)).toBeNull();
  });

  it('before what it waits for', () => {
    expect(because('forum', 'wave:december', '2017-11-22')).toBe('New day: Wednesday 22 November 2017 is before “Packs and questions issued”, for which it waits and which is due on Thursday 23 November 2017.');
    expect(because('sign-self-view', 'authority:trafford-1', '2017-10-26')).toBe('New day: Thursday 26 October 2017 is before “Self-view written” for trafford-1, for which it waits and which is due on Friday 27 October 2017.');
  });

  it('past a step that follows', () => {
    expect(because('issue-packs', 'cycle', '2017-12-05')).toBe(
      'New day: “Pack and questions read” for blackburn-1 is due on Friday 1 December 2017, which would then be before “Packs and questions issued” on Tuesday 5 December 2017. Move “Pack and questions read” first.',
    );
    expect(because('sign-self-view', 'cycle', '2017-10-30')).toContain('Move “Self-view submitted and accepted” first.');
  });

  it('without a reason, for nobody, to where it is, or in a closed cycle', () => {
    expect(because('sign-notes', 'wave:december', '2018-01-22', { reason: '  ' })).toBe('Reason: say why the date moves. Those who are told will read it.');
    expect(because('sign-notes', 'cycle', '2018-01-22')).toBe('For whom: choose for whom the date moves.');
    expect(because('open-cycle', 'cycle', '2017-10-22')).toBe('For whom: choose for whom the date moves.');
    expect(because('sign-notes', 'wave:december', '2018-01-17')).toBe('New day: it is Wednesday 17 January 2018 already.');
    expect(because('sign-notes', 'wave:december', '2018-01-22', { of: { ...cycle, closedAt: new Date('2018-07-24T09:00:00Z') } })).toBe('The 2017/18 cycle is closed: its dates stand.');
  });

  it('when it is the day of a forum that has been arranged', () => {
    const of = { ...cycle, forumDays: [{ forumId: 'forum', wave: 'december', groupId: 'trafford', onDay: '2017-12-13' }] };
    const sentence = 'The forum of the trafford group is arranged for Wednesday 13 December 2017. Change the forum itself: its date and its invitations move with it.';
    for (const scope of ['wave:december', 'wave:december/group:trafford', 'authority:trafford-1']) expect(because('forum', scope, '2017-12-18', { of })).toBe(sentence);
    expect(because('forum', 'wave:december/group:rochdale', '2017-12-18', { of })).toBeNull();
  });
});

describe('a move says first what it does', () => {
  it('which dates it sets, which follow, and who is told', () => {
    const plan = planMove(cycle, { stepKey: 'sign-notes', scope: 'authority:trafford-1', toOn: '2018-01-19' });
    expect(plan.moved.map(({ day, from, to }) => [day.step.key, from, to])).toEqual([['sign-notes', '2018-01-17', '2018-01-19']]);
    expect(plan.following.map(({ day, from, to }) => [day.step.key, from, to])).toEqual([
      ['annual-conversation', '2018-02-14', '2018-02-16'],
      ['action-plan', '2018-02-28', '2018-03-02'],
      ['review-plan', '2018-05-23', '2018-05-25'],
    ]);
    expect(plan.conflicts).toEqual([]);
    expect(whoIsTold(cycle, [...plan.moved, ...plan.following])).toEqual([
      { post: 'DCS', of: ['rochdale-1', 'trafford-1'] },
      { post: 'Lead Member', of: ['trafford-1'] },
      { post: 'Chief Executive', of: ['trafford-1'] },
    ]);
  });

  it('for whom it can be: not for everyone where each wave has its day', () => {
    const step = (key: string) => cycle.template.steps.find((one) => one.key === key)!;
    expect(scopesToMove(cycle, step('share-out'))).toEqual(['cycle']);
    expect(scopesToMove(cycle, step('group-actions'))).toEqual(['cycle', 'group:blackburn', 'group:trafford', 'group:rochdale']);
    expect(scopesToMove(cycle, step('sign-mou')).slice(0, 3)).toEqual(['cycle', 'wave:december', 'wave:december/group:blackburn']);
    expect(scopesToMove(cycle, step('action-plan'))).toHaveLength(2 + 6 + 23);
    expect(scopesToMove(cycle, step('action-plan'))).not.toContain('cycle');
  });
});
