// Why authorities cannot be divided into sets: by counting where counting tells, and else by who is hardest to place.
import { refuse, type Refusal } from '../decision';
import { sizesFor } from './arrange-sets';
import { among, hardestToPlace } from './in-conflict';
import { listed, numberWord } from './in-words';
import type { AskedSets } from './sets';

/** What no search is needed for. */
export function wronglyAsked(asked: AskedSets): Refusal | null {
  const { authorityIds, sizes, conflicts } = asked;
  const usable = sizesFor(authorityIds.length, sizes);
  const authorities = authorityIds.length === 1 ? 'authority' : 'authorities';
  if (usable.length === 0) return refuse('sizes', `${authorityIds.length} ${authorities} cannot be divided into ${sizeWords(sizes)}.`);
  const apart = among(conflicts);
  const largest = Math.max(...usable);
  for (const block of togetherIn(asked)) {
    const torn = block.find((one) => block.some((other) => apart(one, other)));
    const other = torn && block.find((id) => apart(torn, id))!;
    if (other) return refuse('together-in-conflict', `${namesOf(block, asked)} cannot be together: ${namesOf([torn, other], asked)} are in conflict.`);
    if (block.length > largest) return refuse('together-too-many', `${namesOf(block, asked)} cannot be together: no set is of more than ${numberWord(largest)}.`);
  }
  return null;
}

/** Those that stay together, in the order of the authorities; most alone. */
export function togetherIn({ authorityIds, together = [] }: AskedSets): string[][] {
  let blocks = authorityIds.map((id) => [id]);
  for (const { authorityId, otherId } of together) {
    const [one, other] = [authorityId, otherId].map((id) => blocks.find((block) => block.includes(id)));
    if (one && other && one !== other) blocks = blocks.flatMap((block) => (block === one ? [[...one, ...other]] : block === other ? [] : [block]));
  }
  return blocks.map((block) => block.toSorted((a, b) => authorityIds.indexOf(a) - authorityIds.indexOf(b)));
}

/** Why none were found, with nobody kept together. */
export function whyNoSets(asked: AskedSets, searched: 'impossible' | 'not-found'): Refusal {
  return inConflict(asked) ?? allInConflict(asked) ?? noDivision(asked, searched);
}

function inConflict(asked: AskedSets): Refusal | null {
  const { name, mayMeet } = hardestToPlace(asked);
  const smallest = Math.min(...sizesFor(asked.authorityIds.length, asked.sizes));
  if (mayMeet + 1 >= smallest) return null;
  if (mayMeet === 0) return refuse('in-conflict', `${name} is in conflict with everybody: no set can hold it.`);
  return refuse('in-conflict', `${name} is in conflict with all but ${numberWord(mayMeet)} of the others, and no set is of fewer than ${numberWord(smallest)}.`);
}

/** Each of those needs a set of its own. */
function allInConflict(asked: AskedSets): Refusal | null {
  const { authorityIds, conflicts, sizes } = asked;
  const sets = mostSets(authorityIds.length, sizes);
  const crowd = crowdOf(sets + 1, [], authorityIds, among(conflicts));
  if (!crowd) return null;
  const most = `${sets === 1 ? 'there is' : 'there are'} ${numberWord(sets)} at most`;
  return refuse('all-in-conflict', `${namesOf(crowd, asked)} are all in conflict with one another, and each needs a set of its own: ${most}.`);
}

/** So many that are all in conflict with one another; null where there are not. */
function crowdOf(size: number, crowd: readonly string[], others: readonly string[], apart: (one: string, other: string) => boolean): readonly string[] | null {
  if (crowd.length === size) return crowd;
  for (const [index, one] of others.entries()) {
    if (crowd.length + others.length - index < size) return null;
    const found = crowdOf(size, [...crowd, one], others.slice(index + 1).filter((other) => apart(one, other)), apart);
    if (found) return found;
  }
  return null;
}

function mostSets(count: number, sizes: readonly number[]): number {
  const most = [0];
  for (let some = 1; some <= count; some++) most[some] = Math.max(...sizes.map((size) => (most[some - size] ?? -Infinity) + 1));
  return most[count]!;
}

function noDivision(asked: AskedSets, searched: 'impossible' | 'not-found'): Refusal {
  const { name, mayMeet } = hardestToPlace(asked);
  const wanted = `into ${sizeWords(asked.sizes)} that keeps apart all who are in conflict`;
  const hardest = `Hardest to place is ${name}, which may be in one set with only ${numberWord(mayMeet)} of the others.`;
  return searched === 'impossible' ? refuse('no-arrangement', `There is no division ${wanted}. ${hardest}`) : refuse('not-found', `No division was found ${wanted}. ${hardest}`);
}

function namesOf(ids: readonly string[], { names }: AskedSets): string {
  return listed(ids.map((id) => names.get(id) ?? id));
}

const SIZE_WORDS = ['', 'ones', 'pairs', 'threes', 'fours', 'fives', 'sixes'];
const sizeWords = (sizes: readonly number[]) => listed(sizes.map((size) => SIZE_WORDS[size] ?? `sets of ${size}`));
