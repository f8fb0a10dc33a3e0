// The search behind sets. A set is made at a time, round whoever may be with the fewest others; what it calls impossible it has ruled out
// to the end.

export interface SetBoard {
  /** Those that stay together, by their numbers from 0; most blocks hold one authority. */
  blocks: readonly (readonly number[])[];
  sizes: readonly number[];
  /** Whether two may be in one set. */
  may: (one: number, other: number) => boolean;
  /** Sets as they would be with nothing in the way: those in one are tried first. */
  start: readonly (readonly number[])[];
}

/** The sets; or that there are no such sets; or that none were found in so many steps. */
export type Sets = number[][] | 'impossible' | 'not-found';

export function arrangeSets(board: SetBoard, steps: number): Sets {
  const blocks = board.blocks.map((members): Block => ({ members, mates: new Set() }));
  for (const block of blocks) {
    for (const other of blocks) if (block !== other && block.members.every((one) => other.members.every((two) => board.may(one, two)))) block.mates.add(other);
  }
  return divide(blocks, { ...board, left: steps });
}

interface Block {
  members: readonly number[];
  mates: Set<Block>;
}

interface Search extends SetBoard {
  left: number;
}

/** Divides those who wait. */
function divide(waiting: readonly Block[], search: Search): Sets {
  if (waiting.length === 0) return [];
  const company = new Map(waiting.map((block) => [block, weight(waiting.filter((other) => block.mates.has(other)))]));
  const first = waiting.reduce((lonely, block) => (company.get(block)! < company.get(lonely)! ? block : lonely));
  const begun = search.start.find((set) => set.includes(first.members[0]!)) ?? [];
  const strangers = (block: Block) => (block.members.some((member) => begun.includes(member)) ? 0 : 1);
  const mates = waiting.filter((block) => first.mates.has(block)).toSorted((a, b) => strangers(a) - strangers(b) || company.get(a)! - company.get(b)!);
  const sizes = sizesFor(weight(waiting), search.sizes).toSorted((a, b) => Number(b === begun.length) - Number(a === begun.length));
  for (const size of sizes) {
    const ended = grow([first], mates, size, waiting, search);
    if (ended !== 'impossible') return ended;
  }
  return 'impossible';
}

/** Adds to a set until it has its size, and then divides the rest. */
function grow(set: readonly Block[], mates: readonly Block[], size: number, waiting: readonly Block[], search: Search): Sets {
  if (search.left-- <= 0) return 'not-found';
  const room = size - weight(set);
  if (room === 0) {
    const others = divide(waiting.filter((block) => !set.includes(block)), search);
    return typeof others === 'object' ? [set.flatMap(({ members }) => members), ...others] : others;
  }
  if (room < 0 || weight(mates) < room) return 'impossible';
  for (const [index, mate] of mates.entries()) {
    const ended = grow([...set, mate], mates.slice(index + 1).filter((other) => mate.mates.has(other)), size, waiting, search);
    if (ended !== 'impossible') return ended;
  }
  return 'impossible';
}

const weight = (blocks: readonly Block[]) => blocks.reduce((sum, { members }) => sum + members.length, 0);

/** The sizes, in the order given, that leave the rest divisible. */
export function sizesFor(count: number, sizes: readonly number[]): number[] {
  const divisible = [true];
  for (let some = 1; some <= count; some++) divisible[some] = sizes.some((size) => size > 0 && divisible[some - size]);
  return sizes.filter((size) => size > 0 && size <= count && divisible[count - size]);
}
