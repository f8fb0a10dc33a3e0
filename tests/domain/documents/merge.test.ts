import { expect, test } from 'vitest';
import fc from 'fast-check';
import { bothTexts, differences, joinTexts } from '@/domain/documents/join-texts';
import { mergeContent, valueAt, withValueAt } from '@/domain/documents/merge';
import { mergeText, stretchesOf } from '@/domain/documents/merge-text';

const row = (id: string, text: string) => ({ id, thread: id, text, tag: '' });

test('changes to different fields are put together', () => {
  const base = { know: 'a', how: 'b', confidence: '' };
  expect(mergeContent(base, { ...base, know: 'theirs' }, { ...base, how: 'mine', confidence: 'high' })).toEqual({
    value: { know: 'theirs', how: 'mine', confidence: 'high' },
    conflicts: [],
  });
});

test('changes to different paragraphs of one text are put together, neighbours too', () => {
  expect(mergeText('One.\n\nTwo.\n\nThree.', 'One, theirs.\n\nTwo.\n\nThree.', 'One.\n\nTwo, mine.\n\nThree.\n\nFour.')).toBe('One, theirs.\n\nTwo, mine.\n\nThree.\n\nFour.');
});

test('the same words changed by two stay as they are saved, and are named', () => {
  expect(mergeContent({ judgement: 'One.' }, { judgement: 'One, theirs.' }, { judgement: 'One, mine.' })).toEqual({ value: { judgement: 'One, theirs.' }, conflicts: ['judgement'] });
});

test('rows added by two are all kept, in order', () => {
  expect(mergeContent({ strengths: [row('a', 'A')] }, { strengths: [row('a', 'A'), row('b', 'B')] }, { strengths: [row('a', 'A'), row('c', 'C')] })).toEqual({
    value: { strengths: [row('a', 'A'), row('b', 'B'), row('c', 'C')] },
    conflicts: [],
  });
});

test('a row taken out by one and left alone by the other is gone; one that the other changed stays and is named', () => {
  const base = { areas: [row('a', 'A'), row('b', 'B')] };
  expect(mergeContent(base, base, { areas: [row('b', 'B')] }).value).toEqual({ areas: [row('b', 'B')] });
  expect(mergeContent(base, { areas: [row('a', 'A, changed'), row('b', 'B')] }, { areas: [row('b', 'B')] })).toEqual({
    value: { areas: [row('a', 'A, changed'), row('b', 'B')] },
    conflicts: ['areas.a'],
  });
});

test('no word of either is lost: it stands in the merged text, or the place is named', () => {
  const words = fc.array(fc.constantFrom('one', 'two', 'three', 'four', 'five'), { maxLength: 5 }).map((paragraphs) => paragraphs.join('\n\n'));
  fc.assert(
    fc.property(words, fc.array(fc.nat(4), { maxLength: 3 }), fc.array(fc.nat(4), { maxLength: 3 }), (base, theirEdits, myEdits) => {
      const edit = (text: string, edits: number[], mark: string) => edits.reduce((parts, at) => parts.with(Math.min(at, parts.length - 1), `${mark}${at}`), text.split('\n\n')).join('\n\n');
      const [theirs, mine] = [edit(base, theirEdits, 'theirs'), edit(base, myEdits, 'mine')];
      const merged = mergeText(base, theirs, mine);
      if (merged === null) return;
      for (const paragraph of [...theirs.split('\n\n'), ...mine.split('\n\n')]) {
        if (/^(theirs|mine)/.test(paragraph)) expect(merged.split('\n\n')).toContain(paragraph);
      }
    }),
  );
});

test('whatever two do to a text, each word of both stands in it or in a clash', () => {
  const paragraph = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const text = fc.array(paragraph, { maxLength: 5 });
  const changes = fc.array(fc.record({ at: fc.nat(6), what: fc.constantFrom('add', 'take', 'change', 'extend') }), { maxLength: 4 });
  fc.assert(
    fc.property(text, changes, changes, (base, theirChanges, myChanges) => {
      const change = (all: typeof myChanges, mark: string) => all.reduce((parts, { at, what }, index) => {
        const here = Math.min(at, Math.max(0, parts.length - 1));
        if (what === 'add' || parts.length === 0) return parts.toSpliced(at, 0, `${mark}${index}`);
        if (what === 'take') return parts.toSpliced(here, 1);
        return parts.with(here, what === 'change' ? `${mark}${index} anew` : `${parts[here]} ${mark}${index}`);
      }, base);
      const [theirs, mine] = [change(theirChanges, 'theirs'), change(myChanges, 'mine')];
      const stretches = stretchesOf(base.join('\n\n'), theirs.join('\n\n'), mine.join('\n\n'));
      const all = JSON.stringify(stretches);
      for (const word of [...theirs, ...mine].join(' ').match(/(theirs|mine)\d+/g) ?? []) expect(all).toContain(word);
    }),
    { numRuns: 2000 },
  );
});

test('a value is found and replaced by the path that a conflict names', () => {
  const content = { areas: [row('a', 'A')], judgement: 'x' };
  expect(valueAt(content, 'areas.a.text')).toBe('A');
  expect(withValueAt(content, 'areas.a.text', 'new')).toEqual({ areas: [row('a', 'new')], judgement: 'x' });
  expect(withValueAt(content, 'areas.a', undefined)).toEqual({ areas: [], judgement: 'x' });
});

test('a person chooses whose words stand, or writes them anew', () => {
  const texts = { base: { know: 'a', how: 'a' }, theirs: { know: 'b', how: 'b' }, mine: { know: 'c', how: 'c' } };
  expect(joinTexts({ ...texts, choices: {} })).toEqual({ know: 'b', how: 'b' });
  expect(joinTexts({ ...texts, choices: { 'know:0': { whose: 'mine' }, 'how:0': { words: 'b and c' } } })).toEqual({ know: 'c', how: 'b and c' });
});

test('within a text a person chooses paragraph by paragraph; what only one of them changed stands by itself', () => {
  const base = 'One.\n\nTwo.\n\nThree.';
  const texts = { base: { know: base }, theirs: { know: 'One, theirs.\n\nTwo, theirs.\n\nThree.' }, mine: { know: 'One.\n\nTwo, mine.\n\nThree, mine.' } };
  expect(mergeContent(texts.base, texts.theirs, texts.mine)).toEqual({ value: { know: 'One, theirs.\n\nTwo, theirs.\n\nThree, mine.' }, conflicts: ['know'] });
  expect(differences(texts)).toEqual([{ path: 'know', stretches: [{ words: 'One, theirs.' }, { base: 'Two.', theirs: 'Two, theirs.', mine: 'Two, mine.' }, { words: 'Three, mine.' }] }]);
  expect(joinTexts({ ...texts, choices: { 'know:0': { whose: 'mine' } } })).toEqual({ know: 'One, theirs.\n\nTwo, mine.\n\nThree, mine.' });
});

test('a paragraph is known again though it was changed and others came before it', () => {
  expect(stretchesOf('One of them.\n\nTwo of them.', 'One of them, theirs.\n\nTwo of them, theirs.', 'One of them, mine.\n\nTwo of them.\n\nThree, mine.')).toEqual([
    { base: 'One of them.', theirs: 'One of them, theirs.', mine: 'One of them, mine.' },
    { words: 'Two of them, theirs.\n\nThree, mine.' },
  ]);
  expect(mergeText('One of them.\n\nTwo of them.', 'New.\n\nOne of them, theirs.\n\nTwo of them.', 'One of them.\n\nTwo of them, mine.')).toBe('New.\n\nOne of them, theirs.\n\nTwo of them, mine.');
});

test('whoever wrote on from the other’s words has them', () => {
  expect(mergeText('One', 'One two', 'One two three')).toBe('One two three');
  expect(mergeText('One', 'One two three', 'One two')).toBe('One two three');
  expect(mergeText('One', 'One two', 'One three')).toBe(null);
});

test('what one person added on two of their pages is joined word by word; what they replaced in both is a clash', () => {
  const merged = (theirs: string, mine: string, base = 'One two three.') => mergeContent({ a: base }, { a: theirs }, { a: mine }, '', true);
  expect(merged('One two three. Four five.', 'One two three. Six.')).toEqual({ value: { a: 'One two three. Four five. Six.' }, conflicts: [] });
  expect(merged('One, two three.', 'One two three. Four.')).toEqual({ value: { a: 'One, two three. Four.' }, conflicts: [] });
  expect(merged('Four five.', 'Six.', '')).toEqual({ value: { a: 'Four five. Six.' }, conflicts: [] });
  expect(merged('One 2 three.', 'One II three.')).toEqual({ value: { a: 'One 2 three.' }, conflicts: ['a'] });
  expect(mergeContent({ a: 'One.' }, { a: 'One. Two.' }, { a: 'One. Three.' }).conflicts).toEqual(['a']);
});

test('what stands in both of one person’s pages already is written once, wherever the rest was added', () => {
  const merged = (theirs: string, mine: string) => mergeContent({ a: 'Before.' }, { a: theirs }, { a: mine }, '', true);
  // A save that arrived without an answer, and two pages that went on from it.
  expect(merged('Before. one two three four. Here.', 'Before. one two three four. There too.').value).toEqual({ a: 'Before. one two three four. Here. There too.' });
  // A page that came a moment before the save arrived, typed in, with the kept words put back behind.
  expect(merged('Before. one two three four.', 'Before. Typed. one two three four. And on.').value).toEqual({ a: 'Before. Typed. one two three four. And on.' });
  // Two sentences that share a word or two are two sentences.
  expect(merged('Before. The child was seen.', 'Before. The plan was late.').value).toEqual({ a: 'Before. The child was seen. The plan was late.' });
});

test('a long text is merged', () => {
  const text = Array.from({ length: 400 }, (_, n) => `Paragraph ${n} ${'of fifty words or so '.repeat(10)}`.trim());
  const change = (every: number, mark: string) => text.map((paragraph, n) => (n % every === 1 ? `${paragraph} ${mark}` : paragraph)).join('\n\n');
  expect(stretchesOf(text.join('\n\n'), change(7, 'theirs'), change(5, 'mine')).length).toBeGreaterThan(10);
});

test('values that are no texts are chosen whole', () => {
  const texts = { base: { confidence: '' }, theirs: { areas: [row('a', 'A')], confidence: 1 }, mine: { areas: [row('a', 'B')], confidence: 2 } };
  expect(joinTexts({ ...texts, choices: { confidence: { whose: 'mine' }, 'areas.a.text:0': { whose: 'mine' } } })).toEqual({ areas: [row('a', 'B')], confidence: 2 });
});

test('paragraphs that two add at one place of a text are both kept, once', () => {
  expect(mergeText('One.', 'One.\n\nTheirs.', 'One.\n\nMine.')).toBe('One.\n\nTheirs.\n\nMine.');
  expect(mergeText('One.', 'One.\n\nBoth.\n\nTheirs.', 'One.\n\nBoth.')).toBe('One.\n\nBoth.\n\nTheirs.');
  expect(mergeText('', 'Theirs.', 'Mine.')).toBe(null);
});

test('a paragraph that one took out and the other changed is a place to choose', () => {
  expect(stretchesOf('One.\n\nTwo.', 'One.', 'One.\n\nTwo, mine.')).toEqual([{ words: 'One.' }, { base: 'Two.', theirs: '', mine: 'Two, mine.' }]);
});

test('the joined text begins with theirs and what only mine says', () => {
  expect(bothTexts('One, theirs.\n\nTwo.', 'One, mine.\n\nTwo.')).toBe('One, theirs.\n\nTwo.\n\nOne, mine.');
});
