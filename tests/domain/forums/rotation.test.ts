import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rotation } from '@/domain/forums/rotation';

const authorities = (count: number) => Array.from({ length: count }, (_, index) => `authority-${index + 1}`);
const days = fc.integer({ min: 3, max: 33 }).chain((count) =>
  fc.record({
    order: fc.constant(authorities(count)),
    lastYear: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: count }).map((pairs) => new Map(pairs.map(([host, lead]) => [authorities(count)[host]!, authorities(count)[lead]!]))),
  }),
);

test('every authority is challenged once and leads one challenge', () => {
  fc.assert(
    fc.property(days, ({ order, lastYear }) => {
      const pairs = rotation(order, lastYear);
      expect(pairs.map(({ host }) => host)).toEqual(order);
      expect(pairs.map(({ lead }) => lead).toSorted()).toEqual(order.toSorted());
    }),
  );
});

test('no authority challenges itself, alone or beside the lead', () => {
  fc.assert(
    fc.property(days, ({ order, lastYear }) => {
      for (const { host, lead, others } of rotation(order, lastYear)) {
        expect([lead, ...others]).not.toContain(host);
        expect(new Set([lead, ...others]).size).toBe(1 + others.length);
      }
    }),
  );
});

test('no two authorities challenge each other', () => {
  fc.assert(
    fc.property(days, ({ order, lastYear }) => {
      const challenges = new Set(rotation(order, lastYear).flatMap(({ host, lead, others }) => [lead, ...others].map((by) => `${by}>${host}`)));
      for (const challenge of challenges) expect(challenges.has(challenge.split('>').toReversed().join('>'))).toBe(false);
    }),
  );
});

test('nobody leads the challenge that they led last year, where that can be had', () => {
  const order = authorities(4);
  const lastYear = new Map(rotation(order).map(({ host, lead }) => [host, lead!]));
  for (const { host, lead } of rotation(order, lastYear)) expect(lead).not.toBe(lastYear.get(host));
});

test('two authorities can only challenge each other', () => {
  expect(rotation(['Wigan', 'Halton'])).toEqual([
    { host: 'Wigan', lead: 'Halton', others: [] },
    { host: 'Halton', lead: 'Wigan', others: [] },
  ]);
});

test('an authority alone on a day is challenged by another of its group', () => {
  expect(rotation(['Wigan'], new Map(), ['Halton'])).toEqual([{ host: 'Wigan', lead: 'Halton', others: [] }]);
  expect(rotation(['Wigan'])).toEqual([{ host: 'Wigan', lead: null, others: [] }]);
});
