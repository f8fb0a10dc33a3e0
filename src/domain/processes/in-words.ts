// Numbers and lists as the sentences about rotations and sets say them.

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "three"; from eleven on in figures. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** "one other", "two others". */
export function othersWord(count: number): string {
  return `${numberWord(count)} ${count === 1 ? 'other' : 'others'}`;
}

/** "Bury, Oldham and Wigan". */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}` : words.join('');
}

/** "notes" are, "a letter" is: by the name of a paper within a sentence. */
export const isPlural = (name: string): boolean => name.endsWith('s');
