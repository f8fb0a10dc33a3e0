import { expect, test } from 'vitest';
import type { FieldDefinition } from '@/domain/documents/template';
import { earlierPoints, offeredToJoin, ownThread, threadsOf, type ViewOfYear } from '@/domain/self-views/threads';

const field = (key: string, kind: FieldDefinition['kind'], of?: 'strength' | 'area'): FieldDefinition => ({ key, kind, label: key, hint: '', ...(of ? { of } : {}) });
const section = (key: string, fields: FieldDefinition[]) => ({ key, title: key, guidance: '', fields }) as never;
const point = (id: string, thread: string, text: string) => ({ id, thread, text, tag: '' });

/** Strengths and areas stand in `sectionKey`; the template of each year may call it otherwise. */
function year(cycle: string, sectionKey: string, named: { strengths?: object[]; areas?: object[]; progress?: object[]; tracker?: object[] }, more: Partial<ViewOfYear> = {}): ViewOfYear {
  return {
    documentId: cycle,
    cycle,
    draft: false,
    actions: [],
    template: { sections: [section(sectionKey, [field('strengths', 'points', 'strength'), field('areas', 'points', 'area')]), section('progress', [field('rows', 'progress')]), section('tracker', [field('rows', 'tracker')])] },
    sections: [
      { key: sectionKey, title: `The ${sectionKey}`, content: { strengths: named.strengths ?? [], areas: named.areas ?? [] } },
      { key: 'progress', title: 'Progress', content: { rows: named.progress ?? [] } },
      { key: 'tracker', title: 'Tracker', content: { rows: named.tracker ?? [] } },
    ],
    ...more,
  };
}

const tracked = (id: string, state: string) => ({ id, of: 'area', text: 't', cycles: [], state, words: 'In a sentence' });
const states = (...views: ViewOfYear[]) => Object.fromEntries(threadsOf(views).map(({ thread, state }) => [thread, state]));

test('a thread is new, goes on, is resolved or is no longer named', () => {
  const first = year('2015/16', 'help', { areas: [point('a', 'housing', 'Housing'), point('b', 'visits', 'Visits'), point('c', 'plans', 'Plans'), point('d', 'dental', 'Dental checks')] });
  const second = year('2016/17', 'help', { areas: [point('e', 'housing', 'Housing, still'), point('f', 'agency', 'Agency workers')], tracker: [tracked('visits', 'resolved'), tracked('plans', 'continuing')] });
  expect(states(first, second)).toEqual({ housing: 'persisting', agency: 'new', visits: 'resolved', plans: 'not-first', dental: 'no-longer-named' });
  expect(states(first, { ...second, draft: true })).toMatchObject({ dental: 'not-said', visits: 'resolved' });
  expect(states(first)).toMatchObject({ housing: 'new' });
});

test('one that was resolved and is named again goes on; one that was not named for a year and then resolved is resolved', () => {
  const views = [year('1', 'help', { areas: [point('a', 't', 'T')] }), year('2', 'help', { tracker: [tracked('t', 'resolved')] }), year('3', 'help', { areas: [point('b', 't', 'T again')] })];
  expect(states(...views)).toEqual({ t: 'persisting' });
  expect(states(...views.slice(0, 2), year('3', 'help', {}))).toEqual({ t: 'resolved' });
});

test('a thread is found whatever the section and the template of the year call it, with its words in each', () => {
  const [thread] = threadsOf([year('2015/16', 'help', { areas: [point('a', 't', 'Timeliness')] }), year('2016/17', 'front-door', { areas: [point('b', 't', 'Timely assessments')] })]);
  expect(thread!.years.map(({ cycle, named }) => [cycle, named?.section, named?.text])).toEqual([['2015/16', 'The help', 'Timeliness'], ['2016/17', 'The front-door', 'Timely assessments']]);
  expect([thread!.text, thread!.named]).toEqual(['Timely assessments', 2]);
});

test('with each year stands the progress that was told and the actions whose finding says the same', () => {
  const progress = { id: 't', from: 'area', cycle: '1', title: 'Timeliness', status: 'embedded', impact: 'Shorter waits', evidence: '', next: '' };
  const action = (id: string, finding: string) => ({ id, documentId: 'plan', finding, action: 'Do it', dueOn: '2018-01-01', standing: 'Open' });
  const views = [year('1', 'help', { areas: [point('a', 't', 'Timeliness of assessments')] }, { actions: [action('x', 'The timeliness of assessments'), action('y', 'Housing for care leavers')] }), year('2', 'help', { progress: [progress, { ...progress, id: 'other' }] })];
  const [thread] = threadsOf(views);
  expect(thread!.years.map(({ actions, progress: rows }) => [actions.map(({ id }) => id), rows.map(({ impact }) => impact)])).toEqual([[['x'], []], [[], ['Shorter waits']]]);
});

test('a point typed anew with last year’s words is offered to be joined, unless that one goes on already', () => {
  const earlier = earlierPoints([year('2016/17', 'help', { areas: [point('a', 't', 'Timeliness of assessments'), point('b', 'u', 'Housing')] }), year('2015/16', 'help', { areas: [point('c', 't', 'Older words')] })]);
  expect(earlier.map(({ thread, text, cycle }) => [thread, text, cycle])).toEqual([['t', 'Timeliness of assessments', '2016/17'], ['u', 'Housing', '2016/17']]);
  const fresh = { thread: 'fresh', text: 'The timeliness of assessments' };
  expect(offeredToJoin(fresh, earlier, new Set(['fresh']))?.thread).toBe('t');
  expect(offeredToJoin(fresh, earlier, new Set(['fresh', 't']))).toBe(null);
  expect(offeredToJoin({ ...fresh, thread: 't' }, earlier, new Set(['t']))).toBe(null);
  expect(offeredToJoin({ thread: 'fresh', text: 'School attendance' }, earlier, new Set())).toBe(null);
});

test('a point that is split off gets a thread that no earlier year has', () => {
  const earlier = earlierPoints([year('2016/17', 'help', { areas: [point('a', 'a', 'Timeliness')] })]);
  expect([ownThread('b', earlier), ownThread('a', earlier)]).toEqual(['b', 'new-a']);
});
