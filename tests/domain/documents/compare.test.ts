import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareParagraphs, compareVersions } from '@/domain/documents/compare';

const section = (key: string, text: string) => ({ key, title: key, text });

test('a changed paragraph stands beside what it was', () => {
  expect(compareParagraphs('One.\n\nTwo is here now.\n\nThree.', 'One.\n\nTwo was here now.\n\nThree.')).toEqual([
    { before: 'One.', after: 'One.' },
    { before: 'Two is here now.', after: 'Two was here now.' },
    { before: 'Three.', after: 'Three.' },
  ]);
});

test('a new paragraph has nothing before it and a removed one nothing after', () => {
  expect(compareParagraphs('Stays.\n\nGoes away entirely.', 'Stays.\n\nBrand new words.')).toEqual([
    { before: 'Stays.', after: 'Stays.' },
    { before: 'Goes away entirely.', after: null },
    { before: null, after: 'Brand new words.' },
  ]);
});

test('each section is the same, changed, new or gone', () => {
  const changes = compareVersions([section('a', 'x'), section('b', 'y'), section('gone', 'z')], [section('new', 'n'), section('a', 'x'), section('b', 'other words')]);
  expect(changes.map(({ key, state }) => `${key} ${state}`)).toEqual(['new added', 'a same', 'b changed', 'gone removed']);
});

const text = fc.array(fc.constantFrom('alpha beta', 'alpha gamma', 'delta', 'epsilon zeta'), { maxLength: 6 }).map((paragraphs) => paragraphs.join('\n\n'));

test('nothing is lost or invented: both texts can be read back from the comparison', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = compareParagraphs(before, after);
      expect(changes.flatMap((change) => change.before ?? []).join('\n\n')).toBe(before);
      expect(changes.flatMap((change) => change.after ?? []).join('\n\n')).toBe(after);
    }),
  );
});
