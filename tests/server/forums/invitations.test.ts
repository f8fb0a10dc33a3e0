import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { answerInvitation } from '@/server/forums/invitations/answer-invitation';
import { loadForumCalendar, unscopedInvitationCalendar } from '@/server/forums/invitations/load';
import { recordAttendance } from '@/server/forums/invitations/record-attendance';
import { sendInvitations } from '@/server/forums/invitations/send-invitations';
import { loadForum, loadForums, loadNewForum } from '@/server/forums/load';
import { arrangeSessions } from '@/server/forums/scheduling/arrange-sessions';
import { cancelForum } from '@/server/forums/scheduling/cancel-forum';
import { changeForum } from '@/server/forums/scheduling/change-forum';
import { NotFound } from '@/server/not-found';
import { accepted, forumWorld, ON_THE_DAY, refusal, SCHEDULED_AT as at, type ForumWorld } from './a-forum';

process.env.NEXTAUTH_SECRET = 'a secret that is long enough';
process.env.NEXTAUTH_URL = 'https://critical-friend.example';
process.env.MAIL_FROM = 'North West SLI team <sli@example.org>';

let world: ForumWorld;
let forumId: string;
let haltonPostId: string;
beforeAll(async () => {
  world = await forumWorld();
  forumId = (await world.forum('Trafford', 'december')).id;
  haltonPostId = (await world.as('haltonDcs')).as!.id;
});

const invitationOf = (postId: string) => db.invitation.findUnique({ where: { forumId_postId: { forumId, postId } } });
const line = (text: string, name: string) => text.replaceAll('\r\n ', '').split('\r\n').find((words) => words.startsWith(name));
const calendar = () => unscopedInvitationCalendar({ forumId, postId: haltonPostId, to: { name: 'Halton Director', email: 'halton@example.org' } });

test('nobody is invited before the coordinator presses', async () => {
  expect(await db.invitation.count({ where: { sentAt: { not: null } } })).toBe(0);
  expect(await calendar()).toBe(null);
  expect(refusal(await answerInvitation(await world.as('haltonDcs'), { forumId, answer: 'accepted' }, at))?.refused).toBe('not-invited');
  expect(refusal(await sendInvitations(await world.as('facilitator'), { forumId }, at))?.refused).toBe('not-permitted');
  await expect(sendInvitations(await world.as('otherRegionsCoordinator'), { forumId }, at)).rejects.toThrow(NotFound);
});

test('one press invites everyone once', async () => {
  const { send } = accepted(await sendInvitations(await world.as('coordinator'), { forumId }, at));
  expect(await db.invitation.count({ where: { forumId, sentAt: at } })).toBe(send.length);
  expect(refusal(await sendInvitations(await world.as('coordinator'), { forumId }, at))?.refused).toBe('all-sent');
  const roles = await db.invitation.findMany({ where: { forumId }, include: { forum: false }, orderBy: { role: 'asc' } });
  expect([...new Set(roles.map(({ role }) => role))]).toEqual(['challenger', 'facilitator', 'host', 'observer']);
});

test('the invited post accepts, and nobody answers for it', async () => {
  accepted(await answerInvitation(await world.as('haltonDcs'), { forumId, answer: 'accepted' }, at));
  expect(await invitationOf(haltonPostId)).toMatchObject({ answer: 'accepted', answeredAt: at });
  await expect(answerInvitation(await world.as('rochdaleDcs'), { forumId, answer: 'declined' }, at)).rejects.toThrow(NotFound);
  expect(await db.event.count({ where: { type: 'invitation.answered' } })).toBe(1);
});

test('the calendar file asks, then updates the same entry and asks again when the day moves', async () => {
  const first = (await calendar())!;
  expect(first.method).toBe('REQUEST');
  expect(line(first.text, 'SEQUENCE')).toBe('SEQUENCE:0');
  expect(line(first.text, 'ORGANIZER')).toBe('ORGANIZER;CN="North West SLI team":mailto:sli@example.org');
  expect(line(first.text, 'ATTENDEE')).toBe('ATTENDEE;CN="Halton Director";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:halton@example.org');
  const facilitatorPostId = (await world.as('facilitator')).as!.id;
  accepted(await changeForum(await world.as('coordinator'), { forumId, onDay: '2017-12-15', starts: '09:30', ends: '16:45', venue: 'Trafford Town Hall', room: 'Room 1', facilitatorPostId }, at));
  const moved = (await calendar())!;
  expect(line(moved.text, 'UID')).toBe(line(first.text, 'UID'));
  expect(line(moved.text, 'SEQUENCE')).toBe('SEQUENCE:1');
  expect(line(first.text, 'DTSTART')).toMatch(/^DTSTART:20171213T/);
  expect(line(moved.text, 'DTSTART')).toMatch(/^DTSTART:20171215T/);
  expect(line(moved.text, 'ATTENDEE')).toContain('PARTSTAT=NEEDS-ACTION');
  expect(line(moved.text, 'LOCATION')).toBe('LOCATION:Room 1\\, Trafford Town Hall');
});

test('whoever is no longer needed gets a cancellation', async () => {
  const session = await world.session('Wigan');
  const forum = await db.forum.findUniqueOrThrow({ where: { id: forumId }, include: { sessions: { include: { challengers: true } } } });
  const blackburn = world.cycle.places['Salford']!.authorityId;
  const salford = await db.post.create({ data: { office: 'dcs', regionId: (await world.as('coordinator')).as!.region.id, authorityId: blackburn } });
  const clock = (date: Date) => date.toISOString().slice(11, 16);
  const lead = forum.sessions.find(({ id }) => id === session.id)!.challengers.find((challenger) => challenger.lead)!.authorityId;
  const arrange = async (otherAuthorityIds: string[]) =>
    accepted(await arrangeSessions(await world.as('coordinator'), { forumId, sessions: [{ sessionId: session.id, starts: clock(session.startsAt), ends: clock(session.endsAt), leadAuthorityId: lead, otherAuthorityIds }] }, at));
  await arrange([blackburn]);
  expect(await invitationOf(salford.id)).toMatchObject({ role: 'challenger', sentAt: null });
  accepted(await sendInvitations(await world.as('coordinator'), { forumId }, at));
  await arrange([]);
  const cancelled = await unscopedInvitationCalendar({ forumId, postId: salford.id, to: null });
  expect(cancelled?.method).toBe('CANCEL');
  expect((await invitationOf(salford.id))?.removedAt).toEqual(at);
});

test('everyone of the region finds the day, those outside do not', async () => {
  for (const role of ['wiganLeadMember', 'rochdaleDcs', 'dataGroupMember', 'boardMember', 'facilitator'] as const) {
    expect((await loadForumCalendar(await world.as(role), forumId)).text).toContain('BEGIN:VEVENT');
    expect((await loadForum(await world.as(role), forumId, at)).forum.id).toBe(forumId);
  }
  for (const role of ['ofsted', 'otherRegionsCoordinator', 'formerWiganDcs', 'nobody'] as const) {
    await expect(loadForumCalendar(await world.as(role), forumId), role).rejects.toThrow(NotFound);
    await expect(loadForum(await world.as(role), forumId, at), role).rejects.toThrow(NotFound);
  }
});

test('who has accepted is for those who run the day', async () => {
  accepted(await answerInvitation(await world.as('haltonDcs'), { forumId, answer: 'accepted' }, at));
  const answers = async (role: 'coordinator' | 'wiganDcs') => (await loadForum(await world.as(role), forumId, at)).invitations.filter(({ answer }) => answer !== null).length;
  expect(await answers('coordinator')).toBe(1);
  expect(await answers('wiganDcs')).toBe(0);
});

test('each finds their own sessions, as host and as challenger', async () => {
  const own = async (role: 'haltonDcs' | 'wiganLeadMember' | 'coordinator') => (await loadForums(await world.as(role), world.cycle.cycleId, at)).own.map(({ authority, side }) => `${side} ${authority}`).toSorted();
  expect(await own('wiganLeadMember')).toContain('host Wigan');
  expect(await own('haltonDcs')).toEqual(expect.arrayContaining(['challenger Wigan', 'host Halton']));
  expect(await own('coordinator')).toEqual([]);
  await expect(loadNewForum(await world.as('wiganDcs'), world.cycle.cycleId, at)).rejects.toThrow(NotFound);
  expect((await loadNewForum(await world.as('coordinator'), world.cycle.cycleId, at)).missing).toEqual([]);
});

test('attendance is recorded on the day', async () => {
  const onTheDay = new Date('2017-12-15T10:00:00Z');
  const recorded = { [haltonPostId]: 'apologies' as const };
  expect(refusal(await recordAttendance(await world.as('facilitator', ON_THE_DAY), { forumId, recorded }, ON_THE_DAY))?.refused).toBe('not-yet');
  expect(refusal(await recordAttendance(await world.as('haltonDcs', onTheDay), { forumId, recorded }, onTheDay))?.refused).toBe('not-permitted');
  accepted(await recordAttendance(await world.as('facilitator', onTheDay), { forumId, recorded }, onTheDay));
  expect(await invitationOf(haltonPostId)).toMatchObject({ attendance: 'apologies' });
});

test('a cancelled forum is taken out of every calendar', async () => {
  accepted(await cancelForum(await world.as('coordinator'), { forumId, reason: 'Snow' }, at));
  const file = (await calendar())!;
  expect(file.method).toBe('CANCEL');
  expect(line(file.text, 'STATUS')).toBe('STATUS:CANCELLED');
  expect(file.text).not.toContain('Snow');
});
