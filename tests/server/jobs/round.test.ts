import { describe, expect, test, vi } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';
import { hasWork, runRound } from '@/server/jobs/round';
import { runnersRight } from '@/server/jobs/one-runner';
import { startJobs } from '@/server/jobs/runner';
import { queriesOf } from '../../support/queries';
import { outbox, postRoom } from './a-post-room';

const room = postRoom();

/** An action of Wigan's plan that was due on 1 May 2018; the plan has been put forward. */
async function overdueAction() {
  const documentId = room.world.cycle.document('action-plan', 'Wigan');
  const { cycleAuthorityId } = room.world.cycle.places.Wigan!;
  const { postId } = await db.appointment.findFirstOrThrow({ where: { personId: room.world.ids.wiganDcs } });
  const { groupId } = await db.cycleAuthority.findUniqueOrThrow({ where: { id: cycleAuthorityId } });
  const at = new Date('2018-04-02T09:00:00Z');
  const version = await db.documentVersion.create({ data: { documentId, number: 1, content: [], contentHash: 'x', createdAt: at } });
  await db.documentAct.create({ data: { documentId, kind: 'submitted', versionId: version.id, at, personId: room.world.ids.wiganDcs, postId } });
  await db.share.create({ data: { documentId, audience: `group-lead:${groupId}`, because: 'Test', sinceAt: at } });
  const words = { finding: 'F', action: 'A', impact: 'I', measure: 'M', owner: 'DCS' };
  return db.action.create({ data: { documentId, cycleAuthorityId, ordinal: 3, ...words, dueOn: dateOf('2018-05-01'), createdAt: at } });
}

describe('the night’s work', () => {
  test('raises what has been overdue for more than a week with the group lead, once, and the morning’s digest says so', async () => {
    const action = await overdueAction();
    const rounds = { nightlyDoneOn: null };
    await runRound(rounds, new Date('2018-05-08T05:00:00Z'));
    expect(await db.event.count({ where: { type: 'action.escalated' } })).toBe(0);
    await runRound(rounds, new Date('2018-05-09T04:30:00Z'));
    expect(await db.event.count({ where: { type: 'action.escalated' } })).toBe(0);
    await runRound(rounds, new Date('2018-05-09T05:00:00Z'));
    await runRound({ nightlyDoneOn: null }, new Date('2018-05-09T05:10:00Z'));
    const [event, ...more] = await db.event.findMany({ where: { type: 'action.escalated' } });
    expect([event!.subjectId, event!.personId, more.length]).toEqual([action.id, null, 0]);
    const told = (await outbox()).filter(({ key }) => key.startsWith(`event:${event!.id}:`));
    expect(told.map(({ email, subject }) => [email, subject])).toEqual([
      ['trafforddcs@cast.example', 'Wigan’s action 3 is overdue and was raised with the group lead'], ['wigandcs@cast.example', 'Wigan’s action 3 is overdue and was raised with the group lead'],
    ]);
    expect(told[0]!.text).toContain(`https://friend.example/action-plans/${action.documentId}/actions/${action.id}`);
    room.office.reset();
    await runRound(rounds, new Date('2018-05-09T06:30:00Z'));
    expect(room.office.to('trafforddcs@cast.example')).toHaveLength(1);
  });

  test('is made up for when the machine was off at six', async () => {
    const rounds = { nightlyDoneOn: '2018-05-09' };
    expect(await hasWork(rounds, new Date('2018-05-09T20:00:00Z'))).toBe(false);
    expect(await hasWork(rounds, new Date('2018-05-11T14:00:00Z'))).toBe(true);
    await runRound(rounds, new Date('2018-05-11T14:00:00Z'));
    expect(rounds.nightlyDoneOn).toBe('2018-05-11');
  });
});

test('with nothing to do, a look costs one statement', async () => {
  const rounds = { nightlyDoneOn: '2018-05-09' };
  expect(await queriesOf(() => hasWork(rounds, new Date('2018-05-09T20:00:00Z')))).toBe(1);
});

describe('of several processes', () => {
  test('one has the right to run, and another gets it when the first is gone', async () => {
    const [first, second] = [runnersRight(), runnersRight()];
    expect([await first.hold(), await second.hold(), await first.hold()]).toEqual([true, false, true]);
    await first.release();
    await vi.waitFor(async () => expect(await second.hold()).toBe(true), { timeout: 60_000 });
    await second.release();
  });

  test('running jobs tell what happened without being asked, and end when told to', async () => {
    const { regionId } = await db.cycle.findUniqueOrThrow({ where: { id: room.world.cycle.cycleId } });
    const at = new Date('2018-05-09T04:00:00Z');
    const of = { regionId, cycleId: room.world.cycle.cycleId, authorityId: room.world.cycle.places.Wigan!.authorityId, documentId: room.world.selfViewId };
    await db.event.create({ data: { type: 'document.returned', at, ...of, data: { document: 'self-view' } } });
    const [one, other] = [startJobs(() => at), startJobs(() => at)];
    await vi.waitFor(() => expect(room.office.to('wigandcs@cast.example')).toHaveLength(1), { timeout: 60_000 });
    await Promise.all([one.stop(), other.stop()]);
    await db.event.create({ data: { type: 'document.returned', at, ...of, data: { document: 'self-view' } } });
    await pause(500);
    expect(await db.event.count({ where: { toldAt: null } })).toBe(1);
    const free = runnersRight();
    expect(await free.hold()).toBe(true);
    await free.release();
  });
});
