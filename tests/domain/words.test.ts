import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { countWords, wordsLeft, wordsOf } from '@/domain/words';

test.each([
  ['', 0],
  [' \n\n ', 0],
  ['One two\tthree\nfour', 4],
  ['Children’s well-being – at 7.4 %', 4],
  ['## A heading\n\n- one\n- two\n  1. three\n\n> four', 6],
  ['**Bold** and *slanted* and ~~struck~~', 5],
  ['** alone ** * - # |', 1],
  ['See [the audit of May](https://example.org/a/b?c=d) here', 6],
  ['See https://example.org/a', 2],
  ['| Measure | Wigan |\n| --- | ---: |\n| Second plans | 23.8 |', 5],
  ['It is {{figure:re-referrals}} and {{ figure : Second plans }}.', 5],
  ['12. December was cold', 3],
  ['In 2017 there were 12. Then 14.', 7],
])('%j counts %i', (text, words) => expect(countWords(text)).toBe(words));

it('counts as the words would be counted without their marks', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.constantFrom(['', ''], ['# ', ''], ['- ', ''], ['3. ', ''], ['> - ', ''], ['**', '**'], ['[', '](https://example.org)'], ['| ', ' |'], ['_', '_']), (words, [before, after]) => {
      expect(countWords(`${before}${words.join(' ')}${after}`)).toBe(words.length);
    }),
  );
});

it('counts blocks one by one, and line endings for nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, two) => {
      const [a, b] = [one, two].map((text) => text.replaceAll(/[[\]{}|]/g, '')) as [string, string];
      expect(countWords(`${a}\n\n${b}`)).toBe(countWords(a) + countWords(b));
      expect(countWords(`${a}\n${b}`.replaceAll('\n', '\r\n'))).toBe(countWords(`${a}\n${b}`));
    }),
  );
});

test('a limit is said beside the text, and aloud as it comes near', () => {
  expect([wordsOf('one two', 3), wordsOf('one two three four', 3)]).toEqual(['2 of 3 words', '4 words, 1 over 3. It is saved all the same']);
  const said = [9, 17, 18, 19, 20, 21].map((n) => wordsLeft('word '.repeat(n), 20));
  expect(said).toEqual(['', '', 'Nearly at the limit of 20 words.', 'Nearly at the limit of 20 words.', 'The limit of 20 words is reached.', 'Over the limit of 20 words. It is saved all the same.']);
});
