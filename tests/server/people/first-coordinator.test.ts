import { expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { appointFirstCoordinator } from '@/server/people/appoint-first-coordinator';

const NOW = new Date('2017-07-01T09:00:00Z');
const first = (region: string, email = 'first@region.example') => appointFirstCoordinator({ region, name: 'First Coordinator', email }, NOW);
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');

test('a region begins with one coordinator, even when two are appointed at once', async () => {
  await expect(first('Atlantis')).rejects.toThrow(NotFound);
  expect(codeOf(await first('North West', 'no address'))).toBe('no-address');
  expect(await db.person.count()).toBe(0);
  const both = await Promise.all([first('north west'), first('north-west', 'second@region.example')]);
  expect(both.map(codeOf).sort()).toEqual(['accepted', 'already-held']);
  expect(await db.person.count()).toBe(1);
  expect(await db.event.count({ where: { type: 'appointment.made' } })).toBe(1);
  const { email } = await db.person.findFirstOrThrow();
  expect(codeOf(await first('Yorkshire and The Humber', email))).toBe('address-in-use');
});
