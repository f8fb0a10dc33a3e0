// Where two people changed the same words, a person says for each place whose words stand, or writes them anew.
import { mergeContent, valueAt, withValueAt } from './merge';
import { isClash, stretchesOf, textOf, type Clash, type Stretch } from './merge-text';

/**
 * By place: whose words stand, or new ones. A place is a path that a merge named, and in a text which of its clashes
 * ("judgement:0"). Without a choice those that are saved stand.
 */
export type Choices = Readonly<Record<string, { whose: 'theirs' | 'mine' } | { words: string }>>;

interface TwoTexts {
  base: Record<string, unknown>;
  theirs: Record<string, unknown>;
  mine: Record<string, unknown>;
}

/** Where both changed the same: a text, stretch by stretch, or values of another kind. */
export type Difference = { path: string } & ({ stretches: Stretch[] } | { theirs: unknown; mine: unknown });

export function differences(texts: TwoTexts): Difference[] {
  return mergeContent(texts.base, texts.theirs, texts.mine).conflicts.map((path) => {
    const stretches = stretchesAt(texts, path);
    return stretches ? { path, stretches } : { path, theirs: valueAt(texts.theirs, path), mine: valueAt(texts.mine, path) };
  });
}

export function joinTexts(texts: TwoTexts & { choices: Choices }): Record<string, unknown> {
  const { base, theirs, mine, choices } = texts;
  const merged = mergeContent(base, theirs, mine);
  return merged.conflicts.reduce<unknown>((content, path) => {
    const stretches = stretchesAt(texts, path);
    if (stretches) return withValueAt(content, path, textOf(stretches, (clash, index) => wordsFor(clash, choices[placeIn(path, index)])));
    const choice = choices[path];
    return choice && 'whose' in choice ? withValueAt(content, path, valueAt(choice.whose === 'mine' ? mine : theirs, path)) : content;
  }, merged.value) as Record<string, unknown>;
}

/** "judgement:0": the first clash in a text. */
export const placeIn = (path: string, index: number) => `${path}:${index}`;

/** A beginning for the joined words: theirs, then the paragraphs that only mine has. */
export function bothTexts(theirs: string, mine: string): string {
  const held = theirs.split(/\n{2,}/);
  const only = mine.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '' && !held.includes(paragraph));
  return [theirs, ...only].filter((paragraph) => paragraph !== '').join('\n\n');
}

function wordsFor(clash: Clash, choice: Choices[string] | undefined): string {
  if (!choice) return clash.theirs;
  return 'words' in choice ? choice.words : clash[choice.whose];
}

function stretchesAt({ base, theirs, mine }: TwoTexts, path: string): Stretch[] | null {
  const [from, one, two] = [valueAt(base, path), valueAt(theirs, path), valueAt(mine, path)];
  if (typeof one !== 'string' || typeof two !== 'string') return null;
  const stretches = stretchesOf(typeof from === 'string' ? from : '', one, two);
  return stretches.some(isClash) ? stretches : null;
}
