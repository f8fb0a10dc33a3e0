import { expect, test } from 'vitest';
import { db } from '@/server/db';
import { queueReminders } from '@/server/jobs/remind';
import { deliverEvents } from '@/server/jobs/deliver-events';
import { sendDigests } from '@/server/jobs/send-digests';
import { commentOnSection } from '@/server/self-views/comment-on-section';
import { giveSection } from '@/server/self-views/give-section';
import { markSection } from '@/server/self-views/mark-section';
import { ok } from '../documents/a-signed-cycle';
import { write } from '../self-views/a-self-view';
import { outbox, postRoom } from './a-post-room';

const room = postRoom();
const KEY = 'care-leavers';
const SEPTEMBER = new Date('2017-09-04T13:00:00Z');
const toContributor = async () => (await outbox()).filter(({ email, reason }) => email === 'wigancontributor@cast.example' && reason.startsWith('section:')).map(({ subject, ownSide }) => [subject, ownSide]);
const night = (day: string) => new Date(`${day}T05:00:00Z`);

test('whoever was given a section hears of it a week and a day before, then weekly, once each; nobody once it is ready', async () => {
  const { world } = room;
  const [dcs, contributor] = [await world.as('wiganDcs', SEPTEMBER), await world.as('wiganContributor', SEPTEMBER)];
  const of = { documentId: world.selfViewId, sectionKey: KEY };
  ok(await giveSection(dcs, { ...of, postId: contributor.as!.id, dueOn: '2017-10-06' }, SEPTEMBER));
  await queueReminders(night('2017-09-20'));
  expect(await toContributor()).toEqual([]);
  const subject = 'Wigan: write the section “Care leavers”, by Friday 6 October 2017';
  for (const day of ['2017-09-29', '2017-09-29', '2017-09-30']) await queueReminders(night(day));
  expect(await toContributor()).toEqual([[subject, true]]);
  await queueReminders(night('2017-10-05'));
  expect(await toContributor()).toHaveLength(2);
  for (const day of ['2017-10-07', '2017-10-09', '2017-10-14']) await queueReminders(night(day));
  expect((await toContributor()).slice(2)).toEqual(Array.from({ length: 2 }, () => ['Wigan: write the section “Care leavers”, which was due on Friday 6 October 2017', true]));
  await write(contributor, of.documentId, KEY, { judgement: 'They are in touch.' }, 1, SEPTEMBER);
  ok(await markSection(contributor, { ...of, ready: true }, SEPTEMBER));
  await queueReminders(night('2017-10-21'));
  expect(await toContributor()).toHaveLength(4);
});

test('a reminder that waits is not sent once the section was marked ready', async () => {
  const { world } = room;
  const contributor = await world.as('wiganContributor', SEPTEMBER);
  const of = { documentId: world.selfViewId, sectionKey: KEY };
  ok(await markSection(contributor, { ...of, ready: false }, SEPTEMBER));
  const at = night('2017-09-29');
  await queueReminders(at);
  ok(await markSection(contributor, { ...of, ready: true }, SEPTEMBER));
  await sendDigests(new Date('2017-09-29T06:30:00Z'));
  expect(room.office.to('wigancontributor@cast.example').filter(({ subject, text }) => `${subject} ${text}`.includes('write the section'))).toEqual([]);
  expect((await db.outboxMessage.findMany({ where: { reason: { startsWith: 'section:' } } })).map(({ droppedWhy }) => droppedWhy)).toEqual(['the section is ready, or was taken back']);
});

test('a comment on a section is told to those to whom it was given, beside the Director and the policy officer', async () => {
  const { world } = room;
  const [member, contributor] = [await world.as('wiganLeadMember', SEPTEMBER), await world.as('wiganContributor', SEPTEMBER)];
  const told = async () => [...new Set((await outbox()).filter(({ subject }) => subject === 'Wigan’s self-view: comments from colleagues').map(({ email }) => email.split('@')[0]))].sort();
  ok(await commentOnSection(member, { documentId: world.selfViewId, sectionKey: 'education', paragraph: 0, quoted: '', body: 'Say more.' }, SEPTEMBER));
  await deliverEvents(SEPTEMBER);
  expect(await told()).toEqual(['wigandcs', 'wiganpolicyofficer']);
  ok(await giveSection(await world.as('wiganDcs', SEPTEMBER), { documentId: world.selfViewId, sectionKey: 'education', postId: contributor.as!.id, dueOn: null }, SEPTEMBER));
  const next = new Date(SEPTEMBER.getTime() + 60_000);
  ok(await commentOnSection(member, { documentId: world.selfViewId, sectionKey: 'education', paragraph: 0, quoted: '', body: 'And more.' }, next));
  await deliverEvents(next);
  expect(await told()).toEqual(['wigancontributor', 'wigandcs', 'wiganpolicyofficer']);
  expect((await outbox()).some(({ text }) => text.includes('more.'))).toBe(false);
});
