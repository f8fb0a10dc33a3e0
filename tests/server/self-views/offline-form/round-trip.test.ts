import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReference, REFERENCE_PROPERTY } from '@/domain/offline-form/form';
import { A_FULL_FORM, back, laidOver, REFERENCE, SHORT, TEMPLATE, written, type Contents } from './a-form';

test('a form that comes back as it went out changes nothing, and all is found', async () => {
  for (const contents of [{}, A_FULL_FORM]) {
    const read = back(await written(contents), contents);
    expect(read.unplaced).toEqual([]);
    expect(read.missing).toEqual([]);
    expect(read.found).toBe(TEMPLATE.sections.flatMap(({ fields }) => fields).length);
    expect(laidOver(contents, read.typed)).toEqual(laidOver(contents, {}));
    expect(readReference(read.properties[REFERENCE_PROPERTY] ?? '')).toEqual(REFERENCE);
  }
});

const SIGNS = ['*', '**', '_', '`', '~~', '#', '## ', '- ', '1. ', '7) ', '> ', '| a | b |\n|---|---|\n| c | d |', '[a](https://b.example)', '[x](javascript:y)', '\\', '\n', '\n\n', '  ', '\t', '<b>', '&amp;', '“', '’', 'é', 'ŵ', '🙂', '\u0007', '\u00a0', '{{figure:x}}', '3.1 What', 'Write here', '---', '***', '```', 'No.', '1'];
const words = fc.array(fc.oneof(fc.constantFrom(...SIGNS), fc.lorem({ maxCount: 4 }), fc.string({ maxLength: 8, unit: 'binary' })), { maxLength: 14 }).map((parts) => parts.join(''));

const contents: fc.Arbitrary<Contents> = fc.record({
  context: fc.record({ changes: words, strengths: fc.array(fc.record({ text: words.filter((text) => text.trim() !== ''), tag: words.map((text) => text.slice(0, 80)) }), { maxLength: 3 }).map((rows) => rows.map((row, index) => ({ id: `s${index}`, thread: `s${index}`, ...row }))) }),
  progress: fc.record({ summary: words, rows: fc.array(fc.record({ from: fc.constantFrom('action', 'own'), cycle: fc.constant('2016/17'), title: fc.constant('A priority'), status: fc.constantFrom('', 'embedded'), impact: words, evidence: words, next: words }), { maxLength: 2 }).map((rows) => rows.map((row, index) => ({ id: `p${index}`, ...row }))) }),
  journey: fc.record({ grid: fc.record({ placements: fc.record({ overall: fc.record({ stage: fc.constant(3), half: fc.constantFrom('early', 'established'), rationale: words, evidence: words }) }) }) }),
  'asks-and-offers': fc.record({ themes: words }),
}) as never;

test('whatever was typed, out and back in is the same, sign for sign', async () => {
  await fc.assert(
    fc.asyncProperty(contents, async (went) => {
      const read = back(await written(went, SHORT), went, SHORT);
      expect(laidOver(went, read.typed)).toEqual(laidOver(went, {}));
      expect(read.unplaced).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
