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
  state: 'same' | 'changed' | 'added' | 'removed';
  paragraphs: ParagraphChange[];
}

/** Sections of the later version in its order; those that are gone come last. */
export function compareVersions(before: readonly TextSection[], after: readonly TextSection[]): SectionChange[] {
  const kept = after.map((section) => compareSection(before.find(({ key }) => key === section.key), section));
  const gone = before.filter(({ key }) => !after.some((section) => section.key === key));
  return [...kept, ...gone.map((section) => compareSection(section, undefined))];
}

function compareSection(before: TextSection | undefined, after: TextSection | undefined): SectionChange {
  const { key, title } = (after ?? before)!;
  const paragraphs = compareParagraphs(before?.text ?? '', after?.text ?? '');
  const isSame = paragraphs.every((paragraph) => paragraph.before === paragraph.after) && before?.title === after?.title;
  return { key, title, paragraphs, state: !before ? 'added' : !after ? 'removed' : isSame ? 'same' : 'changed' };
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

/** The longest run of paragraphs that stand in both, in order. */
function staying(old: readonly string[], now: readonly string[]): { old: number; now: number }[] {
  const longest = old.map(() => now.map(() => 0));
  const lengthAt = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      longest[i]![j] = old[i] === now[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const stay: { old: number; now: number }[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) stay.push({ old: i++, now: j++ });
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return stay;
}

/** Removed and new paragraphs between two that stay: each removed one beside the new one that shares most of its words, in order. */
function paired(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let next = 0;
  for (const before of removed) {
    const match = added.findIndex((after, index) => index >= next && sharedWords(before, after) >= 0.4);
    if (match < 0) {
      changes.push({ before, after: null });
      continue;
    }
    changes.push(...added.slice(next, match).map((after) => ({ before: null, after })), { before, after: added[match]! });
    next = match + 1;
  }
  return [...changes, ...added.slice(next).map((after) => ({ before: null, after }))];
}

/** The share of words that two paragraphs have in common, from 0 to 1. */
function sharedWords(one: string, other: string): number {
  const left = new Set(one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const right = new Set(other.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, Math.max(left.size, right.size));
}
