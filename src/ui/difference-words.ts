import { diffArrays } from 'diff';
import type { Token, Tokens } from 'marked';
import { inlineTokens } from '@/domain/markdown/blocks';

/** A word with the space after it, and how it is set. */
interface Word {
  text: string;
  strong: boolean;
}

export interface Run {
  kind: 'same' | 'added' | 'removed';
  text: string;
  strong: boolean;
}

/** Two stretches of Markdown as runs of words kept, added and removed. Links count as their words. */
export function differenceOf(before: string, after: string): Run[] {
  const was = wordsOf(before);
  let passed = 0;
  const parts = diffArrays(was, wordsOf(after), { comparator: sameWord }).map(({ value, added, removed }): Part => {
    if (added) return { kind: 'added', words: value, was: [] };
    const theirs = was.slice(passed, (passed += value.length));
    return removed ? { kind: 'removed', words: theirs, was: theirs } : { kind: 'same', words: value, was: theirs };
  });
  return joinShortIslands(parts).flatMap(({ kind, words }) => runsOf(kind, words));
}

/** How much two texts share, from 0 to 1. */
export function likeness(before: string, after: string): number {
  const was = wordsOf(before);
  const is = wordsOf(after);
  const kept = diffArrays(was, is, { comparator: sameWord })
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  return (2 * kept) / Math.max(was.length + is.length, 1);
}

const sameWord = (a: Word, b: Word) => a.text.trim() === b.text.trim() && a.strong === b.strong;

interface Part {
  kind: Run['kind'];
  words: Word[];
  /** The words as they stood before: the last of a text has no space after it, and may not be the last now. */
  was: Word[];
}

/** One or two words kept between changes read as noise: they are struck out and written again with what stands about them. */
function joinShortIslands(parts: readonly Part[]): Pick<Part, 'kind' | 'words'>[] {
  const joined: Pick<Part, 'kind' | 'words'>[] = [];
  let removed: Word[] = [];
  let added: Word[] = [];
  const close = () => {
    if (removed.length > 0) joined.push({ kind: 'removed', words: removed });
    if (added.length > 0) joined.push({ kind: 'added', words: added });
    removed = [];
    added = [];
  };
  parts.forEach((part, index) => {
    const between = index > 0 && index < parts.length - 1;
    if (part.kind === 'removed') removed.push(...part.words);
    else if (part.kind === 'added') added.push(...part.words);
    else if (between && part.words.length < 3) {
      removed.push(...part.was);
      added.push(...part.words);
    } else {
      close();
      joined.push(part);
    }
  });
  close();
  return joined;
}

function runsOf(kind: Run['kind'], words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (const { text, strong } of words) {
    const last = runs.at(-1);
    if (last && last.strong === strong) last.text += text;
    else runs.push({ kind, text, strong });
  }
  return runs;
}

function wordsOf(markdown: string): Word[] {
  return markdown.split('\n').flatMap((line, index, lines) => {
    const words = flatten(inlineTokens(line), false);
    const last = words.at(-1);
    if (last && index < lines.length - 1) last.text = `${last.text.trimEnd()}\n`;
    return words;
  });
}

function flatten(tokens: readonly Token[], strong: boolean): Word[] {
  return tokens.flatMap((token): Word[] => {
    if (token.type === 'strong' || token.type === 'em') return flatten(token.tokens ?? [], true);
    if (token.type === 'link' || (token.type === 'text' && token.tokens)) return flatten((token as Tokens.Link).tokens ?? [], strong);
    const text: string = token.type === 'text' || token.type === 'escape' || token.type === 'codespan' ? token.text : token.raw;
    return (text.match(/\s+|\S+\s*/g) ?? []).map((word) => ({ text: word, strong }));
  });
}
