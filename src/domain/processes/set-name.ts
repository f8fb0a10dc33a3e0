import type { Grouping } from './template';

/** What a set is called within a sentence: "Halton and Wigan pair". Its own name says it already where it holds the word; all in one are the region. */
export function setName(name: string, grouping: Grouping, size: number, region: string): string {
  if (grouping.is === 'one') return region;
  if (grouping.is !== 'made') return name;
  const words = grouping.word.split(' or ');
  const word = words.length === grouping.sizes.length ? (words[grouping.sizes.indexOf(size)] ?? words[0]!) : grouping.word;
  return words.some((each) => name.toLowerCase().includes(each.toLowerCase())) ? name : `${name} ${word}`;
}
