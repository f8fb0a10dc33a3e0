import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { runRound } from '@/server/jobs/round';
import { seal } from '@/server/ledger/seal';
import { verifyLedger } from '@/server/ledger/verify';
import { aCycle, OCTOBER, signAs, type Cycle } from '../documents/a-signed-cycle';

let wigan: Cycle;
beforeAll(async () => {
  Object.assign(process.env, { NEXTAUTH_SECRET: 'a secret for these tests alone' });
  wigan = await aCycle();
});

const event = (type: string) => ({ type, at: OCTOBER, documentId: wigan.mouId });

test('a signing is sealed at its end, with everything before it', async () => {
  expect(await db.ledgerEntry.count({ where: { number: null } })).toBeGreaterThan(0);
  await signAs(await wigan.as('wiganDcs'), wigan.mouId);
  expect(await db.ledgerEntry.count({ where: { number: null } })).toBe(0);
  expect(await db.ledgerEntry.findFirst({ where: { kind: 'signature' } })).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), copy: expect.stringContaining('"personName":"Wigan Director"') });
});

test('the jobs seal what else was written', async () => {
  await db.event.create({ data: event('document.saved') });
  await runRound({ nightlyDoneOn: '9999-12-31' }, OCTOBER);
  expect(await db.ledgerEntry.count({ where: { number: null } })).toBe(0);
});

test('several servers that seal while others write make one chain without a gap', async () => {
  const write = async (server: number) => {
    for (let turn = 0; turn < 8; turn += 1) await db.$transaction((tx) => tx.event.createMany({ data: Array.from({ length: 90 }, (_, index) => event(`written.${server}.${turn}.${index}`)) }), { isolationLevel: 'Serializable' });
  };
  const sealing = async () => {
    for (let turn = 0; turn < 6; turn += 1) await seal();
  };
  await Promise.all([write(1), sealing(), write(2), sealing(), write(3), sealing()]);
  await seal();
  const { entries, unsealed, wrong, head } = await verifyLedger();
  expect({ unsealed, wrong, head: head.number }).toEqual({ unsealed: 0, wrong: [], head: BigInt(entries) });
  expect(await db.ledgerEntry.count({ where: { kind: 'event' } })).toBe(await db.event.count());
});

test('what a transaction writes that comes to nothing leaves no line', async () => {
  const before = await db.ledgerEntry.count();
  await db.$transaction(async (tx) => {
    await tx.event.create({ data: event('document.saved') });
    throw new Error('undone');
  }).catch(() => undefined);
  expect(await db.ledgerEntry.count()).toBe(before);
});

test('a row that is gone before it was sealed is missed', async () => {
  const { id } = await db.event.create({ data: event('document.saved') });
  await db.$executeRawUnsafe('ALTER TABLE "Event" DISABLE TRIGGER "stays_as_it_is"');
  await db.event.delete({ where: { id } });
  await db.$executeRawUnsafe('ALTER TABLE "Event" ENABLE TRIGGER "stays_as_it_is"');
  await seal();
  expect((await verifyLedger()).wrong).toEqual([expect.stringMatching(/^What entry \d+ was about \(event \d+\) has been taken away\.$/)]);
});
