// Two versions of a text, paragraph by paragraph: those that stay are found first, and what lies between them is paired in order,
// so that a reader sees each changed paragraph beside what it was. Word by word is for the screen to show.
import { paragraphsOf } from './paragraphs';

export interface TextSection {
  key: string;
  title: string;
  /** Markdown. */
  text: string;
}

/** A paragraph that stays has both and they are the same; a new one has no `before`, a removed one no `after`. */
export interface ParagraphChange {
  before: string | null;
  after: string | null;
}

export interface SectionChange {
  key: string;
  title: string;
  /** Its earlier title, when that was another. */
  was?: string;
  state: 'same' | 'changed' | 'added' | 'removed';
  paragraphs: ParagraphChange[];
}

/** Which earlier section a later one goes on from; null for a new one. No earlier section twice. */
export type Match = (section: TextSection) => TextSection | null;

/** Sections of the later version in its order; those that are gone come last. Sections are met by their key, unless `match` knows better. */
export function compareVersions(before: readonly TextSection[], after: readonly TextSection[], match: Match = byKey(before)): SectionChange[] {
  const pairs = after.map((section) => ({ section, earlier: match(section) }));
  const gone = before.filter((section) => !pairs.some(({ earlier }) => earlier === section));
  return [...pairs.map(({ section, earlier }) => compareSection(earlier ?? undefined, section)), ...gone.map((section) => compareSection(section, undefined))];
}

const byKey =
  (before: readonly TextSection[]): Match =>
  ({ key }) =>
    before.find((section) => section.key === key) ?? null;

function compareSection(before: TextSection | undefined, after: TextSection | undefined): SectionChange {
  const { key, title } = (after ?? before)!;
  const was = before && after && before.title !== after.title ? { was: before.title } : {};
  const paragraphs = compareParagraphs(before?.text ?? '', after?.text ?? '');
  const isSame = paragraphs.every((paragraph) => paragraph.before === paragraph.after) && before?.title === after?.title;
  return { key, title, ...was, paragraphs, state: !before ? 'added' : !after ? 'removed' : isSame ? 'same' : 'changed' };
}

export function compareParagraphs(before: string, after: string): ParagraphChange[] {
  const old = paragraphsIn(before);
  const now = paragraphsIn(after);
  const changes: ParagraphChange[] = [];
  let from = { old: 0, now: 0 };
  for (const stay of [...staying(old, now), { old: old.length, now: now.length }]) {
    changes.push(...paired(old.slice(from.old, stay.old), now.slice(from.now, stay.now)));
    if (stay.old < old.length) changes.push({ before: old[stay.old]!, after: now[stay.now]! });
    from = { old: stay.old + 1, now: stay.now + 1 };
  }
  return changes;
}

const paragraphsIn = (text: string) => paragraphsOf(text).map((paragraph) => paragraph.text);

/** The longest run of paragraphs that stand in both, in order. What both begin and end with is set aside first. */
function staying(old: readonly string[], now: readonly string[]): { old: number; now: number }[] {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const middle = between(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return [
    ...old.slice(0, head).map((_text, index) => ({ old: index, now: index })),
    ...middle.map((stay) => ({ old: stay.old + head, now: stay.now + head })),
    ...old.slice(old.length - tail).map((_text, index) => ({ old: old.length - tail + index, now: now.length - tail + index })),
  ];
}

function between(old: readonly string[], now: readonly string[]): { old: number; now: number }[] {
  const width = now.length + 1;
  // One flat table: the texts of a whole self-view make one of millions of places.
  const longest = new Uint32Array((old.length + 1) * width);
  const lengthAt = (i: number, j: number) => longest[i * width + j]!;
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => numbers.get(text) ?? numbers.set(text, numbers.size).size - 1;
  const [left, right] = [old.map(numberOf), now.map(numberOf)];
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = left[i] === right[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const stay: { old: number; now: number }[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (left[i] === right[j]) stay.push({ old: i++, now: j++ });
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return stay;
}

/** A rewritten paragraph is looked for among so many new ones after the last that was found. */
const LOOK_AHEAD = 60;
const RELATED = 0.4;

/** Removed and new paragraphs between two that stay: each removed one beside the new one that shares most of its words, in order. */
function paired(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  const words = added.map(wordsIn);
  let next = 0;
  for (const before of removed) {
    const own = wordsIn(before);
    const match = words.findIndex((other, index) => index >= next && index < next + LOOK_AHEAD && shared(own, other) >= RELATED);
    if (match < 0) {
      changes.push({ before, after: null });
      continue;
    }
    changes.push(...added.slice(next, match).map((after) => ({ before: null, after })), { before, after: added[match]! });
    next = match + 1;
  }
  return [...changes, ...added.slice(next).map((after) => ({ before: null, after }))];
}

/** The share of words that two stretches of text have in common, from 0 to 1. */
export function sharedWords(one: string, other: string): number {
  return shared(wordsIn(one), wordsIn(other));
}

const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < RELATED * large.size) return 0;
  let both = 0;
  for (const word of small) if (large.has(word)) both += 1;
  return both / Math.max(1, large.size);
}
