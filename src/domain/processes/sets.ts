// Pairs, triads and quartets: two that review each other, three or four that challenge one another (1-actors-and-glossary.md, triad;
// 3-processes.md sections 7.7 and 7.10). Every authority is in one set, and no set holds two that are in conflict.
import { refuse, type Refusal } from '../decision';
import { arrangeSets } from './arrange-sets';
import { among, type TwoAuthorities } from './in-conflict';
import { setsInTurn } from './set-turns';
import { togetherIn, whyNoSets, wronglyAsked } from './sets-refused';
import { spareRepeats } from './spare-repeats';

export interface SetRules {
  authorityIds: readonly string[];
  /** Of how many authorities a set may be, the size that is wanted most first: [2], [3], [3, 4]. */
  sizes: readonly number[];
  conflicts: readonly TwoAuthorities[];
}

export interface AskedSets extends SetRules {
  /** Two that are to be in one set; where a third is named beside either, all three. */
  together?: readonly TwoAuthorities[];
  /** Last cycle's sets: who was in one is kept apart where that can be had. */
  previous?: readonly (readonly string[])[];
  /** 1, 2, 3 …: each year another. */
  turn?: number;
  /** By id, for the sentence of a refusal. */
  names: ReadonlyMap<string, string>;
}

/**
 * The sets, and in each its members, in the order of the authorities. Refused as `sizes` (so many cannot be divided so),
 * `together-in-conflict`, `together-too-many`, `together` (those who are to be together leave no division), `in-conflict`,
 * `all-in-conflict` (more exclude one another than there are sets), `no-arrangement` (all are ruled out) or `not-found`.
 */
export function setsOf(asked: AskedSets): { sets: string[][] } | Refusal {
  const refusal = wronglyAsked(asked);
  if (refusal) return refusal;
  const found = arranged(asked);
  if (typeof found === 'object') return { sets: found };
  const free = asked.together?.length ? arranged({ ...asked, together: [], previous: [] }) : found;
  return typeof free === 'object' ? togetherInTheWay(asked) : whyNoSets(asked, free);
}

/** There is a division without them: names two that would do to let go, if they do. */
function togetherInTheWay(asked: AskedSets): Refusal {
  const { together = [], names } = asked;
  const freed = together.find((two) => typeof arranged({ ...asked, together: together.filter((other) => other !== two), previous: [] }, AGAIN) === 'object');
  const nameOf = (id: string) => names.get(id) ?? id;
  const advice = freed ? `there is one if ${nameOf(freed.authorityId)} and ${nameOf(freed.otherId)} need not be` : 'more than one such wish would have to be given up';
  return refuse('together', `No division was found that keeps together all who are to be together: ${advice}.`);
}

/** How many steps the search takes for the sets, and for each try to better them. */
const [FIRST, AGAIN] = [4000, 150];

function arranged(asked: AskedSets, steps = FIRST): string[][] | 'impossible' | 'not-found' {
  const { authorityIds: ids, sizes, conflicts, previous = [], turn = 1 } = asked;
  const apart = among(conflicts);
  const mayMeet = ids.map((one) => ids.map((other) => !apart(one, other)));
  const blocks = numbered(togetherIn(asked), ids);
  const meeting = (one: number, other: number) => Math.min(one, other) * ids.length + Math.max(one, other);
  const meetingsIn = (sets: readonly (readonly number[])[]) => sets.flatMap((set) => set.flatMap((one, index) => set.slice(index + 1).map((other) => meeting(one, other))));
  const fixed = new Set(meetingsIn(blocks));
  const board = { blocks, sizes, start: setsInTurn(ids.length, sizes, turn) };
  const found = spareRepeats({
    previous: new Set(meetingsIn(numbered(previous, ids)).filter((two) => !fixed.has(two))),
    arrange: (spared, first) => arrangeSets({ ...board, may: (one, other) => mayMeet[one]![other]! && !spared.has(meeting(one, other)) }, first ? steps : AGAIN),
    meetingsIn,
  });
  return typeof found === 'object' ? inOrder(found).map((set) => set.map((place) => ids[place]!)) : found;
}

/** By places; those who take no part are left out. */
function numbered(sets: readonly (readonly string[])[], ids: readonly string[]): number[][] {
  return sets.map((set) => set.map((id) => ids.indexOf(id)).filter((place) => place >= 0));
}

function inOrder(sets: readonly (readonly number[])[]): number[][] {
  return sets.map((set) => set.toSorted((a, b) => a - b)).toSorted((a, b) => a[0]! - b[0]!);
}
