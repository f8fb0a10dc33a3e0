import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { arrangePeers } from '@/domain/processes/arrange-peers';
import { rotationOf, type AskedRotation, type ReadingPair } from '@/domain/processes/rotation';
import { rotationFaults, rotationFaultSentence } from '@/domain/processes/rotation-faults';

const authorities = (count: number) => Array.from({ length: count }, (_, index) => `authority-${String(index + 1).padStart(2, '0')}`);
const NAMES = new Map([['bury', 'Bury'], ['oldham', 'Oldham'], ['salford', 'Salford'], ['tameside', 'Tameside'], ['wigan', 'Wigan'], ['bolton', 'Bolton'], ['halton', 'Halton']]);
const NAMED = [...NAMES.keys()];
const asking = (some: Partial<AskedRotation>): AskedRotation => ({ authorityIds: NAMED, each: 1, mutual: false, conflicts: [], names: NAMES, ...some });
const reads = (peerId: string, hostId: string): ReadingPair => ({ hostId, peerId });
const conflict = (authorityId: string, otherId: string) => ({ authorityId, otherId });
const conflictsOf = (authorityId: string, otherIds: readonly string[]) => otherIds.map((otherId) => conflict(authorityId, otherId));

function pairsOf(asked: AskedRotation): ReadingPair[] {
  const rotation = rotationOf(asked);
  if (isRefusal(rotation)) throw new Error(rotation.because);
  return rotation.pairs;
}

const words = (pairs: readonly ReadingPair[]) => pairs.map(({ hostId, peerId }) => `${hostId}<${peerId}`);

/** Every region from 3 to 33 in each way that counting allows. */
const EVERY = Array.from({ length: 31 }, (_, index) => index + 3).flatMap((count) =>
  [1, 2, 3].flatMap((each) => [true, false].filter((mutual) => count > (mutual ? each : 2 * each)).map((mutual) => asking({ authorityIds: authorities(count), each, mutual }))),
);

/** Regions of all sizes with some in conflict, pairs of last year's and pairs fixed by hand. */
const regions = ({ min = 3, max = 33, most }: { min?: number; max?: number; most: (count: number) => number }) =>
  fc.integer({ min, max }).chain((count) => {
    const ids = authorities(count);
    const two = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 });
    return fc.record({
      authorityIds: fc.constant(ids),
      each: fc.integer({ min: 1, max: 3 }),
      mutual: fc.boolean(),
      conflicts: fc.array(two.map(([one, other]) => conflict(one!, other!)), { maxLength: most(count) }),
      turn: fc.integer({ min: 1, max: 40 }),
      previous: fc.array(two.map(([one, other]) => reads(one!, other!)), { maxLength: 3 * count }),
      kept: fc.array(two.map(([one, other]) => reads(one!, other!)), { maxLength: 3 }),
      names: fc.constant(new Map<string, string>()),
    });
  });

describe('a rotation', () => {
  it('gives everybody as many peers as hosts, in every region from 3 to 33', () => {
    for (const [turn, asked] of EVERY.entries()) expect(rotationFaults(pairsOf({ ...asked, turn }), asked)).toEqual([]);
  });

  it('is another each year, unless there is only one', () => {
    for (const asked of EVERY) {
      const onlyOne = asked.mutual && asked.authorityIds.length === asked.each + 1;
      const years = [1, 2].map((turn) => words(pairsOf({ ...asked, turn })).join());
      expect(new Set(years).size).toBe(onlyOne ? 1 : 2);
    }
  });

  it('goes round the circle of authorities where nothing is in its way', () => {
    expect(words(pairsOf(asking({ authorityIds: NAMED.slice(0, 3) })))).toEqual(['bury<oldham', 'oldham<salford', 'salford<bury']);
    expect(words(pairsOf(asking({ authorityIds: NAMED.slice(0, 3), turn: 2 })))).toEqual(['bury<salford', 'oldham<bury', 'salford<oldham']);
  });

  it('keeps conflicts apart, mutual pairs out and pairs fixed by hand in', () => {
    fc.assert(
      fc.property(regions({ most: (count) => count }), (asked) => {
        const rotation = rotationOf(asked);
        if (isRefusal(rotation)) return;
        expect(rotationFaults(rotation.pairs, asked)).toEqual([]);
        expect(words(rotation.pairs)).toEqual(expect.arrayContaining(words(asked.kept)));
      }),
      { numRuns: 100 },
    );
  });

  it('is the same whenever the same is asked', () => {
    fc.assert(fc.property(regions({ most: (count) => count }), (asked) => void expect(rotationOf(structuredClone(asked))).toEqual(rotationOf(asked))), { numRuns: 50 });
  });

  it('repeats nobody of last year where everybody may meet and there are others', () => {
    for (const asked of EVERY.filter(({ authorityIds, each }) => authorityIds.length > 4 * each && each < 3)) {
      const previous = pairsOf({ ...asked, turn: 1 });
      const again = words(pairsOf({ ...asked, turn: 1, previous })).filter((pair) => words(previous).includes(pair));
      expect(again).toEqual([]);
    }
  });

  it('repeats last year’s pairs sooner than fail', () => {
    const everyPair = NAMED.flatMap((hostId) => NAMED.filter((id) => id !== hostId).map((peerId) => reads(peerId, hostId)));
    const asked = asking({ each: 2, previous: everyPair });
    expect(rotationFaults(pairsOf(asked), asked)).toEqual([]);
  });

  it('repeats a pair of last year’s only where no arrangement does without', () => {
    fc.assert(
      fc.property(regions({ max: 6, most: () => 3 }), (asked) => {
        const rotation = rotationOf({ ...asked, kept: [] });
        if (isRefusal(rotation)) return;
        const repeats = words(rotation.pairs).some((pair) => words(asked.previous).includes(pair));
        expect(repeats).toBe(!exists({ ...asked, kept: [] }, words(asked.previous)));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a pair fixed by hand though it was last year’s', () => {
    expect(words(pairsOf(asking({ kept: [reads('wigan', 'bury')], previous: [reads('wigan', 'bury')] })))).toContain('bury<wigan');
  });

  it('takes hardly more steps than it has pairs, for 33 authorities with two in five in conflict', () => {
    const may = (host: number, peer: number) => (Math.min(host, peer) * 7 + Math.max(host, peer) * 11) % 5 > 1;
    expect(arrangePeers({ size: 33, each: 3, mutual: false, may, kept: [], unwanted: () => 0 }, 110)).toHaveLength(99);
  });
});

describe('a refusal of a rotation', () => {
  it('is never given where an arrangement exists, for every way that three, four and five may be in conflict', () => {
    const wrong = [3, 4, 5].flatMap((count) => {
      const ids = authorities(count);
      const twos = ids.flatMap((id, index) => conflictsOf(id, ids.slice(index + 1)));
      const everyConflicts = Array.from({ length: 2 ** twos.length }, (_, some) => twos.filter((_, bit) => (some >> bit) & 1));
      const ways = count < 5 ? ([[1, false], [1, true], [2, true], [3, true]] as const) : ([[1, false]] as const);
      return everyConflicts
        .flatMap((conflicts) => ways.map(([each, mutual]) => asking({ authorityIds: ids, each, mutual, conflicts })))
        .filter((asked) => isRefusal(rotationOf(asked)) === exists(asked));
    });
    expect(wrong).toEqual([]);
  });

  it('is never given where an arrangement with the pairs fixed by hand exists', () => {
    fc.assert(
      fc.property(regions({ max: 6, most: () => 6 }), (asked) => {
        const wrong = rotationFaults(asked.kept, asked).some(({ code }) => !code.endsWith('too-few'));
        expect(isRefusal(rotationOf(asked))).toBe(wrong || !exists(asked));
      }),
      { numRuns: 200 },
    );
  });

  it('is not given in a region of any size where an arrangement lies hidden among conflicts', () => {
    fc.assert(
      fc.property(regions({ most: (count) => 4 * count }), fc.nat(), (asked, round) => {
        if (asked.authorityIds.length <= 2 * asked.each) return;
        const order = asked.authorityIds.toSorted((a, b) => scattered(a, round) - scattered(b, round));
        const hidden = order.flatMap((hostId, index) => Array.from({ length: asked.each }, (_, step) => reads(order[(index + step + 1) % order.length]!, hostId)));
        const meet = new Set(hidden.flatMap(({ hostId, peerId }) => [`${hostId}<${peerId}`, `${peerId}<${hostId}`]));
        const conflicts = asked.conflicts.filter(({ authorityId, otherId }) => !meet.has(`${authorityId}<${otherId}`));
        expect(rotationFaults(pairsOf({ ...asked, conflicts, kept: hidden.slice(0, 2) }), { ...asked, conflicts })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('counts the authorities that are needed', () => {
    const three = { authorityIds: NAMED.slice(0, 3) };
    expect(rotationOf(asking({ ...three, each: 2 }))).toEqual({
      refused: 'too-few-authorities',
      because: 'Every authority can be read by two others without a mutual pair only from five authorities on: there are 3.',
    });
    expect(rotationOf(asking({ ...three, each: 3, mutual: true }))).toEqual({
      refused: 'too-few-authorities',
      because: 'Every authority can be read by three others only from four authorities on: there are 3.',
    });
    expect(rotationOf(asking({ authorityIds: ['wigan'] }))).toMatchObject({
      because: 'Every authority can be read by one other without a mutual pair only from three authorities on: there is 1.',
    });
  });

  it('names whoever is in conflict with too many', () => {
    const others = NAMED.filter((id) => id !== 'wigan');
    expect(rotationOf(asking({ conflicts: conflictsOf('wigan', others) }))).toEqual({
      refused: 'in-conflict',
      because: 'Wigan is in conflict with everybody: nobody can read it.',
    });
    expect(rotationOf(asking({ each: 2, conflicts: conflictsOf('wigan', others.slice(3)) }))).toEqual({
      refused: 'in-conflict',
      because: 'Wigan is in conflict with all but three of the others, and needs four: two to read it and two others for it to read.',
    });
    expect(rotationOf(asking({ each: 2, mutual: true, conflicts: conflictsOf('wigan', others.slice(1)) }))).toMatchObject({
      because: 'Wigan is in conflict with all but one of the others, and needs two to read it.',
    });
  });

  it('names the pairs fixed by hand that cannot stay', () => {
    const kept = (...pairs: ReadingPair[]) => rotationOf(asking({ conflicts: [conflict('bury', 'oldham')], kept: pairs }));
    const refused = (code: string, why: string) => ({ refused: code, because: `The pairs fixed by hand cannot all stay: ${why}` });
    expect(kept(reads('bury', 'bury'))).toEqual(refused('kept-self', 'Bury cannot read itself.'));
    expect(kept(reads('bury', 'oldham'))).toEqual(refused('kept-conflict', 'Bury cannot read Oldham: the two are in conflict.'));
    expect(kept(reads('bury', 'wigan'), reads('wigan', 'bury'))).toEqual(refused('kept-mutual', 'Bury and Wigan read each other.'));
    expect(kept(reads('bury', 'wigan'), reads('bury', 'salford'))).toEqual(refused('kept-reads-too-many', 'Bury reads two others and should read one.'));
    expect(kept(reads('bury', 'wigan'), reads('bolton', 'wigan'))).toEqual(refused('kept-too-many', 'Wigan is read by two others and should be read by one.'));
  });

  it('names a pair fixed by hand that would do to give up', () => {
    const [bury, oldham, salford] = NAMED as [string, string, string];
    const ring = [reads(oldham, bury), reads(salford, oldham), reads(bury, salford)];
    expect(rotationOf(asking({ authorityIds: NAMED.slice(0, 4), kept: ring }))).toEqual({
      refused: 'kept',
      because: 'No arrangement was found that keeps every pair fixed by hand: there is one if Oldham need not read Bury.',
    });
    expect(rotationOf(asking({ authorityIds: NAMED.slice(0, 6), kept: ring }))).toMatchObject({ pairs: expect.arrayContaining(ring) });
  });

  it('says so where everything has been ruled out, and who is hardest to place', () => {
    const [bury, ...others] = NAMED.slice(0, 5);
    const conflicts = others.flatMap((id, index) => conflictsOf(id, others.slice(index + 1)));
    expect(rotationOf(asking({ authorityIds: [bury!, ...others], mutual: true, conflicts }))).toEqual({
      refused: 'no-arrangement',
      because:
        'There is no arrangement in which everybody is read by one other and reads one: the conflicts rule out every one. ' +
        'Hardest to place is Oldham, which may meet only one of the others.',
    });
  });

  it('is not called impossible when the search was given up', () => {
    expect(arrangePeers({ size: 9, each: 2, mutual: false, may: () => true, kept: [], unwanted: () => 0 }, 3)).toBe('not-found');
  });
});

describe('a rotation altered by hand', () => {
  const rules = asking({ authorityIds: NAMED.slice(0, 4), conflicts: [conflict('oldham', 'salford')] });

  it('has no faults while the rules hold', () => {
    expect(rotationFaults([reads('oldham', 'bury'), reads('tameside', 'oldham'), reads('salford', 'tameside'), reads('bury', 'salford')], rules)).toEqual([]);
  });

  it('has each fault named as data and as a sentence', () => {
    const altered = [['bury', 'bury'], ['oldham', 'bury'], ['oldham', 'bury'], ['bury', 'oldham'], ['salford', 'oldham'], ['wigan', 'salford']] as const;
    const faults = rotationFaults(altered.map(([peerId, hostId]) => reads(peerId, hostId)), rules);
    expect(faults).toEqual([
      { code: 'self', hostId: 'bury', peerId: 'bury' },
      { code: 'twice', hostId: 'bury', peerId: 'oldham' },
      { code: 'mutual', hostId: 'oldham', peerId: 'bury' },
      { code: 'conflict', hostId: 'oldham', peerId: 'salford' },
      { code: 'outside', hostId: 'salford', peerId: 'wigan' },
      { code: 'too-many', hostId: 'oldham', count: 2, each: 1 },
      { code: 'too-few', hostId: 'salford', count: 0, each: 1 },
      { code: 'too-few', hostId: 'tameside', count: 0, each: 1 },
      { code: 'reads-too-few', peerId: 'tameside', count: 0, each: 1 },
    ]);
    expect(faults.map((fault) => rotationFaultSentence(fault, NAMES))).toEqual([
      'Bury cannot read itself.',
      'Oldham is named twice to read Bury.',
      'Oldham and Bury read each other.',
      'Salford cannot read Oldham: the two are in conflict.',
      'Wigan cannot read Salford: the two do not both take part.',
      'Oldham is read by two others and should be read by one.',
      'Salford is read by nobody and should be read by one.',
      'Tameside is read by nobody and should be read by one.',
      'Tameside reads nobody and should read one.',
    ]);
  });

  it('may have two who read each other where mutual pairs are allowed', () => {
    const pairs = [reads('bury', 'oldham'), reads('oldham', 'bury'), reads('salford', 'tameside'), reads('tameside', 'salford')];
    expect(rotationFaults(pairs, { ...rules, mutual: true })).toEqual([]);
    expect(rotationFaults(pairs, rules).map(({ code }) => code)).toEqual(['mutual', 'mutual']);
  });
});

/** Another order of the authorities for every round. */
const scattered = (id: string, round: number) => (Number(id.slice(-2)) * ((round % 31) + 7) + round) % 37;

/** Tries every arrangement there could be, host by host. */
function exists({ authorityIds, each, mutual, conflicts, kept = [] }: AskedRotation, banned: readonly string[] = []): boolean {
  const apart = new Set(conflicts.flatMap(({ authorityId, otherId }) => [`${authorityId}<${otherId}`, `${otherId}<${authorityId}`]));
  const from = (host: number, chosen: ReadonlySet<string>): boolean => {
    const hostId = authorityIds[host];
    if (hostId === undefined) return words(kept).every((pair) => chosen.has(pair));
    const may = authorityIds.filter((peerId) => {
      const busy = [...chosen].filter((pair) => pair.endsWith(`<${peerId}`)).length === each;
      return peerId !== hostId && !busy && !apart.has(`${hostId}<${peerId}`) && !banned.includes(`${hostId}<${peerId}`) && (mutual || !chosen.has(`${peerId}<${hostId}`));
    });
    return choices(may, each).some((peers) => from(host + 1, new Set([...chosen, ...peers.map((peerId) => `${hostId}<${peerId}`)])));
  };
  return from(0, new Set());
}

function choices(of: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return of.flatMap((one, index) => choices(of.slice(index + 1), size - 1).map((rest) => [one, ...rest]));
}
