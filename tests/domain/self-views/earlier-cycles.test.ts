import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cyclesBefore, type CycleInTime } from '@/domain/self-views/earlier-cycles';

const cycle = (id: string, processKey: string, anchorOn: string, previousId: string | null = null): CycleInTime => ({ id, processKey, anchorOn, previousId });
const ANNUAL = [cycle('a15', 'annual', '2015-11-26'), cycle('a16', 'annual', '2016-11-24'), cycle('a17', 'annual', '2017-11-23')];
const TRIADS = [cycle('t16', 'triads', '2017-02-02'), cycle('t17', 'triads', '2018-02-01')];
const before = (of: CycleInTime, others = [...ANNUAL, ...TRIADS]) => cyclesBefore(of, others.filter(({ id }) => id !== of.id)).map(({ id }) => id);

it('a process that runs beside another follows its own cycles', () => {
  expect(before(cycle('a18', 'annual', '2018-11-22'))).toEqual(['a17', 'a16', 'a15']);
  expect(before(cycle('t18', 'triads', '2019-02-07'))).toEqual(['t17', 't16', 'a16', 'a15']);
});

it('a process that is new follows what came before it', () => {
  expect(before(cycle('short', 'short-form', '2018-11-30'))).toEqual(['t17', 't16', 'a16', 'a15']);
  expect(before(cycle('short', 'short-form', '2018-01-15'), ANNUAL)).toEqual(['a17', 'a16', 'a15']);
});

it('a cycle that was rolled forward follows the one that it came from, whatever its process', () => {
  expect(before(cycle('short', 'short-form', '2018-11-30', 'a17'))).toEqual(['a17', 'a16', 'a15']);
  expect(before(cycle('a18', 'annual', '2018-11-22', 'not among them'))).toEqual(['a17', 'a16', 'a15']);
});

it('whatever the cycles: each once, and always an earlier one', () => {
  const any = fc.array(fc.record({ processKey: fc.constantFrom('a', 'b'), day: fc.integer({ min: 10, max: 28 }), previous: fc.nat(9) }), { maxLength: 9 });
  fc.assert(
    fc.property(any, (rows) => {
      const cycles = rows.map(({ processKey, day, previous }, index) => cycle(String(index), processKey, `2017-01-${day}`, String(previous)));
      const here = cycle('here', 'a', '2017-01-20');
      const found = cyclesBefore(here, cycles);
      expect(new Set(found).size).toBe(found.length);
      expect([here, ...found].every(({ anchorOn }, index, all) => index === 0 || anchorOn < all[index - 1]!.anchorOn)).toBe(true);
    }),
  );
});
