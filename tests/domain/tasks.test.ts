import { describe, expect, test } from 'vitest';
import type { Actor, HeldPost } from '@/domain/model';
import { bandOf, bandsOf, headingOf, stepTasks, summaryOf, tagOf, type Task } from '@/domain/tasks';
import { cycleOf, HALTON, paper, placeOf, post, stepsOn, WIGAN } from './a-cycle';

const TODAY = '2017-10-20';
const holder = (...posts: HeldPost[]): Pick<Actor, 'posts'> => ({ posts });
const tasksOf = (posts: HeldPost[], facts = cycleOf([placeOf(WIGAN), placeOf(HALTON)]), today = TODAY) => stepTasks({ actor: holder(...posts), facts, steps: stepsOn(facts, today), today });
const due = (key: string, dueOn: string | null): Task => ({ key, act: key, href: '/', why: '', as: '', dueOn, tag: { is: 'not-started' }, go: '' });

describe('the list', () => {
  test('is late, this week, later', () => {
    expect(['2017-10-19', '2017-10-20', '2017-10-27', '2017-10-28', null].map((on) => bandOf(on, TODAY))).toEqual(['late', 'week', 'week', 'later', 'later']);
  });
  test('stands in the order of the days, what has none last', () => {
    const { late, week, later } = bandsOf([due('c', null), due('b', '2017-12-01'), due('a', '2017-10-01'), due('z', '2017-11-01')], [], TODAY);
    expect([late, week, later].map((tasks) => tasks.map(({ key }) => key))).toEqual([['a'], [], ['z', 'b', 'c']]);
  });
  test('says how many in words', () => {
    const of = (late: number, week: number, later = 0) => ({ late: Array(late).fill(due('x', null)), week: Array(week).fill(due('x', null)), later: Array(later).fill(due('x', null)) });
    expect([of(0, 0), of(0, 1), of(1, 2, 3), of(20, 0)].map(headingOf)).toEqual(['Nothing is due from you', 'One thing is due from you', 'Six things are due from you', '20 things are due from you']);
    expect([of(0, 0), of(1, 0), of(1, 2), of(2, 1)].map(summaryOf)).toEqual(['', 'One is late.', 'One is late, two are due this week.', 'Two are late, one is due this week.']);
  });
  test('names lateness before everything, and what came back before nearness', () => {
    expect(tagOf('2017-10-16', TODAY, { is: 'comments', count: 3 })).toEqual({ is: 'late', days: 4 });
    expect(tagOf('2017-10-23', TODAY, { is: 'returned' })).toEqual({ is: 'returned' });
    expect(tagOf('2017-10-23', TODAY, { is: 'in-progress' })).toEqual({ is: 'due', days: 3 });
    expect(tagOf('2017-12-01', TODAY, { is: 'in-progress' })).toEqual({ is: 'in-progress' });
  });
});

describe('a step', () => {
  test('is a task of the post that owes it, never of the same office elsewhere', () => {
    expect(tasksOf([post('lead-member', { authority: WIGAN })]).mine.map(({ act, as }) => [act, as])).toEqual([['Sign the memorandum of understanding', 'Lead Member, Wigan']]);
    expect(tasksOf([post('lead-member', { authority: 'bury' })])).toEqual({ mine: [], waiting: [] });
    expect(tasksOf([])).toEqual({ mine: [], waiting: [] });
  });
  test('that came back says so and why', () => {
    const documents = { 'self-view': paper('self-view', ['put-for-signature', 'submitted', 'returned 2017-10-19 Incomplete'], { signed: ['lead-member'] }), mou: paper('mou', []) };
    const [task] = tasksOf([post('dcs', { authority: WIGAN })], cycleOf([placeOf(WIGAN, { documents })])).mine.filter(({ go }) => go === 'Mend it');
    expect([task!.act, task!.why, task!.tag, task!.href]).toEqual(['Mend the self-view', 'The region returned it: Incomplete', { is: 'returned' }, '/self-views/self-view-id']);
  });
  test('names the authority when it is another’s', () => {
    const session = { id: 's', forumId: 'f', onDay: '2017-12-13', endedOn: '2017-12-13' };
    const documents = { 'action-plan': paper('action-plan', ['submitted 2018-01-10']), mou: paper('mou', []) };
    const { mine } = tasksOf([post('dcs', { authority: HALTON })], cycleOf([placeOf(WIGAN, { documents, session })]), '2018-12-01');
    expect(mine.map(({ act, as, why }) => [act, as, why])).toEqual([['Review the action plan: Wigan', 'DCS, Halton', 'You are Wigan’s lead peer challenger.']]);
  });
  test('of more than three authorities in one post is one line', () => {
    const places = ['a', 'b', 'c', 'd'].map((id) => ({ ...placeOf(id, { session: { id, forumId: 'day', onDay: '2017-12-13', endedOn: null } }), name: id.toUpperCase() }));
    const facts = cycleOf(places, { packsIssuedOn: '2017-11-23' });
    const forums = (count: number) => tasksOf([post('group-lead', { group: true })], cycleOf(facts.places.slice(0, count), { packsIssuedOn: '2017-11-23' }), '2017-12-01').mine.map(({ act, href }) => [act, href]);
    expect(forums(4)).toEqual([['Hold the forum: 4 authorities', '/forums/day']]);
    expect(forums(3).map(([act]) => act)).toEqual(['Hold the forum: A', 'Hold the forum: B', 'Hold the forum: C']);
  });
});
