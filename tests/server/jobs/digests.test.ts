import { describe, expect, test } from 'vitest';
import { db } from '@/server/db';
import { deliverEvents } from '@/server/jobs/deliver-events';
import { queueReminders } from '@/server/jobs/remind';
import { sendDigests } from '@/server/jobs/send-digests';
import { signAs } from '../documents/a-signed-cycle';
import { outbox, postRoom } from './a-post-room';
import { unguarded } from '../../support/unguarded';

const room = postRoom();
/** Friday 20 October 2017: a week before the self-view and the memorandum are due. */
const SIX = new Date('2017-10-20T05:00:00Z');
const DIGEST = new Date('2017-10-20T06:30:00Z');

async function tell(type: string, at: Date) {
  const { regionId } = await db.cycle.findUniqueOrThrow({ where: { id: room.world.cycle.cycleId } });
  const of = { regionId, cycleId: room.world.cycle.cycleId, authorityId: room.world.cycle.places.Wigan!.authorityId, documentId: room.world.selfViewId };
  await db.event.create({ data: { type, at, ...of, data: { document: 'self-view' } } });
  await deliverEvents(at);
}
const digestsTo = (email: string) => room.office.to(email).map(({ subject }) => subject);

describe('reminders', () => {
  test('are written once for each person, step and day, however often the night’s work runs', async () => {
    const first = await queueReminders(SIX);
    expect(first).toBeGreaterThan(0);
    expect(await queueReminders(SIX)).toBe(0);
    expect((await Promise.all([queueReminders(DIGEST), queueReminders(DIGEST)]))).toEqual([0, 0]);
    const mou = (await outbox()).filter(({ reason }) => reason.includes('sign-mou') && reason.endsWith(room.world.cycle.places.Wigan!.authorityId));
    expect(mou.map(({ email, subject, urgency, sendAfter }) => [email, subject, urgency, sendAfter])).toEqual(
      ['wiganchiefexecutive', 'wigandcs', 'wiganleadmember'].map((who) => [`${who}@cast.example`, 'Wigan: sign the memorandum of understanding, by Friday 27 October 2017', 'digest', DIGEST]),
    );
  });

  test('go out in the morning, and not to the one who has signed since they were written', async () => {
    await queueReminders(SIX);
    const quarterPast = new Date('2017-10-20T06:15:00Z');
    await signAs(await room.world.as('wiganLeadMember', quarterPast), room.world.mouId, quarterPast);
    await unguarded((tx) => tx.event.deleteMany());
    expect(room.office.arrived).toEqual([]);
    await sendDigests(DIGEST);
    expect(digestsTo('wiganleadmember@cast.example')).toEqual([]);
    expect(digestsTo('wiganchiefexecutive@cast.example')).toEqual(['Wigan: sign the memorandum of understanding, by Friday 27 October 2017']);
    expect(await db.outboxMessage.findFirst({ where: { personId: room.world.ids.wiganLeadMember, reason: { contains: 'sign-mou' } } })).toMatchObject({ sentAt: null, droppedWhy: 'it no longer waits for this person' });
    const [mail] = room.office.to('wigandcs@cast.example');
    expect(mail!.subject).toBe('Friday 20 October: 2 things wait for you');
    expect(mail!.text).toContain(`https://friend.example/documents/${room.world.mouId}/sign`);
  });

  test('of a day on which nothing ran are made up for', async () => {
    const monday = new Date('2017-10-23T11:00:00Z');
    expect(await queueReminders(monday)).toBeGreaterThan(0);
    expect((await outbox()).filter(({ key }) => key.includes(':2017-10-20:')).length).toBeGreaterThan(0);
  });

  test('of what is late come once a week', async () => {
    const nights = Array.from({ length: 21 }, (_, night) => new Date(Date.UTC(2017, 9, 28 + night, 6)));
    const counts: number[] = [];
    for (const night of nights) {
      const before = await db.outboxMessage.count({ where: { personId: room.world.ids.wiganChiefExecutive } });
      await queueReminders(night);
      counts.push((await db.outboxMessage.count({ where: { personId: room.world.ids.wiganChiefExecutive } })) - before);
    }
    expect(counts).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  });
});

describe('the digest', () => {
  test('joins a day’s news into one message, the same for two runners, and nobody with nothing gets one', async () => {
    await tell('document.accepted', new Date('2017-10-19T10:00:00Z'));
    await tell('document.sign-off-completed', new Date('2017-10-19T11:00:00Z'));
    await sendDigests(new Date('2017-10-20T06:29:00Z'));
    expect(room.office.arrived).toEqual([]);
    await Promise.all([sendDigests(DIGEST), sendDigests(DIGEST)]);
    expect(room.office.arrived.map(({ to, subject }) => [[to!].flat()[0]!.text, subject]).sort()).toEqual([
      ['wigandcs@cast.example', 'Friday 20 October: 2 things are new'], ['wiganpolicyofficer@cast.example', 'Friday 20 October: 2 things are new'],
    ]);
    expect((await outbox()).filter(({ key }) => key.startsWith('digest:'))).toHaveLength(2);
  });

  test('is one a day: what comes later waits for the next working day', async () => {
    await tell('document.accepted', new Date('2017-10-19T10:00:00Z'));
    await sendDigests(DIGEST);
    await tell('document.sign-off-completed', new Date('2017-10-20T07:00:00Z'));
    // As if it had been due at once.
    await db.outboxMessage.updateMany({ where: { sentAt: null }, data: { sendAfter: DIGEST } });
    await sendDigests(new Date('2017-10-20T08:00:00Z'));
    expect(digestsTo('wigandcs@cast.example')).toEqual(['Wigan’s self-view has been accepted']);
    for (const quiet of ['2017-10-20T16:00:00Z', '2017-10-21T09:00:00Z', '2017-10-22T09:00:00Z']) await sendDigests(new Date(quiet));
    expect(digestsTo('wigandcs@cast.example')).toHaveLength(1);
    await sendDigests(new Date('2017-10-23T06:30:00Z'));
    expect(digestsTo('wigandcs@cast.example')).toEqual(['Wigan’s self-view has been accepted', 'Wigan’s self-view is signed by everyone who must']);
  });

  test('that could not be handed over is put together anew for the next try', async () => {
    await tell('document.accepted', new Date('2017-10-19T10:00:00Z'));
    room.office.refuses = (to) => (to.startsWith('wigandcs') ? '450 Try again later' : null);
    expect(await sendDigests(DIGEST)).toMatchObject({ sent: 1, failed: 1 });
    room.office.refuses = () => null;
    expect(await sendDigests(new Date('2017-10-20T06:31:00Z'))).toEqual({ sent: 1, failed: 0 });
    expect(digestsTo('wigandcs@cast.example')).toEqual(['Wigan’s self-view has been accepted']);
    expect(room.office.to('wigandcs@cast.example')[0]!.messageId).toBe(`<digest.${room.world.ids.wiganDcs}.2017-10-20@critical-friend>`);
  });
});
