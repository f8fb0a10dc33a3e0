import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { loadForum, loadForums } from '@/server/forums/load';
import { loadForumDay, loadNotes } from '@/server/forums/sessions/load';
import { queriesOf } from '../../support/queries';
import { forumWorld, ON_THE_DAY as now, type ForumWorld } from './a-forum';

let world: ForumWorld;
beforeAll(async () => {
  world = await forumWorld();
});

test('the page of the day asks the same number of questions for one note and for thirty', async () => {
  const facilitator = await world.as('facilitator', now);
  const { id: sessionId, forumId } = await world.session('Wigan');
  const take = (count: number) =>
    db.sessionNote.createMany({
      data: Array.from({ length: count }, (_, index) => ({ id: randomUUID(), sessionId, text: `Note ${index}`, notedAt: now, savedAt: now, personId: facilitator.personId, postId: facilitator.as!.id })),
    });
  await take(1);
  const one = await queriesOf(() => loadForumDay(facilitator, forumId, sessionId, now));
  const polledOne = await queriesOf(() => loadNotes(facilitator, sessionId, null, now));
  await take(29);
  expect(await queriesOf(() => loadForumDay(facilitator, forumId, sessionId, now))).toBe(one);
  expect([polledOne, await queriesOf(() => loadNotes(facilitator, sessionId, null, now))]).toEqual([1, 1]);
});

test('the list of forums asks the same number of questions for one day and for six', async () => {
  const director = await world.as('wiganDcs', now);
  const six = await queriesOf(() => loadForums(director, world.cycle.cycleId, now));
  const wigan = (await world.session('Wigan')).forumId;
  const others = await db.forum.findMany({ where: { id: { not: wigan } }, select: { id: true } });
  const forum = await queriesOf(() => loadForum(director, wigan, now));
  for (const { id } of others) {
    await db.sessionChallenger.deleteMany({ where: { session: { forumId: id } } });
    await db.forumSession.deleteMany({ where: { forumId: id } });
    await db.forumBooking.deleteMany({ where: { forumId: id } });
    await db.invitation.deleteMany({ where: { forumId: id } });
    await db.forum.delete({ where: { id } });
  }
  expect(await queriesOf(() => loadForums(director, world.cycle.cycleId, now))).toBe(six);
  expect(await queriesOf(() => loadForum(director, wigan, now))).toBe(forum);
});
