import { expect, test } from 'vitest';
import { SELF_VIEW_TEMPLATE as template } from '../../../prisma/reference/self-view-template';
import { carryForward, earlierPlaces, yearsNamed, type Carried } from '@/domain/self-views/carry-forward';

const fieldsOf = (key: string) => template.sections.find((section) => section.key === key)!.fields;
const point = (thread: string, text: string) => ({ id: thread, thread, text, tag: '' });
const view = (cycle: string, areas: object[], strengths: object[] = []) => ({ cycle, template, sections: [{ key: 'care-leavers', title: 'Care leavers', content: { areas, strengths } }] });

const carried: Carried = {
  earlier: [view('2016/17', [point('a', 'Housing'), point('b', 'Keeping in touch')]), view('2015/16', [point('b', 'Keeping in touch')], [point('c', 'Local offer')])],
  openActions: [{ id: 'action-1', cycle: '2016/17', text: 'Audit every pathway plan' }],
  exceptions: [{ id: 'care-leavers-eet', name: 'In education, employment or training', figure: '44%', standing: 'weakest' }],
};

test('open actions and last year’s areas for development stand in this year’s progress', () => {
  const { content, added } = carryForward(fieldsOf('progress'), {}, carried);
  expect(added).toBe(3);
  expect((content.rows as { id: string; from: string; cycle: string; title: string; status: string }[]).map(({ id, from, cycle, title, status }) => [id, from, cycle, title, status])).toEqual([
    ['action-1', 'action', '2016/17', 'Audit every pathway plan', ''],
    ['a', 'area', '2016/17', 'Housing', ''],
    ['b', 'area', '2016/17', 'Keeping in touch', ''],
  ]);
});

test('what was written already stays, and only what is new is laid beside it', () => {
  const first = carryForward(fieldsOf('progress'), {}, { ...carried, openActions: [] }).content;
  const written = { ...first, rows: (first.rows as { id: string }[]).map((row) => (row.id === 'a' ? { ...row, status: 'embedded' } : row)) };
  const { content, added } = carryForward(fieldsOf('progress'), written, carried);
  expect(added).toBe(1);
  expect((content.rows as { id: string; status: string }[]).map(({ id, status }) => `${id} ${status}`)).toEqual(['a embedded', 'b ', 'action-1 ']);
  expect(carryForward(fieldsOf('progress'), content, carried).added).toBe(0);
});

test('a strength or area is followed by its thread over three years', () => {
  const { content } = carryForward(fieldsOf('tracker'), {}, carried);
  expect((content.rows as { id: string; of: string; cycles: string[] }[]).map(({ id, of, cycles }) => [id, of, cycles])).toEqual([
    ['a', 'area', ['2016/17']],
    ['b', 'area', ['2015/16', '2016/17']],
    ['c', 'strength', ['2015/16']],
  ]);
  expect(['new', 'a', 'b'].map((thread) => yearsNamed(thread, carried.earlier))).toEqual(['New this year', 'Second year', 'Third year']);
});

test('a figure that stands out asks to be answered', () => {
  expect(carryForward(fieldsOf('exceptions'), {}, carried).content.rows).toEqual([
    { id: 'care-leavers-eet', name: 'In education, employment or training', figure: '44%', standing: 'weakest', agree: '', why: '', doing: '' },
  ]);
});

test('last year’s place on the journey is known by enabler', () => {
  const last = { cycle: '2016/17', template, sections: [{ key: 'journey', title: 'Journey grid', content: { grid: { placements: { workforce: { stage: 1, half: 'established', rationale: 'Then' }, partners: {} } } } }] };
  expect(earlierPlaces(last)).toEqual({ workforce: { place: { stage: 1, half: 'established' }, rationale: 'Then' } });
});
