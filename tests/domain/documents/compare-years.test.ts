import { expect, test } from 'vitest';
import { compareVersions } from '@/domain/documents/compare';
import { compareYears } from '@/domain/documents/compare-years';
import { differenceOf } from '@/ui/difference-words';

const section = (key: string, title: string, text: string, threads: string[] = []) => ({ key, title, text, threads });

test('a section goes on from the one with its key, then its title, then its strengths and areas; what is left is new or gone', () => {
  const last = [section('context', 'Context', 'a'), section('front-door', 'Help and protection', 'b'), section('care', 'Children in care', 'c', ['t1', 't2']), section('old', 'Old questions', 'd')];
  const now = [section('context', 'Where we are', 'a'), section('help', 'Help and  Protection', 'b2'), section('homes', 'A home for every child', 'c', ['t2', 't9']), section('new', 'New questions', 'e')];
  expect(compareYears(last, now).map(({ key, was, state }) => [key, was, state])).toEqual([
    ['context', 'Context', 'changed'],
    ['help', 'Help and protection', 'changed'],
    ['homes', 'Children in care', 'changed'],
    ['new', undefined, 'added'],
    ['old', undefined, 'removed'],
  ]);
});

test('no section of last year is met twice, and the key counts before the threads', () => {
  const last = [section('a', 'A', 'x', ['t1'])];
  const now = [section('b', 'B', 'x', ['t1']), section('a', 'Other', 'x')];
  expect(compareYears(last, now).map(({ key, state }) => `${key} ${state}`)).toEqual(['b added', 'a changed']);
});

const words = 'children plan review audit timely practice workers quality progress homes school health families early help partner risk leaders evidence impact'.split(' ');
const seeded = (seed: number) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;

/** 20,000 words in `count` sections of paragraphs of fifty words. */
function longText(seed: number, count: number, change: number): ReturnType<typeof section>[] {
  const [same, other] = [seeded(1), seeded(seed)];
  return Array.from({ length: count }, (_, index) =>
    section(`s${index}`, `Section ${index}`, Array.from({ length: 400 / count }, () => Array.from({ length: 50 }, () => {
      const word = `${words[Math.floor(same() * words.length)]}${Math.floor(same() * 40)}`;
      return other() < change ? `other${Math.floor(other() * 900)}` : word;
    }).join(' ')).join('\n\n')),
  );
}

test.each([
  ['ten sections, every paragraph changed a little', 10, 0.05],
  ['one section, every paragraph changed a little', 1, 0.05],
  ['one section, rewritten', 1, 0.9],
])('20,000 words are compared by paragraph and by word, and no word of either text is lost: %s', (_name, count, change) => {
  const [before, after] = [longText(2, count, 0), longText(3, count, change)];
  expect(before.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)).toBe(20_000);
  const paragraphs = compareVersions(before, after).flatMap((compared) => compared.paragraphs);
  const runs = paragraphs.flatMap(({ before: was, after: is }) => differenceOf(was ?? '', is ?? ''));
  const wordsOf = (kind: 'added' | 'removed') => runs.filter((run) => run.kind !== kind).map(({ text }) => text).join(' ').split(/\s+/).filter(Boolean);
  expect(wordsOf('removed')).toEqual(after.flatMap(({ text }) => text.split(/\s+/)));
  expect(wordsOf('added').toSorted()).toEqual(before.flatMap(({ text }) => text.split(/\s+/)).toSorted());
});
