import { beforeAll, expect, test } from 'vitest';
import { NotFound } from '@/server/not-found';
import { db } from '@/server/db';
import { dayOf } from '@/server/days';
import { arrangeSessions } from '@/server/forums/scheduling/arrange-sessions';
import { cancelForum } from '@/server/forums/scheduling/cancel-forum';
import { changeForum } from '@/server/forums/scheduling/change-forum';
import { scheduleAllForums } from '@/server/forums/scheduling/schedule-all-forums';
import { scheduleForum } from '@/server/forums/scheduling/schedule-forum';
import { clockSpan } from '@/domain/forums/clock';
import { accepted, forumWorld, refusal, SCHEDULED_AT as at, type ForumWorld } from './a-forum';

let world: ForumWorld;
beforeAll(async () => {
  world = await forumWorld({ scheduled: false });
});

const terms = { onDay: '2017-12-13', starts: '09:30', ends: '16:45', venue: 'Town Hall', room: 'Room 1', facilitatorPostId: null };

test('only the coordinator schedules', async () => {
  for (const role of ['facilitator', 'wiganDcs', 'dataGroupChair', 'boardChair', 'nobody'] as const) {
    const decision = await scheduleAllForums(await world.as(role), { cycleId: world.cycle.cycleId }, at).catch((error: unknown) => error);
    if (decision instanceof NotFound) continue;
    expect(refusal(decision as never)?.refused).toBe('not-permitted');
  }
  expect(await db.forum.count()).toBe(0);
});

test('the coordinator of another region finds nothing to schedule', async () => {
  await expect(scheduleAllForums(await world.as('otherRegionsCoordinator'), { cycleId: world.cycle.cycleId }, at)).rejects.toThrow(NotFound);
});

test('a forum in the January of the year before cannot be entered', async () => {
  const groupId = world.cycle.places['Manchester']!.groupId;
  const decision = await scheduleForum(await world.as('coordinator'), { ...terms, onDay: '2017-01-11', cycleId: world.cycle.cycleId, groupId, wave: 'january' }, at);
  expect(refusal(decision)).toEqual({
    refused: 'outside-cycle',
    because: 'Wednesday 11 January 2017 is outside the 2017/18 cycle, which runs from Wednesday 26 July 2017 to Tuesday 24 July 2018.',
  });
});

test('a forum before the packs are issued cannot be entered', async () => {
  const groupId = world.cycle.places['Wigan']!.groupId;
  const decision = await scheduleForum(await world.as('coordinator'), { ...terms, onDay: '2017-11-22', cycleId: world.cycle.cycleId, groupId, wave: 'december' }, at);
  expect(refusal(decision)?.refused).toBe('too-early');
});

test('one press schedules all six days with a session for every authority', async () => {
  accepted(await scheduleAllForums(await world.as('coordinator'), { cycleId: world.cycle.cycleId }, at));
  const forums = await db.forum.findMany({ include: { group: true, sessions: { include: { challengers: true } } }, orderBy: { onDay: 'asc' } });
  expect(forums.map((forum) => [dayOf(forum.onDay), forum.group.name, forum.sessions.length])).toEqual([
    ['2017-12-12', 'Blackburn with Darwen', 4],
    ['2017-12-13', 'Trafford', 4],
    ['2017-12-14', 'Rochdale', 4],
    ['2018-01-10', 'Blackburn with Darwen', 4],
    ['2018-01-11', 'Trafford', 4],
    ['2018-01-12', 'Rochdale', 3],
  ]);
  const sessions = forums.flatMap((forum) => forum.sessions);
  expect(new Set(sessions.map((session) => session.cycleAuthorityId)).size).toBe(23);
  for (const session of sessions) expect(session.challengers.filter(({ lead }) => lead)).toHaveLength(1);
  expect(await db.event.count({ where: { type: 'forum.scheduled' } })).toBe(6);
  expect(await db.event.count({ where: { type: 'session.arranged' } })).toBe(23);
});

test('each session has a document for its notes, kept from the authority', async () => {
  const session = await world.session('Wigan');
  const shares = await db.share.findMany({ where: { documentId: session.notesId }, orderBy: { audience: 'asc' } });
  const { cycleAuthorityId, groupId } = world.cycle.places['Wigan']!;
  const region = await db.region.findUniqueOrThrow({ where: { slug: 'north-west' } });
  expect(shares.map(({ audience }) => audience)).toEqual([`challengers:${cycleAuthorityId}`, `group-lead:${groupId}`, `region-team:${region.id}`]);
});

test('a second press has nothing left to schedule', async () => {
  const decision = await scheduleAllForums(await world.as('coordinator'), { cycleId: world.cycle.cycleId }, at);
  expect(refusal(decision)?.refused).toBe('nothing-to-schedule');
  expect(await db.forum.count()).toBe(6);
});

test('two sessions change places in one save', async () => {
  const forum = await world.forum('Trafford', 'december');
  const before = await db.forumSession.findMany({ where: { forumId: forum.id }, orderBy: { ordinal: 'asc' }, include: { challengers: true } });
  const [first, second] = before as [(typeof before)[0], (typeof before)[0]];
  const to = (session: typeof first, slot: typeof first) => ({
    sessionId: session.id,
    starts: clockSpan(slot.startsAt, slot.endsAt).slice(0, 5),
    ends: clockSpan(slot.startsAt, slot.endsAt).slice(-5),
    leadAuthorityId: session.challengers.find(({ lead }) => lead)!.authorityId,
    otherAuthorityIds: session.challengers.filter(({ lead }) => !lead).map(({ authorityId }) => authorityId),
  });
  accepted(await arrangeSessions(await world.as('coordinator'), { forumId: forum.id, sessions: [to(first, second), to(second, first)] }, at));
  const after = await db.forumSession.findMany({ where: { forumId: forum.id }, orderBy: { ordinal: 'asc' } });
  expect(after.map(({ id }) => id)).toEqual([second.id, first.id, ...before.slice(2).map(({ id }) => id)]);
  expect((await db.forum.findUniqueOrThrow({ where: { id: forum.id } })).sequence).toBe(1);
});

test('no authority challenges itself, and every session has a lead', async () => {
  const forum = await world.forum('Trafford', 'december');
  const session = await world.session('Wigan');
  const wigan = world.cycle.places['Wigan']!.authorityId;
  const arrange = async (leadAuthorityId: string, otherAuthorityIds: string[]) =>
    refusal(await arrangeSessions(await world.as('coordinator'), { forumId: forum.id, sessions: [{ sessionId: session.id, starts: '15:15', ends: '16:45', leadAuthorityId, otherAuthorityIds }] }, at));
  expect(await arrange(wigan, [])).toEqual({ refused: 'challenges-itself', because: 'Wigan cannot challenge itself.' });
  expect(await arrange('', [])).toEqual({ refused: 'no-lead', because: 'Choose one authority that leads the challenge of Wigan.' });
  expect(await arrange(world.cycle.places['Halton']!.authorityId, [world.cycle.places['Trafford']!.authorityId])).toBe(null);
});

test('a day moved to where the facilitator is already taken is refused, naming both', async () => {
  const facilitator = await db.post.findFirstOrThrow({ where: { office: 'facilitator' } });
  const forum = await world.forum('Trafford', 'december');
  const decision = await changeForum(await world.as('coordinator'), { ...terms, forumId: forum.id, onDay: '2017-12-14', room: '', facilitatorPostId: facilitator.id }, at);
  expect(refusal(decision)).toEqual({
    refused: 'twice-at-once',
    because:
      'Facilitator, North West facilitates the Rochdale group’s forum on Thursday 14 December 2017 from 09:30 to 16:45, and Facilitator, North West facilitates the Trafford group’s forum on Thursday 14 December 2017 from 09:30 to 16:45: nobody and no room can be in two places at once.',
  });
});

test('two forums pressed into one room at once: one of them is told why not', async () => {
  const [trafford, rochdale] = [await world.forum('Trafford', 'december'), await world.forum('Rochdale', 'december')];
  const coordinator = await world.as('coordinator');
  const outcomes = await Promise.all(
    [trafford, rochdale].map((forum) => changeForum(coordinator, { ...terms, forumId: forum.id, onDay: '2017-12-18', venue: 'Town Hall', room: 'Council  chamber' }, at)),
  );
  expect(outcomes.map((outcome) => refusal(outcome)?.refused ?? 'accepted').toSorted()).toEqual(['accepted', 'twice-at-once']);
  const booked = await db.forumBooking.findMany({ where: { key: { startsWith: 'room:' }, startsAt: { gte: new Date('2017-12-18') }, endsAt: { lte: new Date('2017-12-19') } } });
  expect(booked).toHaveLength(1);
});

test('the database itself refuses what is booked twice at once', async () => {
  const [trafford, rochdale] = [await world.forum('Trafford', 'january'), await world.forum('Rochdale', 'january')];
  const booking = { key: 'post:one', startsAt: new Date('2018-02-01T09:00:00Z'), endsAt: new Date('2018-02-01T12:00:00Z') };
  await db.forumBooking.create({ data: { ...booking, forumId: trafford.id } });
  await expect(db.forumBooking.create({ data: { ...booking, forumId: rochdale.id, startsAt: new Date('2018-02-01T11:00:00Z') } })).rejects.toThrow(/nothing_twice_at_once/);
  await db.forumBooking.deleteMany({ where: { key: 'post:one' } });
});

test('moving the day moves its sessions and tells calendars', async () => {
  const forum = await world.forum('Blackburn with Darwen', 'december');
  const before = await db.forumSession.findMany({ where: { forumId: forum.id }, orderBy: { ordinal: 'asc' } });
  accepted(await changeForum(await world.as('coordinator'), { ...terms, forumId: forum.id, onDay: '2017-12-15', starts: '10:00', ends: '17:15', room: 'Room 9' }, at));
  const after = await db.forumSession.findMany({ where: { forumId: forum.id }, orderBy: { ordinal: 'asc' } });
  const shift = 3 * 24 * 60 + 30;
  expect(after.map(({ startsAt }) => startsAt.getTime())).toEqual(before.map(({ startsAt }) => startsAt.getTime() + shift * 60_000));
  expect((await world.forum('Blackburn with Darwen', 'december')).sequence).toBe(forum.sequence + 1);
  const event = await db.event.findFirstOrThrow({ where: { type: 'forum.changed', subjectId: forum.id } });
  expect(event.data).toEqual({ group: 'Blackburn with Darwen', what: 'moved to Friday 15 December 2017, 10:00 to 17:15; now at Room 9, Town Hall; without a facilitator for now' });
});

test('a shorter day that leaves a session outside is refused', async () => {
  const forum = await world.forum('Blackburn with Darwen', 'december');
  const decision = await changeForum(await world.as('coordinator'), { ...terms, forumId: forum.id, onDay: '2017-12-15', starts: '10:00', ends: '16:00', room: 'Room 9' }, at);
  expect(refusal(decision)?.refused).toBe('outside-day');
});

test('a cancelled day gives back what it booked, and another day takes over its sessions', async () => {
  const forum = await world.forum('Blackburn with Darwen', 'december');
  const notes = await db.forumSession.findMany({ where: { forumId: forum.id }, select: { notesId: true } });
  accepted(await cancelForum(await world.as('coordinator'), { forumId: forum.id, reason: 'Snow' }, at));
  expect(await db.forumBooking.count({ where: { forumId: forum.id } })).toBe(0);
  expect(refusal(await cancelForum(await world.as('coordinator'), { forumId: forum.id, reason: 'Snow' }, at))?.refused).toBe('cancelled');
  const { groupId } = world.cycle.places['Bolton']!;
  accepted(await scheduleForum(await world.as('coordinator'), { ...terms, onDay: '2017-12-19', room: 'Room 2', cycleId: world.cycle.cycleId, groupId, wave: 'december' }, at));
  const again = await world.forum('Blackburn with Darwen', 'december');
  const taken = await db.forumSession.findMany({ where: { forumId: again.id }, select: { notesId: true } });
  expect(taken.map(({ notesId }) => notesId).toSorted()).toEqual(notes.map(({ notesId }) => notesId).toSorted());
});
