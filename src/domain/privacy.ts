// No data about a child who could be known, ever: text that looks like it is pointed out to whoever writes it (product bar).
import { CHILD_DATA, childDataIn } from './child-data/find';

export interface Identifying {
  what: string;
  /** The words as they stand. */
  words: string;
}

/** What in the text could tell a reader who a child is. It warns and stops nobody. */
export function mayIdentify(text: string): Identifying[] {
  return childDataIn(text).map(({ kind, words }) => ({ what: CHILD_DATA[kind], words }));
}

/** "“born on 3 May 2009” looks like a date of birth." */
export function warningOf({ what, words }: Identifying): string {
  return `“${words.trim()}” looks like ${what}.`;
}
