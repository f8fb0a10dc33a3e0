import { describe, expect, it } from 'vitest';
import { dayRows } from '@/domain/processes/day-rows';
import { scheduleOf, type Move } from '@/domain/processes/schedule';
import { CYCLE } from './parts';

const names = { wave: (key: string) => key, group: (id: string) => id, authority: (id: string) => id, groupTitle: (id: string) => id, everyGroup: 'every group' };
const rows = (stepKey: string, moves: Move[] = []) =>
  dayRows(scheduleOf({ ...CYCLE, moves }).all.filter((day) => day.step.key === stepKey), names).map(({ whom, dueOn, count, move }) => [whom, dueOn, count, move?.scope ?? null]);

describe('the days of a step are said in as few lines as they can be', () => {
  it('for the region, for every authority, by wave, by group', () => {
    expect(rows('share-out')).toEqual([['The region', '2018-02-01', 1, null]]);
    expect(rows('group-actions')).toEqual([['Every group', '2018-03-13', 3, null]]);
    expect(rows('sign-mou')).toEqual([['Every authority', '2017-10-27', 23, null]]);
    expect(rows('sign-notes')).toEqual([['december', '2018-01-17', 12, null], ['january', '2018-02-15', 11, null]]);
    expect(rows('forum').map(([whom]) => whom)).toEqual(['blackburn, december', 'trafford, december', 'rochdale, december', 'blackburn, january', 'trafford, january', 'rochdale, january']);
  });

  it('with an authority apart when its day alone was moved', () => {
    expect(rows('sign-notes', [{ stepKey: 'sign-notes', scope: 'authority:trafford-2', toOn: '2018-01-22' }])).toEqual([
      ['blackburn, december', '2018-01-17', 4, null],
      ['trafford, december', '2018-01-17', 3, null],
      ['trafford-2', '2018-01-22', 1, 'authority:trafford-2'],
      ['rochdale, december', '2018-01-17', 4, null],
      ['january', '2018-02-15', 11, null],
    ]);
  });
});
