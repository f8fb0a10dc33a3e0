// Where two people changed the same words, a person says for each place whose words stand, or writes them anew.
import { mergeContent, valueAt, withValueAt } from './merge';

/** By path of a conflict: whose words stand, or new ones. Without a choice those that are saved stand. */
export type Choices = Readonly<Record<string, { whose: 'theirs' | 'mine' } | { words: string }>>;

interface TwoTexts {
  base: Record<string, unknown>;
  theirs: Record<string, unknown>;
  mine: Record<string, unknown>;
}

export interface Difference {
  path: string;
  theirs: unknown;
  mine: unknown;
}

/** Each place where both changed the same. */
export function differences({ base, theirs, mine }: TwoTexts): Difference[] {
  return mergeContent(base, theirs, mine).conflicts.map((path) => ({ path, theirs: valueAt(theirs, path), mine: valueAt(mine, path) }));
}

export function joinTexts({ base, theirs, mine, choices }: TwoTexts & { choices: Choices }): Record<string, unknown> {
  const merged = mergeContent(base, theirs, mine);
  return merged.conflicts.reduce<unknown>((content, path) => {
    const choice = choices[path];
    if (!choice) return content;
    if ('words' in choice) return withValueAt(content, path, choice.words);
    return withValueAt(content, path, valueAt(choice.whose === 'mine' ? mine : theirs, path));
  }, merged.value) as Record<string, unknown>;
}

/** A beginning for the joined text: theirs, then the paragraphs that only mine has. */
export function bothTexts(theirs: string, mine: string): string {
  const held = theirs.split(/\n{2,}/);
  const only = mine.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '' && !held.includes(paragraph));
  return [theirs, ...only].filter((paragraph) => paragraph !== '').join('\n\n');
}
