import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textBlocks } from '@/domain/markdown/blocks';
import { blocksFromLines, canonical, linesOf, textFromLines } from '@/domain/markdown/lines';

const SIGNS = ['*', '**', '_', '`', '~~', '#', '## ', '- ', '1. ', '7) ', '> ', '| a | b |\n|---|---|\n| c | d |', '[a](https://b.example)', '\\', '\n', '\n\n', '  ', '\t', '<b>', '&amp;', '![x](y)', '---', '```', '=', '+ ', '|'];
const texts = fc.array(fc.oneof(fc.constantFrom(...SIGNS), fc.lorem({ maxCount: 3 }), fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 16 }).map((parts) => parts.join(''));

test('a text that goes through lines and back is the same text, sign for sign', () => {
  fc.assert(fc.property(texts, (text) => textFromLines(linesOf(textBlocks(text)), text) === text), { numRuns: 2000 });
});

test('words that were typed in a word processor mean the same once they are Markdown (an address becomes a link)', () => {
  const said = (text: string) => JSON.stringify(linesOf(textBlocks(text)));
  fc.assert(
    fc.property(fc.array(texts.map((text) => text.replace(/\s+/g, ' ').replace(/https?:|www\.|@/gi, '').trim()).filter((text) => text !== ''), { minLength: 1, maxLength: 3 }), (paragraphs) => {
      const lines = linesOf(blocksFromLines(paragraphs.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }], quoted: false, under: 0 }))));
      const text = textFromLines(lines, '');
      expect(said(text)).toBe(JSON.stringify(lines));
    }),
    { numRuns: 1500 },
  );
});

test('lists, quotations, tables and looks survive as they are', () => {
  for (const text of ['- a\n  - b\n    1. c\n- d', '1. a\n2. b\n   - c', '> one\n>\n> two', '**a** *b* ~~c~~ `d` ***e***', '| a | b |\n|---|---|\n| c \\| d | **e** |', '## A heading', 'a\\\nb', '[a **b**](https://c.example/)']) expect(canonical(text)).toBe(text);
});
