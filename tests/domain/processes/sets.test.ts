import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { arrangeSets } from '@/domain/processes/arrange-sets';
import { setFaults, setFaultSentence } from '@/domain/processes/set-faults';
import { setsOf, type AskedSets } from '@/domain/processes/sets';

const authorities = (count: number) => Array.from({ length: count }, (_, index) => `authority-${String(index + 1).padStart(2, '0')}`);
const NAMES = new Map([['bury', 'Bury'], ['oldham', 'Oldham'], ['salford', 'Salford'], ['tameside', 'Tameside'], ['wigan', 'Wigan'], ['bolton', 'Bolton']]);
const NAMED = [...NAMES.keys()];
const asking = (some: Partial<AskedSets>): AskedSets => ({ authorityIds: NAMED, sizes: [3], conflicts: [], names: NAMES, ...some });
const two = (authorityId: string, otherId: string) => ({ authorityId, otherId });
const twosAmong = (ids: readonly string[]) => ids.flatMap((id, index) => ids.slice(index + 1).map((otherId) => two(id, otherId)));

function made(asked: AskedSets): string[][] {
  const divided = setsOf(asked);
  if (isRefusal(divided)) throw new Error(divided.because);
  return divided.sets;
}

const meetings = (sets: readonly (readonly string[])[]) => sets.flatMap((set) => twosAmong(set.toSorted()).map(({ authorityId, otherId }) => `${authorityId}+${otherId}`));

const SIZES = [[2], [3], [4], [2, 3], [4, 3]] as const;
/** Every region from 3 to 33, in sets of every kind that it can be divided into. */
const EVERY = Array.from({ length: 31 }, (_, index) => index + 3).flatMap((count) =>
  SIZES.filter((sizes) => divisible(count, sizes)).map((sizes) => asking({ authorityIds: authorities(count), sizes })),
);

/** Regions with some in conflict, some that are to be together, and sets of last year's. */
const regions = ({ min = 3, max = 33, most }: { min?: number; max?: number; most: (count: number) => number }) =>
  fc.integer({ min, max }).chain((count) => {
    const ids = authorities(count);
    const twos = (maxLength: number) => fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }).map(([one, other]) => two(one!, other!)), { maxLength });
    return fc.record({
      authorityIds: fc.constant(ids),
      sizes: fc.constantFrom(...SIZES),
      conflicts: twos(most(count)),
      together: twos(2),
      previous: fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 4 }), { maxLength: Math.ceil(count / 3) }),
      turn: fc.integer({ min: 1, max: 40 }),
      names: fc.constant(new Map<string, string>()),
    });
  });

describe('sets', () => {
  it('hold everybody once and are of the sizes asked, in every region from 3 to 33', () => {
    for (const [turn, asked] of EVERY.entries()) expect(setFaults(made({ ...asked, turn }), asked)).toEqual([]);
  });

  it('are others each year, unless all are in one', () => {
    for (const asked of EVERY) {
      const years = [1, 2].map((turn) => meetings(made({ ...asked, turn })).join());
      const single = made(asked).length === 1;
      expect(new Set(years).size).toBe(single ? 1 : 2);
    }
  });

  it('let every pair meet before any meets again', () => {
    const rounds = Array.from({ length: 9 }, (_, index) => meetings(made(asking({ authorityIds: authorities(10), sizes: [2], turn: index + 1 })))).flat();
    expect(new Set(rounds).size).toBe(45);
  });

  it('are of the size wanted most, as far as the number allows', () => {
    const sizes = (count: number, wanted: number[]) => made(asking({ authorityIds: authorities(count), sizes: wanted })).map((set) => set.length).toSorted();
    expect(sizes(12, [3, 4])).toEqual([3, 3, 3, 3]);
    expect(sizes(12, [4, 3])).toEqual([4, 4, 4]);
    expect(sizes(11, [3, 4])).toEqual([3, 4, 4]);
    expect(sizes(15, [2, 3])).toEqual([2, 2, 2, 2, 2, 2, 3]);
  });

  it('stand in the order of the authorities', () => {
    expect(made(asking({ sizes: [2], turn: 2 }))).toEqual([['bury', 'oldham'], ['salford', 'bolton'], ['tameside', 'wigan']]);
  });

  it('hold no two in conflict, and those together who are to be', () => {
    fc.assert(
      fc.property(regions({ most: (count) => count }), (asked) => {
        const divided = setsOf(asked);
        if (isRefusal(divided)) return;
        expect(setFaults(divided.sets, asked)).toEqual([]);
        for (const { authorityId, otherId } of asked.together) expect(divided.sets.find((set) => set.includes(authorityId))).toContain(otherId);
      }),
      { numRuns: 100 },
    );
  });

  it('are the same whenever the same is asked', () => {
    fc.assert(fc.property(regions({ most: (count) => count }), (asked) => void expect(setsOf(structuredClone(asked))).toEqual(setsOf(asked))), { numRuns: 50 });
  });

  it('repeat a meeting of last year’s only where nothing does without', () => {
    fc.assert(
      fc.property(regions({ max: 7, most: () => 3 }), ({ together: _, ...asked }) => {
        const divided = setsOf(asked);
        if (isRefusal(divided)) return;
        const lastYear = meetings(asked.previous);
        const conflicts = [...asked.conflicts, ...asked.previous.flatMap(twosAmong)];
        expect(meetings(divided.sets).some((meeting) => lastYear.includes(meeting))).toBe(!exists({ ...asked, conflicts }));
      }),
      { numRuns: 200 },
    );
  });

  it('repeat as little of last year’s as they can, and sooner than fail', () => {
    const previous = [['bury', 'oldham', 'salford'], ['tameside', 'wigan', 'bolton']];
    const again = meetings(made(asking({ previous }))).filter((meeting) => meetings(previous).includes(meeting));
    expect(again).toHaveLength(2);
    expect(made(asking({ previous: [NAMED] }))).toHaveLength(2);
  });
});

describe('a refusal of sets', () => {
  it('is never given where there are such sets, for every way that four may be in conflict', () => {
    const ids = authorities(4);
    const twos = twosAmong(ids);
    const everyConflicts = Array.from({ length: 2 ** twos.length }, (_, some) => twos.filter((_, bit) => (some >> bit) & 1));
    const wrong = everyConflicts.map((conflicts) => asking({ authorityIds: ids, sizes: [2], conflicts })).filter((asked) => isRefusal(setsOf(asked)) === exists(asked));
    expect(wrong).toEqual([]);
  });

  it('is never given where there are such sets, with some together and up to eight authorities', () => {
    fc.assert(fc.property(regions({ max: 8, most: (count) => 2 * count }), (asked) => void expect(isRefusal(setsOf(asked))).toBe(!exists(asked))), { numRuns: 250 });
  });

  it('is not given in a region of any size where sets lie hidden among conflicts', () => {
    fc.assert(
      fc.property(regions({ most: (count) => 4 * count }), (asked) => {
        if (!divisible(asked.authorityIds.length, asked.sizes)) return;
        const hidden = made({ ...asked, conflicts: [], together: [], previous: [], turn: asked.turn + 3 });
        const conflicts = asked.conflicts.filter(({ authorityId, otherId }) => !hidden.some((set) => set.includes(authorityId) && set.includes(otherId)));
        expect(setFaults(made({ ...asked, conflicts, together: twosAmong(hidden[0]!) }), { ...asked, conflicts })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('says how many cannot be divided into what', () => {
    const because = (count: number, sizes: number[]) => setsOf(asking({ authorityIds: authorities(count), sizes }));
    expect(because(5, [3, 4])).toEqual({ refused: 'sizes', because: '5 authorities cannot be divided into threes and fours.' });
    expect(because(7, [2])).toEqual({ refused: 'sizes', because: '7 authorities cannot be divided into pairs.' });
    expect(because(1, [2, 3])).toEqual({ refused: 'sizes', because: '1 authority cannot be divided into pairs and threes.' });
    expect(because(13, [7])).toEqual({ refused: 'sizes', because: '13 authorities cannot be divided into sets of 7.' });
  });

  it('names whoever is in conflict with too many', () => {
    const others = NAMED.filter((id) => id !== 'wigan');
    expect(setsOf(asking({ conflicts: others.map((id) => two(id, 'wigan')) }))).toEqual({
      refused: 'in-conflict',
      because: 'Wigan is in conflict with everybody: no set can hold it.',
    });
    expect(setsOf(asking({ conflicts: others.slice(1).map((id) => two(id, 'wigan')) }))).toEqual({
      refused: 'in-conflict',
      because: 'Wigan is in conflict with all but one of the others, and no set is of fewer than three.',
    });
  });

  it('names those who exclude one another and are more than there are sets', () => {
    expect(setsOf(asking({ conflicts: twosAmong(['bury', 'salford', 'wigan']) }))).toEqual({
      refused: 'all-in-conflict',
      because: 'Bury, Salford and Wigan are all in conflict with one another, and each needs a set of its own: there are two at most.',
    });
  });

  it('says so where everything has been ruled out, and who is hardest to place', () => {
    const ring = NAMED.map((id, index) => two(id, NAMED[(index + 1) % 6]!));
    const across = [two('bury', 'tameside')];
    expect(setsOf(asking({ conflicts: [...ring, ...across] }))).toMatchObject({ sets: [['bury', 'salford', 'wigan'], ['oldham', 'tameside', 'bolton']] });
    const fiveRing = NAMED.slice(0, 5).map((id, index) => two(id, NAMED[(index + 1) % 5]!));
    expect(setsOf(asking({ conflicts: fiveRing }))).toEqual({
      refused: 'no-arrangement',
      because: 'There is no division into threes that keeps apart all who are in conflict. Hardest to place is Bury, which may be in one set with only three of the others.',
    });
  });

  it('names those who cannot be together', () => {
    const together = [two('bury', 'oldham'), two('wigan', 'oldham')];
    expect(setsOf(asking({ together, conflicts: [two('bury', 'wigan')] }))).toEqual({
      refused: 'together-in-conflict',
      because: 'Bury, Oldham and Wigan cannot be together: Bury and Wigan are in conflict.',
    });
    expect(setsOf(asking({ together, sizes: [2] }))).toEqual({ refused: 'together-too-many', because: 'Bury, Oldham and Wigan cannot be together: no set is of more than two.' });
  });

  it('names two who would do to let go', () => {
    const conflicts = ['salford', 'tameside', 'wigan', 'bolton'].map((id) => two('oldham', id));
    expect(setsOf(asking({ sizes: [2], conflicts, together: [two('salford', 'tameside'), two('bury', 'bolton')] }))).toEqual({
      refused: 'together',
      because: 'No division was found that keeps together all who are to be together: there is one if Bury and Bolton need not be.',
    });
  });

  it('is not called impossible when the search was given up', () => {
    const blocks = Array.from({ length: 12 }, (_, index) => [index]);
    expect(arrangeSets({ blocks, sizes: [3], may: () => true, start: [] }, 5)).toBe('not-found');
  });
});

describe('sets altered by hand', () => {
  const rules = asking({ sizes: [3, 4], conflicts: [two('bury', 'wigan')] });

  it('have no faults while the rules hold', () => {
    expect(setFaults([['bury', 'oldham', 'salford'], ['tameside', 'wigan', 'bolton']], rules)).toEqual([]);
  });

  it('have each fault named as data and as a sentence', () => {
    const faults = setFaults([['bury', 'oldham', 'wigan'], ['tameside', 'oldham'], ['halton', 'salford', 'tameside'], []], rules);
    expect(faults).toEqual([
      { code: 'missing', authorityId: 'bolton' },
      { code: 'twice', authorityId: 'oldham' },
      { code: 'twice', authorityId: 'tameside' },
      { code: 'outside', authorityId: 'halton' },
      { code: 'wrong-size', set: 1, authorityIds: ['tameside', 'oldham'], sizes: [3, 4] },
      { code: 'wrong-size', set: 3, authorityIds: [], sizes: [3, 4] },
      { code: 'conflict', set: 0, authorityId: 'bury', otherId: 'wigan' },
    ]);
    expect(faults.map((fault) => setFaultSentence(fault, new Map([...NAMES, ['halton', 'Halton']])))).toEqual([
      'Bolton is in no set.',
      'Oldham stands in the sets more than once.',
      'Tameside stands in the sets more than once.',
      'Halton takes no part and cannot be in a set.',
      'Set 2 (Tameside and Oldham) is of two and should be of three or four.',
      'Set 4 is empty and should be of three or four.',
      'Bury and Wigan are in conflict and cannot be in one set.',
    ]);
  });
});

function divisible(count: number, sizes: readonly number[]): boolean {
  return count === 0 || sizes.some((size) => size <= count && divisible(count - size, sizes));
}

/** Tries every division there could be, each set round the first who has none. */
function exists({ authorityIds, sizes, conflicts, together = [] }: AskedSets): boolean {
  const apart = new Set(conflicts.flatMap(({ authorityId, otherId }) => [`${authorityId}+${otherId}`, `${otherId}+${authorityId}`]));
  const may = (set: readonly string[]) =>
    meetings([set]).every((meeting) => !apart.has(meeting)) && together.every(({ authorityId, otherId }) => set.includes(authorityId) === set.includes(otherId));
  const from = ([first, ...others]: readonly string[]): boolean =>
    first === undefined || sizes.some((size) => choices(others, size - 1).some((mates) => may([first, ...mates]) && from(others.filter((id) => !mates.includes(id)))));
  return from(authorityIds);
}

function choices(of: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return of.flatMap((one, index) => choices(of.slice(index + 1), size - 1).map((rest) => [one, ...rest]));
}
