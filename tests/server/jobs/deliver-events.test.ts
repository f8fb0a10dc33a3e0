import { describe, expect, test } from 'vitest';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';
import { findDocument } from '@/server/documents/find-document';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { returnSubmission } from '@/server/documents/submissions/return-submission';
import { submitSelfView } from '@/server/documents/submissions/submit-self-view';
import { opensWhat } from '@/domain/notifications/addresses';
import { deliverEvents } from '@/server/jobs/deliver-events';
import { sendMessages } from '@/server/jobs/send-messages';
import type { Role } from '../../support/cast';
import { OCTOBER, ok, signAs, writeSelfView } from '../documents/a-signed-cycle';
import { later, outbox, postRoom, run, subjectsFor } from './a-post-room';

const room = postRoom();
const SECRET = 'Plover-and-marigold';

/** Written, out for signature: the first of the story. */
async function putOut() {
  await writeSelfView(room.world.selfViewId, SECRET);
  ok(await putDocumentForSignature(await room.world.as('wiganDcs'), { documentId: room.world.selfViewId }, OCTOBER));
}

describe('an event', () => {
  test('is told once to those whom it concerns, at once, as a mail that says who asks, what, by when, where and who else was told', async () => {
    await putOut();
    await run(later(OCTOBER, 1));
    await run(later(OCTOBER, 2));
    expect(room.office.arrived).toHaveLength(1);
    const [mail] = room.office.to('wiganleadmember@cast.example');
    expect(mail!.subject).toBe('Wigan’s self-view: sign by Friday 27 October');
    expect(mail!.text).toBe(
      ['Lead Member, Wigan,', 'The DCS, Wigan, has put it out for your signature.', `https://friend.example/documents/${room.world.selfViewId}/sign`, 'Nobody else was told.', 'Critical Friend\n'].join('\n\n'),
    );
    expect(await db.event.count({ where: { toldAt: null } })).toBe(0);
    const [message] = await outbox();
    expect(message).toMatchObject({ post: 'Lead Member, Wigan', urgency: 'now', reason: `step:${room.world.cycle.cycleId}:sign-self-view:${room.world.cycle.places.Wigan!.authorityId}`, failures: 0 });
    expect(message!.sentAt).toEqual(later(OCTOBER, 1));
    expect(mail!.messageId).toBe(`<${message!.id}@critical-friend>`);
  });

  test('is told once by two runners at the same time', async () => {
    await db.event.create({ data: { type: 'document.declined', at: OCTOBER, ...(await place()), documentId: room.world.selfViewId, personId: room.world.ids.wiganLeadMember, data: { office: 'Lead Member', document: 'self-view' } } });
    await Promise.all([deliverEvents(OCTOBER), deliverEvents(OCTOBER), deliverEvents(OCTOBER)]);
    expect(await outbox()).toHaveLength(3);
    await Promise.all([sendMessages(OCTOBER), sendMessages(OCTOBER), sendMessages(OCTOBER)]);
    expect(room.office.arrived.map(({ subject, to }) => [subject, [to!].flat()[0]!.text]).sort()).toEqual([
      ['Wigan’s self-view: the Lead Member declined to sign', 'wiganad@cast.example'],
      ['Wigan’s self-view: the Lead Member declined to sign', 'wigandcs@cast.example'],
      ['Wigan’s self-view: the Lead Member declined to sign', 'wiganpolicyofficer@cast.example'],
    ]);
  });

  test('is not told to the one who did it', async () => {
    await db.event.create({ data: { type: 'document.returned', at: OCTOBER, ...(await place()), documentId: room.world.selfViewId, personId: room.world.ids.wiganDcs, data: { document: 'self-view' } } });
    await deliverEvents(OCTOBER);
    expect((await outbox()).map(({ email }) => email)).toEqual(['wiganad@cast.example', 'wiganpolicyofficer@cast.example']);
  });

  test('of a kind that tells nobody, or more than two weeks old, is done with and tells nobody', async () => {
    await db.event.create({ data: { type: 'document.saved', at: OCTOBER, ...(await place()), documentId: room.world.selfViewId, data: {} } });
    await db.event.create({ data: { type: 'document.returned', at: later(OCTOBER, -15 * 24 * 60), ...(await place()), documentId: room.world.selfViewId, data: {} } });
    await db.event.create({ data: { type: 'an.unknown-kind', at: OCTOBER, ...(await place()), data: {} } });
    expect(await deliverEvents(OCTOBER)).toBe(0);
    expect(await db.event.count({ where: { toldAt: null } })).toBe(0);
  });

  test('about what someone cannot see is not told to them', async () => {
    await db.event.create({ data: { type: 'document.submitted', at: OCTOBER, ...(await place()), documentId: room.world.cycle.document('self-view', 'Halton'), personId: null, data: { document: 'self-view' } } });
    await deliverEvents(OCTOBER);
    expect(await outbox()).toEqual([]);
  });

  test('is told to acting cover, not to someone who has left, and to the successor when the post changed hands before it was sent', async () => {
    const at = later(OCTOBER, 60);
    const { ids } = room.world;
    const { postId } = await db.appointment.findFirstOrThrow({ where: { personId: ids.wiganAd } });
    const successor = await db.person.create({ data: { name: 'New Assistant Director', email: 'new-ad@cast.example' } });
    await db.event.create({ data: { type: 'document.returned', at, ...(await place()), documentId: room.world.selfViewId, personId: ids.coordinator, data: { document: 'self-view' } } });
    await deliverEvents(at);
    await db.appointment.updateMany({ where: { personId: ids.wiganAd }, data: { endsOn: dateOf('2017-10-19') } });
    await db.appointment.create({ data: { personId: successor.id, postId, startsOn: dateOf('2017-10-20'), acting: true } });
    await sendMessages(at);
    expect(room.office.arrived.map(({ to }) => [to!].flat()[0]!.text).sort()).toEqual(['new-ad@cast.example', 'wigandcs@cast.example', 'wiganpolicyofficer@cast.example']);
    const dropped = await db.outboxMessage.findFirstOrThrow({ where: { personId: ids.wiganAd } });
    expect(dropped).toMatchObject({ sentAt: null, droppedWhy: 'Assistant Director, Wigan is somebody else now' });
    await db.event.create({ data: { type: 'document.returned', at: later(at, 1), ...(await place()), documentId: room.world.selfViewId, personId: ids.coordinator, data: { document: 'self-view' } } });
    await deliverEvents(at);
    expect((await outbox()).filter(({ sentAt, droppedAt }) => !sentAt && !droppedAt).map(({ email, post }) => [email, post])).toContainEqual(['new-ad@cast.example', 'Assistant Director, Wigan']);
    await db.appointment.deleteMany({ where: { personId: successor.id } });
    await db.appointment.updateMany({ where: { personId: ids.wiganAd }, data: { endsOn: null } });
  });
});

test('through a whole submission every message opens for its receiver, and none holds a word of a document or of a reason', async () => {
  // The self-view is out for signature since the first test.
  await signAs(await room.world.as('wiganLeadMember'), room.world.selfViewId);
  for (const role of ['wiganDcs', 'wiganChiefExecutive', 'wiganLeadMember'] as const) await signAs(await room.world.as(role), room.world.mouId);
  ok(await submitSelfView(await room.world.as('wiganDcs'), { documentId: room.world.selfViewId }, OCTOBER));
  await deliverEvents(OCTOBER);
  ok(await returnSubmission(await room.world.as('coordinator'), { documentId: room.world.selfViewId, which: 'both', reason: `Say more about ${SECRET}` }, later(OCTOBER, 5)));
  await run(later(OCTOBER, 6));
  await run(new Date('2017-10-23T06:30:00Z'));
  const messages = (await outbox()).toSorted((a, b) => a.subject.localeCompare(b.subject));
  expect((await subjectsFor('wiganDcs')).sort()).toEqual([
    'Monday 23 October: 2 things are new', 'Wigan’s memorandum is signed by everyone who must',
    'Wigan’s self-view and memorandum have been returned', 'Wigan’s self-view is signed by everyone who must',
  ]);
  // Asked to accept it, and by the morning it had been returned.
  expect(messages.filter(({ email }) => email === 'coordinator@cast.example').map(({ subject, sentAt, droppedWhy }) => [subject, sentAt, droppedWhy])).toEqual([
    ['Wigan’s self-view and memorandum: accept or return them', null, 'it no longer waits for this person'],
  ]);
  for (const message of messages) {
    const role = Object.entries(room.world.ids).find(([, id]) => id === message.personId)![0] as Role;
    const actor = await room.world.as(role, later(OCTOBER, 6));
    for (const [address] of message.text.matchAll(/https:\/\/friend\.example\/\S*/g)) {
      const opens = opensWhat(new URL(address).pathname);
      if ('document' in opens) await expect(findDocument(db, actor, opens.document, later(OCTOBER, 6))).resolves.toMatchObject({ id: opens.document });
    }
  }
  const everything = JSON.stringify([messages, room.office.arrived.map(({ subject, text, html }) => [subject, text, html])]);
  expect(everything).not.toContain(SECRET);
  expect(messages).toHaveLength(10);
});

async function place() {
  const { cycleId, places } = room.world.cycle;
  const { regionId } = await db.cycle.findUniqueOrThrow({ where: { id: cycleId } });
  return { cycleId, regionId, authorityId: places.Wigan!.authorityId };
}
