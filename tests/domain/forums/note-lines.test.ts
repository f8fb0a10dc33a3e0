import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterSending, keep, keptWords, linesNow, questionStates, toSend, withNews, type ItemResult, type KeptItem, type NoteLine, type SentItem } from '@/domain/forums/note-lines';

const at = '2017-12-13T09:41:00.000Z';
const note = (id: string, text = id, over = 0): SentItem => ({ type: 'note', id, questionId: null, kind: 'said', text, notedAt: at, over });
const line = (id: string, more: Partial<NoteLine> = {}): NoteLine => ({ id, what: 'note', questionId: null, kind: 'said', text: id, owner: '', byOn: null, at, version: 1, mine: true, struck: false, ...more });
const kept = (result: SentItem): ItemResult => ({ id: result.id, type: result.type, kept: true });
const newId = () => 'new';

test('what is not sent yet stands with the rest, marked', () => {
  expect(linesNow([line('a')], [note('b')]).map(({ id, waiting }) => [id, waiting])).toEqual([
    ['a', false],
    ['b', true],
  ]);
});

test('a strike shows at once, before it is sent', () => {
  expect(linesNow([line('a'), line('b')], [{ type: 'strike', id: 'a', what: 'note', notedAt: at }]).map(({ id }) => id)).toEqual(['b']);
});

test('older news never takes the place of newer', () => {
  expect(withNews([line('a', { version: 2, text: 'new' })], [line('a', { version: 1, text: 'old' })]).map(({ text }) => text)).toEqual(['new']);
  expect(withNews([line('a')], [line('a', { struck: true })]).map(({ struck }) => struck)).toEqual([true]);
});

test('a note edited before it was sent is sent once, as it is now', () => {
  expect(toSend(keep(keep([], note('a', 'first')), note('a', 'second', 0)))).toEqual([note('a', 'second')]);
});

test('a note edited while it was on its way is sent again over the version that arrived', () => {
  const sent = [note('a', 'first')];
  expect(afterSending(keep(sent, note('a', 'second')), sent, [kept(sent[0]!)], newId)).toEqual([note('a', 'second', 1)]);
});

test('a note changed on another device since becomes a note of its own', () => {
  const sent = [note('a', 'mine', 1)];
  expect(afterSending(sent, sent, [{ id: 'a', type: 'note', kept: false, refused: 'changed-since', because: '' }], newId)).toEqual([{ ...note('a', 'mine'), id: 'new' }]);
});

test('what was refused stays on the device with the reason, and is not sent again', () => {
  const sent = [note('a')];
  const left = afterSending(sent, sent, [{ id: 'a', type: 'note', kept: false, refused: 'notes-sent', because: 'The draft has gone.' }], newId);
  expect(left).toEqual([{ ...note('a'), because: 'The draft has gone.' }]);
  expect(toSend(left)).toEqual([]);
});

test('whatever arrives and whatever does not, no words are lost', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 12 }), fc.array(fc.boolean()), fc.array(fc.boolean()), (ids, arrive, accept) => {
      const items: KeptItem[] = ids.map((id) => note(id));
      const results = ids.flatMap((id, index): ItemResult[] => (arrive[index] ? [{ id, type: 'note', kept: accept[index] ?? false, refused: 'no', because: 'No.' }] : []));
      const arrived = results.filter((result) => result.kept).map(({ id }) => id);
      const left = afterSending(items, toSend(items), results, newId);
      expect([...arrived, ...left.map(({ id }) => id)].toSorted()).toEqual(ids.toSorted());
    }),
  );
});

test('the count says what has not been sent', () => {
  expect(keptWords([])).toBe(null);
  expect(keptWords([note('a')])).toBe('1 note kept on this device, not sent yet');
  expect(keptWords([note('a'), note('b'), note('c')])).toBe('3 notes kept on this device, not sent yet');
});

test('the question noted last is being asked', () => {
  const lines = [line('a', { questionId: 'one' }), line('b', { questionId: 'two', at: '2017-12-13T10:07:00.000Z' })];
  expect(questionStates(['one', 'two', 'three'], lines, false)).toEqual({ one: 'asked', two: 'being-asked', three: 'not-asked' });
  expect(questionStates(['one', 'two', 'three'], lines, true)).toEqual({ one: 'asked', two: 'asked', three: 'not-asked' });
});
