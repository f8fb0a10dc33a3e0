// How sets go round from year to year while nothing is in their way: pairs as in a tournament, where nobody meets the same one again until
// all have met; larger sets by rows of authorities that are pushed along, each row further than the one before it.
import { sizesFor } from './arrange-sets';

/** The sets of a turn (1, 2, 3 …), by places from 0; together they hold everybody. */
export function setsInTurn(count: number, sizes: readonly number[], turn: number): number[][] {
  const plan = sizesInOrder(count, sizes);
  return plan.every((size) => size === 2) ? tournamentRound(count, turn) : rowsPushed(count, plan, turn);
}

/** Of how many the sets are: as many as can be of the size that is wanted most, then of the next. */
function sizesInOrder(count: number, sizes: readonly number[]): number[] {
  const size = sizesFor(count, sizes)[0];
  return size === undefined ? [] : [size, ...sizesInOrder(count - size, sizes)];
}

/** The first stays, the others move round it; opposite places meet. */
function tournamentRound(count: number, turn: number): number[][] {
  const [first, ...others] = places(count);
  const circle = [first!, ...moved(others, turn - 1)];
  return circle.slice(0, count / 2).map((one, index) => [one, circle[count - 1 - index]!]);
}

/** Row 1 gives each set its first member, row 2 its second; once every row has come round, the authorities are dealt out anew. */
function rowsPushed(count: number, plan: readonly number[], turn: number): number[][] {
  const sets: number[][] = plan.map(() => []);
  const dealt = moved(places(count), Math.floor((turn - 1) / plan.length));
  for (let row = 1; dealt.length > 0; row++) {
    const open = sets.filter((_, index) => plan[index]! >= row);
    for (const set of moved(open, row * (turn - 1))) set.push(dealt.shift()!);
  }
  return sets;
}

const places = (count: number) => Array.from({ length: count }, (_, place) => place);

function moved<Item>(round: readonly Item[], by: number): Item[] {
  const from = ((by % round.length) + round.length) % round.length;
  return [...round.slice(from), ...round.slice(0, from)];
}
