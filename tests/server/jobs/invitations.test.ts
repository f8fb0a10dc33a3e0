import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { sendInvitations } from '@/server/forums/invitations/send-invitations';
import { cancelForum } from '@/server/forums/scheduling/cancel-forum';
import { changeForum } from '@/server/forums/scheduling/change-forum';
import { accepted, forumWorld, SCHEDULED_AT, type ForumWorld } from '../forums/a-forum';
import { openPostOffice, type PostOffice } from '../mail/post-office';
import { later, run } from './a-post-room';

let world: ForumWorld;
let office: PostOffice;
let forumId: string;
const terms = { onDay: '2017-12-13', starts: '10:00', ends: '17:15', venue: 'Town Hall', room: 'Room 1', facilitatorPostId: null };

beforeAll(async () => {
  office = await openPostOffice();
  Object.assign(process.env, { NEXTAUTH_SECRET: 'a secret for these tests alone', NEXTAUTH_URL: 'https://friend.example', SMTP_URL: office.url });
  world = await forumWorld();
  forumId = (await world.forum('Trafford', 'december')).id;
  await run(SCHEDULED_AT);
});
afterAll(() => office.close());

/** Method, UID and sequence of the calendar file that came with a mail; a mail program reads it from the alternative part. */
function entry(email: string, number: number) {
  const mail = office.to(email)[number]!;
  const file = mail.attachments.find(({ contentType }) => /calendar|ics/.test(contentType))!;
  const lines = file.content.toString().replaceAll('\r\n ', '').split('\r\n');
  const of = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
  return { subject: mail.subject, method: of('METHOD'), uid: of('UID'), sequence: of('SEQUENCE'), starts: of('DTSTART'), status: of('STATUS'), attendee: lines.find((line) => line.startsWith('ATTENDEE'))?.split('mailto:')[1] };
}

test('the scheduled day is in the digest of the Directors, and no invitation goes before the coordinator sends them', async () => {
  expect(office.arrived).toEqual([]);
  const news = await db.outboxMessage.findFirstOrThrow({ where: { personId: world.people.wiganDcs, subject: { contains: 'Wednesday 13 December' } } });
  expect(news).toMatchObject({ subject: 'The Trafford group’s forum is on Wednesday 13 December', urgency: 'digest', calendar: null });
  expect(await db.outboxMessage.count({ where: { personId: world.people.wiganLeadMember } })).toBe(0);
});

test('an invitation brings the entry for the calendar of its post', async () => {
  accepted(await sendInvitations(await world.as('coordinator'), { forumId }, later(SCHEDULED_AT, 10)));
  await run(later(SCHEDULED_AT, 11));
  await run(later(SCHEDULED_AT, 12));
  expect(office.to('wiganleadmember@cast.example')).toHaveLength(1);
  const { postId } = await db.appointment.findFirstOrThrow({ where: { personId: world.people.wiganLeadMember } });
  expect(entry('wiganleadmember@cast.example', 0)).toEqual({
    subject: 'Invitation: the Trafford group’s forum on Wednesday 13 December', method: 'REQUEST', uid: `forum-${forumId}-${postId}@critical-friend`, sequence: '0',
    starts: expect.stringMatching(/^20171213T/), status: 'CONFIRMED', attendee: 'wiganleadmember@cast.example',
  });
  expect(office.to('rochdaledcs@cast.example')).toEqual([]);
});

test('a changed day moves the entry, at once', async () => {
  accepted(await changeForum(await world.as('coordinator'), { forumId, ...terms }, later(SCHEDULED_AT, 20)));
  await run(later(SCHEDULED_AT, 21));
  const before = entry('wiganleadmember@cast.example', 0);
  const after = entry('wiganleadmember@cast.example', 1);
  expect(after).toMatchObject({ subject: 'Changed: the Trafford group’s forum is on Wednesday 13 December, 10:00 to 17:15', method: 'REQUEST', uid: before.uid, sequence: '1' });
  expect(after.starts! > before.starts!).toBe(true);
});

test('a cancelled day takes the entry out, at once', async () => {
  accepted(await cancelForum(await world.as('coordinator'), { forumId, reason: 'Snow' }, later(SCHEDULED_AT, 30)));
  await run(later(SCHEDULED_AT, 31));
  expect(entry('wiganleadmember@cast.example', 2)).toMatchObject({ subject: 'Cancelled: the Trafford group’s forum on Wednesday 13 December', method: 'CANCEL', sequence: '2', status: 'CANCELLED' });
  const lead = office.to('traffordgrouplead@cast.example').length + office.to('trafforddcs@cast.example').length;
  expect(lead).toBeGreaterThan(0);
  expect(JSON.stringify(office.arrived.map(({ text }) => text))).not.toContain('Snow');
});
