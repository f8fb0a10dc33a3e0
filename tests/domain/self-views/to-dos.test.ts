import { expect, test } from 'vitest';
import type { FieldDefinition } from '@/domain/documents/template';
import { countedByKind, toDos, type SectionStanding } from '@/domain/self-views/to-dos';

const field = (key: string, kind: FieldDefinition['kind'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({ key, kind, label: key, hint: '', ...more });
const fields = [field('judgement', 'text', { limit: 20 }), field('strengths', 'points', { of: 'strength' }), field('evidence', 'evidence')];
const whole = { judgement: 'It is good and we know it.', strengths: [{ id: 's', thread: 's', text: 'Care', tag: '' }], evidence: ['data', 'audit', 'voice', 'review'].map((kind) => ({ id: kind, kind, words: 'w', on: '', fileId: null })) };
const standing = (content: object, more: Partial<SectionStanding> = {}): SectionStanding => ({ definition: { key: 'help', fields }, content: content as SectionStanding['content'], ready: true, openComments: 0, beside: 0, childData: 0, writers: [], ...more });
const said = (section: SectionStanding) => toDos([section], undefined, '2017-10-09').map(({ kind, fieldKey, words }) => [kind, fieldKey, words]);

test('a section that lacks nothing is not in the list', () => {
  expect(said(standing(whole))).toEqual([]);
});

test('an empty section is one line, with its writer where the day has passed', () => {
  const writers = [{ post: 'Contributor, Wigan', dueOn: '2017-10-06' }, { post: 'AD, Wigan', dueOn: '2017-10-09' }];
  expect(said(standing({}, { ready: false, writers }))).toEqual([
    ['overdue', null, 'Contributor, Wigan was to have it ready by Friday 6 October 2017'],
    ['empty', null, 'Begin this section'],
  ]);
});

test('a section that was begun says each thing with its place, the gravest first', () => {
  expect(said(standing({ ...whole, judgement: 'Good.', evidence: [] }, { ready: false, openComments: 2, beside: 1, childData: 1 }))).toEqual([
    ['child-data', null, 'One place looks like data about a child'],
    ['beside', null, 'Two people changed the same words: choose which stand'],
    ['evidence', 'evidence', 'No evidence yet'],
    ['short', 'judgement', '1 word of up to 20: judgement'],
    ['comments', null, '2 comments to settle'],
    ['not-ready', null, 'Mark it ready when it can be reviewed'],
  ]);
});

test('words over the limit and answers that are not there are told apart and counted', () => {
  const long = Array.from({ length: 23 }, () => 'word').join(' ');
  const list = toDos([standing({ ...whole, judgement: long }), standing({ ...whole, strengths: [] })], undefined, '2017-10-09');
  expect(list.map(({ words }) => words)).toEqual(['3 words over 20: judgement', 'strengths: none yet']);
  expect(countedByKind(list).map(({ kind, count }) => [kind, count])).toEqual([['missing', 1], ['over-limit', 1]]);
});
