// Who reads whom: "another LA analyses it (rotation, no mutual pairs)", as in Yorkshire and Humber's concurrent challenge (3-processes.md
// section 7.4, step 3). Every authority is read by as many others as it reads; the same rule serves for analysing, moderating and visiting.
import { refuse, type Refusal } from '../decision';
import { arrangePeers, type NumberedPair } from './arrange-peers';
import { among, hardestToPlace, type TwoAuthorities } from './in-conflict';
import { numberWord, othersWord } from './in-words';
import { rotationFaults, rotationFaultSentence } from './rotation-faults';
import { spareRepeats } from './spare-repeats';

/** The peer reads what the host has written, or visits it. */
export interface ReadingPair {
  hostId: string;
  peerId: string;
}

export interface RotationRules {
  authorityIds: readonly string[];
  /** How many peers every host has, and how many hosts every peer: 1 to 3. */
  each: number;
  /** Whether two may read each other. */
  mutual: boolean;
  conflicts: readonly TwoAuthorities[];
}

export interface AskedRotation extends RotationRules {
  /** 1, 2, 3 …: each year another. */
  turn?: number;
  /** Last cycle's pairs, avoided where that can be had. */
  previous?: readonly ReadingPair[];
  /** Pairs fixed by hand, which stay. */
  kept?: readonly ReadingPair[];
  /** By id, for the sentence of a refusal. */
  names: ReadonlyMap<string, string>;
}

/**
 * The pairs by host, in the order of the authorities. Refused as `too-few-authorities`, `in-conflict`, `kept-…` (with the code of the
 * fault among the pairs fixed by hand), `kept` (they leave no arrangement), `no-arrangement` (all are ruled out) or `not-found`.
 */
export function rotationOf(asked: AskedRotation): { pairs: ReadingPair[] } | Refusal {
  const refusal = tooFewAuthorities(asked) ?? inConflict(asked) ?? keptWrongly(asked);
  if (refusal) return refusal;
  const found = arranged(asked);
  if (typeof found === 'object') return { pairs: found };
  const free = asked.kept?.length ? arranged({ ...asked, kept: [], previous: [] }) : found;
  return typeof free === 'object' ? keptInTheWay(asked) : noArrangement(asked, free);
}

function tooFewAuthorities({ authorityIds, each, mutual }: AskedRotation): Refusal | null {
  const least = meetingsEach({ each, mutual }) + 1;
  if (authorityIds.length >= least) return null;
  const wanted = `Every authority can be read by ${othersWord(each)}${mutual ? '' : ' without a mutual pair'}`;
  const there = `there ${authorityIds.length === 1 ? 'is' : 'are'} ${authorityIds.length}`;
  return refuse('too-few-authorities', `${wanted} only from ${numberWord(least)} authorities on: ${there}.`);
}

function inConflict(asked: AskedRotation): Refusal | null {
  const hemmedIn = hardestToPlace(asked);
  const needs = meetingsEach(asked);
  if (hemmedIn.mayMeet >= needs) return null;
  if (hemmedIn.mayMeet === 0) return refuse('in-conflict', `${hemmedIn.name} is in conflict with everybody: nobody can read it.`);
  const readers = `${numberWord(asked.each)} to read it`;
  const needed = asked.mutual ? readers : `${numberWord(needs)}: ${readers} and ${othersWord(asked.each)} for it to read`;
  return refuse('in-conflict', `${hemmedIn.name} is in conflict with all but ${numberWord(hemmedIn.mayMeet)} of the others, and needs ${needed}.`);
}

function keptWrongly({ kept = [], names, ...rules }: AskedRotation): Refusal | null {
  const fault = rotationFaults(kept, rules).find(({ code }) => code !== 'too-few' && code !== 'reads-too-few');
  return fault ? refuse(`kept-${fault.code}`, `The pairs fixed by hand cannot all stay: ${rotationFaultSentence(fault, names)}`) : null;
}

/** There is an arrangement without them: names one that would do to give up, if one does. */
function keptInTheWay(asked: AskedRotation): Refusal {
  const { kept = [], names } = asked;
  const freed = kept.find((pair) => typeof arranged({ ...asked, kept: kept.filter((other) => other !== pair), previous: [] }, AGAIN) === 'object');
  const nameOf = (id: string) => names.get(id) ?? id;
  const advice = freed ? `there is one if ${nameOf(freed.peerId)} need not read ${nameOf(freed.hostId)}` : 'two or more of them would have to be given up';
  return refuse('kept', `No arrangement was found that keeps every pair fixed by hand: ${advice}.`);
}

function noArrangement(asked: AskedRotation, why: 'impossible' | 'not-found'): Refusal {
  const { name, mayMeet } = hardestToPlace(asked);
  const wanted = `in which everybody is read by ${othersWord(asked.each)} and reads ${numberWord(asked.each)}${asked.mutual ? '' : ', without a mutual pair'}`;
  const hardest = `Hardest to place is ${name}, which may meet only ${numberWord(mayMeet)} of the others.`;
  if (why === 'impossible') return refuse('no-arrangement', `There is no arrangement ${wanted}: the conflicts rule out every one. ${hardest}`);
  return refuse('not-found', `No arrangement was found ${wanted}. ${hardest}`);
}

/** How many steps the search takes for an arrangement, and for each try to better it; what so many do not find, thousands more seldom do. */
const [FIRST, AGAIN] = [4000, 150];

function arranged(asked: AskedRotation, steps = FIRST): ReadingPair[] | 'impossible' | 'not-found' {
  const { authorityIds: ids, conflicts, kept = [], previous = [], turn = 1, ...rules } = asked;
  const size = ids.length;
  const cellOf = ([host, peer]: NumberedPair) => host * size + peer;
  const apart = among(conflicts);
  const mayMeet = ids.map((one) => ids.map((other) => !apart(one, other)));
  const shifts = shiftsOf({ ...rules, size, turn });
  const fixed = numbered(kept, ids);
  const fixedCells = fixed.map(cellOf);
  const lastYear = new Set(numbered(previous, ids).map(cellOf).filter((cell) => !fixedCells.includes(cell)));
  const board = {
    ...rules,
    size,
    kept: fixed,
    unwanted: (host: number, peer: number) => (lastYear.has(cellOf([host, peer])) ? 2 : shifts.has((peer - host + size) % size) ? 0 : 1),
  };
  const found = spareRepeats({
    previous: lastYear,
    arrange: (spared, first) => arrangePeers({ ...board, may: (host, peer) => mayMeet[host]![peer]! && !spared.has(cellOf([host, peer])) }, first ? steps : AGAIN),
    meetingsIn: (pairs: NumberedPair[]) => pairs.map(cellOf),
  });
  return typeof found === 'object' ? found.map(([host, peer]) => ({ hostId: ids[host]!, peerId: ids[peer]! })) : found;
}

/** By the places of the two; pairs with an authority that takes no part are left out. */
function numbered(pairs: readonly ReadingPair[], ids: readonly string[]): NumberedPair[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return pairs.flatMap(({ hostId, peerId }) => (place.has(hostId) && place.has(peerId) ? [[place.get(hostId)!, place.get(peerId)!] as const] : []));
}

/**
 * How many places on, round the circle of authorities, a host's peers stand: a whole rotation where nothing is in its way. Without mutual
 * pairs no two of them make the circle whole. Each turn begins where the one before left off.
 */
function shiftsOf({ size, each, mutual, turn }: { size: number; each: number; mutual: boolean; turn: number }): Set<number> {
  const all = Array.from({ length: size - 1 }, (_, index) => index + 1).filter((shift) => mutual || 2 * shift !== size);
  const from = ((((turn - 1) * each) % all.length) + all.length) % all.length;
  const shifts = new Set<number>();
  for (const shift of [...all.slice(from), ...all.slice(0, from)]) {
    if (shifts.size < each && (mutual || !shifts.has(size - shift))) shifts.add(shift);
  }
  return shifts;
}

/** How many different others an authority meets, as host and as peer. */
function meetingsEach({ each, mutual }: { each: number; mutual: boolean }): number {
  return mutual ? each : 2 * each;
}
