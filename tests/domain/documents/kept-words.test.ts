import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acknowledged, caretAfter, putBack, unsaved } from '@/domain/documents/kept-words';

const kept = (words: Record<string, string>, from: Record<string, string> = {}, sending: Record<string, string> | null = null) => ({ words, from, sending });

test('only what differs from what the server has is unsaved', () => {
  expect(unsaved({ a: 'same', b: 'new' }, { a: 'same', b: 'old', c: 'gone' })).toEqual({ words: { b: 'new', c: '' }, from: { b: 'old', c: 'gone' } });
  expect(unsaved({ a: 'same', b: '' }, { a: 'same' })).toBe(null);
});

test('what was sent is acknowledged, and what others wrote with it', () => {
  expect(acknowledged({ a: 'old', other: 'x' }, { a: 'sent', b: 'sent' }, { values: { b: 'put together' }, errors: {} })).toEqual({ a: 'sent', b: 'put together', other: 'x' });
});

test('an input that could not be read is not acknowledged, nor is any part of its day', () => {
  const answer = { values: {}, errors: { 'evidence.e.on': 'There is no such day', long: 'Too long' } };
  expect(acknowledged({ long: 'short' }, { 'evidence.e.on-day': '31', 'evidence.e.on-month': '2', 'evidence.e.once': 'kept', long: 'much too long' }, answer)).toEqual({
    'evidence.e.on-day': '',
    'evidence.e.on-month': '',
    'evidence.e.once': 'kept',
    long: 'short',
  });
});

test('kept words go back where nobody has changed anything', () => {
  expect(putBack(kept({ a: 'One. Two.' }, { a: 'One.' }), { a: 'One.' })).toEqual({ back: { a: 'One. Two.' }, added: {}, offered: {} });
});

test('kept words that stand there already are dropped', () => {
  expect(putBack(kept({ a: 'One. Two.' }, { a: 'One.' }), { a: 'One. Two.' })).toEqual({ back: {}, added: {}, offered: {} });
});

test('kept words go back beside a paragraph that someone else has changed', () => {
  expect(putBack(kept({ a: 'One.\n\nTwo, mine.' }, { a: 'One.\n\nTwo.' }), { a: 'One, theirs.\n\nTwo.' }).back).toEqual({ a: 'One, theirs.\n\nTwo, mine.' });
});

test('kept words that clash with what someone else wrote are offered, and nothing is put over theirs', () => {
  expect(putBack(kept({ a: 'Mine.' }, { a: 'Before.' }), { a: 'Theirs.' })).toEqual({ back: {}, added: {}, offered: { a: 'Mine.' } });
});

test('kept words join what their writer has typed since the page was opened again', () => {
  const words = kept({ a: 'One. Kept.' }, { a: 'One.' });
  expect(putBack(words, { a: 'One. Typed.' }).offered).toEqual({ a: 'One. Kept.' });
  expect(putBack(words, { a: 'One. Typed.' }, { words: { a: 'One. Typed.' }, from: { a: 'One.' } }).back).toEqual({ a: 'One. Typed. Kept.' });
});

test('of a save whose answer was lost no word comes a second time, though its writer has typed on since', () => {
  const words = kept({ a: 'P. one two three. Kept.' }, { a: 'P.' }, { a: 'P. one two three.' });
  const standing = 'P. one two three. Typed.';
  expect(putBack(words, { a: standing }, { words: { a: standing }, from: { a: 'P. one two three.' } }).back).toEqual({ a: 'P. one two three. Typed. Kept.' });
});

test('words typed on over a save whose answer was lost go back by themselves', () => {
  expect(putBack(kept({ a: 'Hello, world' }, { a: '' }, { a: 'Hello' }), { a: 'Hello' }).back).toEqual({ a: 'Hello, world' });
  expect(putBack(kept({ a: 'Hello, world' }, { a: '' }, { a: 'Hello' }), { a: '' }).back).toEqual({ a: 'Hello, world' });
});

test('a row that was begun here is added; one that others took out is offered', () => {
  const rows = kept({ 'strengths.x.text': 'A new one', 'areas.y.text': 'Changed' }, { 'areas.y.text': 'Before' });
  expect(putBack(rows, {})).toEqual({ back: {}, added: { 'strengths.x.text': 'A new one' }, offered: { 'areas.y.text': 'Changed' } });
});

test('of any words, each that was typed and is not saved comes back or is offered', () => {
  const text = fc.array(fc.constantFrom('one', 'two', 'three'), { maxLength: 4 }).map((paragraphs) => paragraphs.join('\n\n'));
  fc.assert(
    fc.property(text, text, text, fc.option(text), (from, standing, typed, sending) => {
      const mine = `${typed}\n\nmine`;
      const { back, offered } = putBack(kept({ a: mine }, { a: from }, sending === null ? null : { a: sending }), { a: standing });
      expect(`${back.a ?? ''}\n\n${offered.a ?? ''}`.split('\n\n')).toContain('mine');
      // What the writer had sent is theirs to take out again.
      if (back.a !== undefined && sending !== standing) for (const paragraph of standing.split('\n\n').filter((words) => words && !from.includes(words))) expect(back.a).toContain(paragraph);
    }),
  );
});

test('the caret stays by the words that it stood by', () => {
  expect(caretAfter('One.\n\nTwo.', 'One.\n\nTwo.\n\nThree.', 4)).toBe(4);
  expect(caretAfter('One.\n\nTwo.', 'Nought.\n\nOne.\n\nTwo.', 10)).toBe(19);
  expect(caretAfter('abc', 'x', 3)).toBe(1);
});
