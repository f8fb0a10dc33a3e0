// Two people's changes to one text are put together paragraph by paragraph; where both changed the same paragraphs, both stay to be seen.

/** Part of a text that two have changed: agreed words, or the same place in three texts. */
export type Stretch = { words: string } | Clash;

export interface Clash {
  base: string;
  theirs: string;
  mine: string;
}

export const isClash = (stretch: Stretch): stretch is Clash => 'theirs' in stretch;

/** The three texts side by side: what stands for both, and each place where both changed the same paragraphs. */
export function stretchesOf(base: string, theirs: string, mine: string): Stretch[] {
  const [from, one, two] = [paragraphs(base), paragraphs(theirs), paragraphs(mine)];
  const keptInOne = keeping(from, one);
  const keptInTwo = keeping(from, two);
  const stretches: Stretch[] = [];
  let [b, o, t] = [0, 0, 0];
  while (b <= from.length) {
    // The next paragraph of the base that both kept; all before it is one stretch that either may have changed.
    let next = b;
    while (next < from.length && !(keptInOne.has(next) && keptInTwo.has(next))) next += 1;
    const oneEnd = next < from.length ? keptInOne.get(next)! : one.length;
    const twoEnd = next < from.length ? keptInTwo.get(next)! : two.length;
    stretches.push(...chosen(from.slice(b, next), one.slice(o, oneEnd), two.slice(t, twoEnd), from.length > 0));
    if (next < from.length) stretches.push({ words: from[next]! });
    [b, o, t] = [next + 1, oneEnd + 1, twoEnd + 1];
  }
  return together(stretches);
}

/** Paragraph by paragraph; null when both changed the same ones. */
export function mergeText(base: string, theirs: string, mine: string): string | null {
  const stretches = stretchesOf(base, theirs, mine);
  return stretches.some(isClash) ? null : textOf(stretches, ({ theirs: words }) => words);
}

/** The same, and word by word where both changed one paragraph; null when both replaced the same words. */
export function mergeWords(base: string, theirs: string, mine: string): string | null {
  const stretches = stretchesOf(base, theirs, mine).map((stretch) => (isClash(stretch) ? (joinWords(stretch) ?? stretch) : stretch.words));
  return stretches.every((words) => typeof words === 'string') ? stretches.filter((words) => words !== '').join(BREAK) : null;
}

/** One text, with a choice for each place where two clash. */
export function textOf(stretches: readonly Stretch[], choose: (clash: Clash, index: number) => string): string {
  let index = 0;
  const parts = stretches.map((stretch) => (isClash(stretch) ? choose(stretch, index++) : stretch.words));
  return parts.filter((words) => words !== '').join(BREAK);
}

/**
 * A clash word by word: what each added is kept, theirs first. Null where both replaced the same words. For one person who clashes with
 * themself (two of their pages; a page that came a moment before their last save arrived), and for words that come while someone types.
 */
export function joinWords({ base, theirs, mine }: Clash): string | null {
  const start = commonStart([base, theirs, mine]);
  const wordsAfter = (text: string): string[] => text.slice(start).match(/\s*\S+/g) ?? [];
  const [from, one, two] = [wordsAfter(base), wordsAfter(theirs), wordsAfter(mine)];
  if (from.length * (one.length + two.length) > MOST_PAIRS) return null;
  const [inOne, inTwo] = [keeping(from, one), keeping(from, two)];
  const words: string[] = [];
  let [b, o, t] = [0, 0, 0];
  while (b <= from.length) {
    let next = b;
    while (next < from.length && !(inOne.has(next) && inTwo.has(next))) next += 1;
    const [oneEnd, twoEnd] = next < from.length ? [inOne.get(next)!, inTwo.get(next)!] : [one.length, two.length];
    const [was, their, my] = [from.slice(b, next), one.slice(o, oneEnd), two.slice(t, twoEnd)];
    if (same(my, was) || same(their, my)) words.push(...their);
    else if (same(their, was)) words.push(...my);
    else if (was.length === 0) words.push(...bothAdded(their, my));
    else return null;
    if (next < from.length) words.push(from[next]!);
    [b, o, t] = [next + 1, oneEnd + 1, twoEnd + 1];
  }
  return base.slice(0, start) + words.join('');
}

/** What was added at one place, theirs first; where much of it is the same, that stands once, in its order. */
function bothAdded(their: readonly string[], my: readonly string[]): string[] {
  const known = their.length * my.length > MOST_PAIRS ? new Map<number, number>() : alignment(their, my, (one, two) => (one.trim() === two.trim() ? 1 : 0));
  const pairs = known.size < FEW || 2 * known.size < Math.min(their.length, my.length) ? [] : [...known];
  const words: string[] = [];
  let [t, m] = [0, 0];
  for (const [inTheirs, inMine] of [...pairs, [their.length, my.length] as const]) {
    words.push(...their.slice(t, inTheirs), ...my.slice(m, inMine), ...their.slice(inTheirs, inTheirs + 1));
    [t, m] = [inTheirs + 1, inMine + 1];
  }
  return words.map((word, index) => (index > 0 && /^\S/.test(word) ? ` ${word}` : word));
}

/** So many words can be alike by chance. */
const FEW = 3;
const MOST_PAIRS = 2_000_000;

/** The end of the last whole word that all begin with. */
function commonStart([first = '', ...others]: string[]): number {
  let end = 0;
  while (end < first.length && others.every((text) => text[end] === first[end])) end += 1;
  return first.slice(0, end).search(/\s\S*$/) + 1;
}

function chosen(base: string[], one: string[], two: string[], begun: boolean): Stretch[] {
  if (same(two, base) || same(one, two)) return [{ words: join(one) }];
  if (same(one, base)) return [{ words: join(two) }];
  // Both added paragraphs at one place of a text that was there: they are different paragraphs, and each is kept.
  if (base.length === 0 && begun) return [{ words: join([...one, ...two.filter((paragraph) => !one.includes(paragraph))]) }];
  if (base.length > 1 || one.length > 1 || two.length > 1) {
    const parts = alongside(base, one, two);
    if (parts.length > 1) return parts.flatMap((part) => chosen(part.base, part.one, part.two, begun));
    // All written anew, yet as many: each stands for the one in its place.
    if (base.length > 1 && base.length === one.length && base.length === two.length) return base.flatMap((paragraph, index) => chosen([paragraph], [one[index]!], [two[index]!], begun));
  }
  // Whoever wrote on from the other's words has them.
  const [theirs, mine] = [join(one), join(two)];
  if (theirs.startsWith(join(base)) && mine.startsWith(theirs)) return [{ words: mine }];
  if (mine.startsWith(join(base)) && theirs.startsWith(mine)) return [{ words: theirs }];
  return [{ base: join(base), theirs: join(one), mine: join(two) }];
}

interface Part {
  base: string[];
  one: string[];
  two: string[];
}

/** Cut where a paragraph of the base lives on in both, changed or not; one part where none does. */
function alongside(base: string[], one: string[], two: string[]): Part[] {
  const livesInOne = alignment(base, one, likeness);
  const livesInTwo = alignment(base, two, likeness);
  const parts: Part[] = [];
  let [b, o, t] = [0, 0, 0];
  const cut = (toB: number, toO: number, toT: number) => {
    if (toB > b || toO > o || toT > t) parts.push({ base: base.slice(b, toB), one: one.slice(o, toO), two: two.slice(t, toT) });
    [b, o, t] = [toB, toO, toT];
  };
  for (const [index] of base.entries()) {
    const [inOne, inTwo] = [livesInOne.get(index), livesInTwo.get(index)];
    if (inOne === undefined || inTwo === undefined) continue;
    cut(index, inOne, inTwo);
    cut(index + 1, inOne + 1, inTwo + 1);
  }
  cut(base.length, one.length, two.length);
  return parts;
}

function together(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of stretches) {
    const last = whole.at(-1);
    if (!isClash(stretch) && stretch.words === '') continue;
    if (last && !isClash(last) && !isClash(stretch)) whole[whole.length - 1] = { words: join([last.words, stretch.words]) };
    else whole.push(stretch);
  }
  return whole;
}

const BREAK = '\n\n';
const join = (parts: readonly string[]) => parts.join(BREAK);
const same = (one: readonly string[], two: readonly string[]) => one.length === two.length && one.every((paragraph, index) => paragraph === two[index]);
const paragraphs = (text: string) => text.replace(/\r\n?/g, '\n').split(/\n{2,}/).map((part) => part.trimEnd()).filter((part) => part !== '');

/** Paragraphs kept as they are, in order: index in `from` → index in `to`. */
const keeping = (from: readonly string[], to: readonly string[]) => alignment(from, to, (one, two) => (one === two ? 1 : 0));

/** The run of pairs in order that are most alike in all: index in `from` → index in `to`. */
function alignment(from: readonly string[], to: readonly string[], like: (one: string, two: string) => number): Map<number, number> {
  const alike = from.map((one) => to.map((two) => like(one, two)));
  const sums = Array.from({ length: from.length + 1 }, () => Array.from({ length: to.length + 1 }, () => 0));
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const here = alike[i]![j]!;
      sums[i]![j] = Math.max(here > 0 ? here + sums[i + 1]![j + 1]! : 0, sums[i + 1]![j]!, sums[i]![j + 1]!);
    }
  }
  const pairs = new Map<number, number>();
  for (let [i, j] = [0, 0]; i < from.length && j < to.length; ) {
    const here = alike[i]![j]!;
    if (here > 0 && sums[i]![j] === here + sums[i + 1]![j + 1]!) pairs.set(i++, j++);
    else if (sums[i + 1]![j]! >= sums[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** How far two paragraphs are one paragraph that was changed: the same, written on, or with half of its words in common. */
function likeness(one: string, two: string): number {
  if (one === two) return 3;
  if (one.startsWith(two) || two.startsWith(one)) return 2;
  const [words, others] = [wordsOf(one), wordsOf(two)];
  const common = [...others].filter((word) => words.has(word)).length;
  return words.size > 0 && (2 * common) / (words.size + others.size) >= 0.5 ? 1 : 0;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
