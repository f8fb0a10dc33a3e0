import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { db } from '@/server/db';
import { deliverEvents } from '@/server/jobs/deliver-events';
import { sendMessages } from '@/server/jobs/send-messages';
import { queueMessages } from '@/server/mail/store';
import { OCTOBER } from '../documents/a-signed-cycle';
import { later, outbox, postRoom } from './a-post-room';

const room = postRoom();

/** A message to each, about nothing that could be done meanwhile. */
async function queue(...roles: (keyof typeof room.world.ids)[]) {
  await queueMessages(
    db,
    roles.map((role) => ({ key: `test:${role}`, personId: room.world.ids[role], email: `${role.toLowerCase()}@cast.example`, regionId: null, post: 'A post', subject: `For ${role}`, text: 'Words.\n', urgency: 'now' as const, sendAfter: OCTOBER })),
    OCTOBER,
  );
}

describe('a mail server that refuses', () => {
  test('one receiver does not hold up the others; that message is tried again after growing pauses', async () => {
    await queue('wiganDcs', 'haltonDcs');
    room.office.refuses = (to) => (to.startsWith('wigandcs') ? '450 Try again later' : null);
    expect(await sendMessages(OCTOBER)).toMatchObject({ sent: 1, failed: 1, because: expect.stringContaining('Try again later') });
    const waiting = async () => db.outboxMessage.findFirstOrThrow({ where: { personId: room.world.ids.wiganDcs } });
    expect(await waiting()).toMatchObject({ failures: 1, sentAt: null, sendAfter: later(OCTOBER, 1) });
    expect(await sendMessages(later(OCTOBER, 0.5))).toEqual({ sent: 0, failed: 0 });
    await sendMessages(later(OCTOBER, 1));
    expect(await waiting()).toMatchObject({ failures: 2, sendAfter: later(OCTOBER, 3) });
    room.office.refuses = () => null;
    expect(await sendMessages(later(OCTOBER, 3))).toEqual({ sent: 1, failed: 0 });
    expect(await sendMessages(later(OCTOBER, 60))).toEqual({ sent: 0, failed: 0 });
    expect(room.office.arrived.map(({ subject }) => subject)).toEqual(['For haltonDcs', 'For wiganDcs']);
  });

  test('for days on end is given up, with the reason', async () => {
    await queue('wiganDcs');
    room.office.refuses = () => '550 No such person';
    let at = OCTOBER;
    for (let tries = 0; tries < 13; tries += 1) {
      await sendMessages(at);
      at = (await outbox())[0]!.sendAfter;
    }
    expect((await outbox())[0]).toMatchObject({ failures: 13, sentAt: null, droppedWhy: 'the mail server would not take it' });
  });
});

test('an address that was corrected meanwhile is the one that is used', async () => {
  await queue('wiganDcs');
  await db.person.update({ where: { id: room.world.ids.wiganDcs }, data: { email: 'corrected@cast.example' } });
  await sendMessages(OCTOBER);
  expect(room.office.to('corrected@cast.example')).toHaveLength(1);
  await db.person.update({ where: { id: room.world.ids.wiganDcs }, data: { email: 'wigandcs@cast.example' } });
});

test('twenty messages and three runners: each goes once', async () => {
  const roles = Object.keys(room.world.ids).slice(0, 20) as (keyof typeof room.world.ids)[];
  await queue(...roles);
  const sums = await Promise.all([sendMessages(OCTOBER), sendMessages(OCTOBER), sendMessages(OCTOBER)]);
  expect(sums.reduce((sum, { sent }) => sum + sent, 0)).toBe(20);
  expect(room.office.arrived.map(({ subject }) => subject).sort()).toEqual(roles.map((role) => `For ${role}`).sort());
});

describe('a machine that stops', () => {
  test('while an event is being told has told nothing, and tells it when it is back', async () => {
    const { regionId } = await db.cycle.findUniqueOrThrow({ where: { id: room.world.cycle.cycleId } });
    const authorityId = room.world.cycle.places.Wigan!.authorityId;
    await db.event.create({ data: { type: 'document.returned', at: OCTOBER, regionId, cycleId: room.world.cycle.cycleId, authorityId, documentId: room.world.selfViewId, data: { document: 'self-view' } } });
    // The messages cannot be written: as if the machine had stopped between the mark and the commit.
    await db.$executeRawUnsafe(`ALTER TABLE "OutboxMessage" ADD CONSTRAINT "stopped" CHECK (subject NOT LIKE 'Wigan%') NOT VALID`);
    await db.event.create({ data: { type: 'document.saved', at: OCTOBER, regionId, data: {} } });
    await db.event.create({ data: { type: 'document.returned', at: later(OCTOBER, 1), regionId, cycleId: room.world.cycle.cycleId, authorityId: room.world.cycle.places.Halton!.authorityId, documentId: room.world.cycle.document('self-view', 'Halton'), data: { document: 'self-view' } } });
    await expect(deliverEvents(OCTOBER)).rejects.toThrow('stopped');
    await db.$executeRawUnsafe(`ALTER TABLE "OutboxMessage" DROP CONSTRAINT "stopped"`);
    // What comes behind it has been told all the same.
    expect([await db.event.count({ where: { toldAt: null } }), (await outbox()).map(({ subject }) => subject)]).toEqual([1, ['Halton’s self-view has been returned', 'Halton’s self-view has been returned']]);
    expect(await deliverEvents(OCTOBER)).toBe(3);
    expect(await deliverEvents(OCTOBER)).toBe(0);
  });

  test('between the handing over and the mark sends that message again, under the same Message-ID, and no other twice', async () => {
    await queue('wiganDcs', 'haltonDcs');
    let stops = 1;
    room.office.onArrival = async () => {
      if (stops-- > 0) await breakConnections();
    };
    await expect(sendMessages(OCTOBER)).rejects.toThrow(/terminat|closed|connection/i);
    expect((await outbox()).filter(({ sentAt }) => sentAt)).toEqual([]);
    expect(await sendMessages(later(OCTOBER, 1))).toEqual({ sent: 2, failed: 0 });
    const [first, again, other] = room.office.arrived;
    expect(again!.messageId).toBe(first!.messageId);
    expect(room.office.arrived).toHaveLength(3);
    expect(other!.messageId).not.toBe(first!.messageId);
  });
});

/** Ends every other connection to this database, as a machine that stops does, and waits until they are gone: whoever held one knows. */
async function breakConnections() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const others = 'FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  await client.query(`SELECT pg_terminate_backend(pid) ${others}`);
  await vi.waitFor(async () => expect((await client.query(`SELECT pid ${others}`)).rows).toEqual([]), { timeout: 60_000 });
  await client.end();
}
