import { expect, test } from 'vitest';
import { sittingsOf } from '@/domain/documents/sittings';
import { bySection, shownBeside, shownVersions, takenOver } from '@/domain/documents/typed-sections';

const TEXT = [{ key: 'text', kind: 'text' as const, label: 'Text', hint: '' }];

test('the inputs of a page with one section have their own names, those of several say which', () => {
  expect(bySection({ judgement: 'x', 'strengths.a.text': 'y' }, ['practice'])).toEqual({ practice: { judgement: 'x', 'strengths.a.text': 'y' } });
  expect(bySection({ 'one/text': 'x', 'two/text': 'y', 'three/text': 'not of this page' }, ['one', 'two'])).toEqual({ one: { text: 'x' }, two: { text: 'y' } });
});

test('a version that is none counts as the first', () => {
  expect(shownVersions({ 'base:one': '4', 'base:two': '-1', 'base:three': 'x', 'base:four': '0', text: '9' })).toEqual({ one: 4, two: 1, three: 1, four: 0 });
  expect(shownBeside({ 'beside:one': 'id', 'beside:two': '' })).toEqual({ one: 'id' });
});

test('what others wrote comes under the names of the page', () => {
  const stands = (text: string) => ({ stands: { text }, fields: TEXT, errors: {} });
  expect(takenOver({ one: stands('Theirs.'), two: stands('Same.') }, { 'one/text': 'Mine.', 'two/text': 'Same.' })).toEqual({ values: { 'one/text': 'Theirs.' }, more: false, errors: {} });
  expect(takenOver({ notes: stands('Theirs.') }, { text: 'Mine.' }).values).toEqual({ text: 'Theirs.' });
});

test('saves of one person that follow closely are one sitting', () => {
  const save = (version: number, minute: number, savedBy: string | null) => ({ id: String(version), version, savedAt: new Date(minute * 60_000), savedBy });
  const sittings = sittingsOf([save(5, 60, 'ann'), save(4, 50, 'ann'), save(3, 49, 'ben'), save(2, 40, 'ann'), save(1, 10, 'ann')]);
  expect(sittings.map(({ last, saves, begunAt }) => [last.version, saves, begunAt.getTime() / 60_000])).toEqual([[5, 2, 50], [3, 1, 49], [2, 1, 40], [1, 1, 10]]);
});
