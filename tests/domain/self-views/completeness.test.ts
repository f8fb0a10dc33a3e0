import { expect, test } from 'vitest';
import { SELF_VIEW_TEMPLATE } from '../../../prisma/reference/self-view-template';
import { hasBegun, whatIsMissing } from '@/domain/self-views/completeness';
import { emptyContent, type Content } from '@/domain/self-views/content';
import { standing } from '@/domain/self-views/standing';
import { countWords } from '@/domain/words';

const fieldsOf = (key: string) => SELF_VIEW_TEMPLATE.sections.find((section) => section.key === key)!.fields;
const missing = (key: string, content: Content) => whatIsMissing(fieldsOf(key), content, SELF_VIEW_TEMPLATE.journey);

test('an empty section lacks everything that its template asks', () => {
  expect(missing('care-leavers', {})).toEqual([
    'Nothing written: What is it like to leave care here?',
    'Strengths: none yet',
    'Areas for development: none yet',
    'No evidence yet',
    'Not answered: How sure are you of this judgement?',
  ]);
});

test('words over the limit are counted, and kinds of evidence that are not there are named', () => {
  const content = { judgement: 'word '.repeat(301), strengths: [{ id: 'a', thread: 'a', text: 'x' }], areas: [{ id: 'b', thread: 'b', text: 'x' }], evidence: [{ id: 'c', kind: 'data' }, { id: 'd', kind: 'audit' }], confidence: 'low' };
  expect(missing('care-leavers', content)).toEqual(['1 word over 300: What is it like to leave care here?', 'No evidence yet from voice and review']);
});

test('the grid wants seven places, a reason for each, and one judgement of the whole', () => {
  expect(missing('journey', { grid: { placements: { workforce: { stage: 2, half: 'early', rationale: 'Because' }, partners: { stage: 1, half: 'early' } } } })).toEqual([
    '2 of 7 enablers are placed',
    '1 of 2 places say why',
    'No judgement of the whole yet',
  ]);
});

test('what was carried forward is no beginning; the first word is', () => {
  const carried = { id: 'x', from: 'action', title: 'Audit neglect' };
  expect(hasBegun(fieldsOf('progress'), emptyContent(fieldsOf('progress')))).toBe(false);
  expect(hasBegun(fieldsOf('progress'), { rows: [carried] })).toBe(false);
  expect(hasBegun(fieldsOf('progress'), { rows: [{ ...carried, status: 'embedded' }] })).toBe(true);
});

test('words are counted as a reader counts them', () => {
  expect(['', '  \n ', 'one', ' one  two\n\nthree-four '].map(countWords)).toEqual([0, 0, 1, 3]);
});

test('a figure stands out in the best or weakest fifth of five or more', () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect([1, 2, 3, 8, 9, 10].map((own) => standing(own, all, 'lower'))).toEqual(['best', 'best', null, null, 'weakest', 'weakest']);
  expect(standing(10, all, 'higher')).toBe('best');
  expect(standing(1, [1, 2, 3, 4], 'lower')).toBeNull();
  expect(standing(5, [5, 5, 5, 5, 5], 'lower')).toBeNull();
});
