// A process is known by its title: in lists, in the name of what it opens, in what people are told. No two of a region have the same.
import { refuse, type Refusal } from '../../decision';

/** A process of the region by its key, with the title of its newest version. */
export interface Titled {
  key: string;
  title: string;
}

/** `key` is that of the process that is to bear it; null where it is not there yet. */
export function titleTaken({ key, title }: { key: string | null; title: string }, processes: readonly Titled[]): Refusal | null {
  const isTaken = processes.some((other) => other.key !== key && other.title === title);
  return isTaken ? refuse('title-taken', `Title: there is a process called “${title}” already.`) : null;
}
