import { beforeAll, describe, expect, test } from 'vitest';
import { boardFilters, loadBoard, loadChase, loadOwed } from '@/server/board/load';
import { sendReminders } from '@/server/board/send-reminders';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { actorFor, castPeople, ROLES, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';
import { queriesOf } from '../../support/queries';

process.env.NEXTAUTH_SECRET ??= 'a secret that only tests know';

const OPENED = new Date('2017-07-26T09:00:00Z');
const NOW = new Date('2017-10-31T09:00:00Z');
const NONE = boardFilters.parse({});
let cast: Record<Role, string>;
let cycle: TestCycle;
const as = (role: Role) => actorFor(cast[role], NOW);
const board = async (role: Role, filters: object = {}) => loadBoard(await as(role), cycle.cycleId, boardFilters.parse(filters), NOW);

beforeAll(async () => {
  cast = await castPeople();
  cycle = await openTestCycle(await actorFor(cast.coordinator, OPENED), { at: OPENED });
});

describe('the board', () => {
  test('is read by the regional team, the data group and the Board, and is not there for anyone else', async () => {
    const readers: Role[] = [];
    for (const role of ROLES) {
      const read = await board(role).catch((error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      });
      if (read) readers.push(role);
    }
    expect(readers).toEqual(['coordinator', 'facilitator', 'dataGroupChair', 'dataGroupMember', 'boardChair', 'boardMember', 'regionalChair']);
  });

  test('shows each authority in its group with every step that the template puts on the board', async () => {
    const { board: read } = await board('coordinator');
    expect(read.groups.map(({ name, rows }) => [name, rows.length])).toEqual([['Blackburn with Darwen', 8], ['Trafford', 8], ['Rochdale', 7]]);
    expect(read.phases.map(({ name, columns }) => [name, columns.length])).toEqual([['Self-view', 4], ['Data and questions', 3], ['Forum and notes', 4], ['After the forums', 3]]);
    const wigan = read.groups[1]!.rows.find((row) => row.place.name === 'Wigan')!;
    expect([...wigan.cells].map(([key, { state, words }]) => [key, state, words]).slice(0, 4)).toEqual([
      ['write-self-view', 'late', '4 days'], ['sign-self-view', 'day', null], ['sign-mou', 'late', '4 days'], ['submit-self-view', 'no', null],
    ]);
    expect(wigan.owed).toEqual([{ by: 'DCS', acts: ['write the self-view'], isLate: true }, { by: 'All three', acts: ['sign the MoU'], isLate: true }]);
    expect(read.stats).toEqual({
      told: [
        { key: 'submit-self-view', name: 'Self-view submitted and accepted', per: 'authority', done: 0, of: 23, due: 23 },
        { key: 'read-pack', name: 'Pack and questions read', per: 'authority', done: 0, of: 23, due: 0 },
        { key: 'sign-notes', name: 'Notes agreed', per: 'authority', done: 0, of: 23, due: 0 },
      ],
      places: 23, late: 46, lateIn: 23, owedByRegion: 1,
    });
  });

  test('shows its own row alone when everything else is filtered away', async () => {
    const rows = async (filters: object) => (await board('coordinator', filters)).board.groups.flatMap((group) => group.rows.map((row) => row.place.name));
    expect(await rows({ group: cycle.places.Wigan!.groupId, wave: 'december' })).toEqual(['Cheshire East', 'Cheshire West and Chester', 'Halton', 'Wigan']);
    expect(await rows({ show: 'region' })).toEqual([]);
    expect(await rows({ show: 'late', step: 'read-pack' })).toEqual([]);
    expect((await rows({ show: 'nonsense', wave: '' })).length).toBe(23);
    expect((await board('coordinator', { step: 'phase:self-view' })).board.phases.map(({ name }) => name)).toEqual(['Self-view']);
  });

  test('links the coordinator to where a step is recorded, and others only to what they may open', async () => {
    const cellOf = async (role: Role) => (await board(role)).board.groups[1]!.rows.find((row) => row.place.name === 'Wigan')!.cells.get('write-self-view')!.href;
    expect(await cellOf('coordinator')).toBe(`/cycles/${cycle.cycleId}/steps/write-self-view?authority=wigan`);
    expect(await cellOf('boardChair')).toBeNull();
    const documentId = cycle.document('self-view', 'Wigan');
    await db.share.create({ data: { documentId, audience: `board:${(await as('boardChair')).as!.region.id}`, because: 'Test', sinceAt: OPENED } });
    expect(await cellOf('boardChair')).toBe(`/self-views/${documentId}`);
    await db.share.deleteMany({ where: { documentId, audience: { startsWith: 'board:' } } });
  });

  test('takes two queries for two authorities or for twenty-three', async () => {
    const coordinator = await as('coordinator');
    const other = await openTestCycle(await actorFor(cast.coordinator, OPENED), { at: OPENED, name: '2018/19', anchorOn: '2018-11-22', only: ['Halton', 'Wigan'] });
    expect(await queriesOf(() => loadBoard(coordinator, other.cycleId, NONE, NOW))).toBe(2);
    expect(await queriesOf(() => loadBoard(coordinator, cycle.cycleId, NONE, NOW))).toBe(2);
  });

  test('of another region, or with an address that is no id, is not there', async () => {
    await expect(board('otherRegionsCoordinator')).rejects.toThrow(NotFound);
    await expect(loadBoard(await as('coordinator'), 'nonsense', NONE, NOW)).rejects.toThrow(NotFound);
  });
});

describe('who owes what', () => {
  test('lists everything owed by post, the longest overdue first', async () => {
    const { owed } = await loadOwed(await as('coordinator'), cycle.cycleId, NOW);
    expect(owed.filter(({ at }) => at.place?.name === 'Wigan').map(({ by, act, daysLate }) => [by, act, daysLate])).toEqual([
      ['DCS, Chief Executive, Lead Member, Wigan', 'sign the memorandum of understanding', 4], ['DCS, Wigan', 'write the self-view', 4],
    ]);
    expect(owed.map(({ dueOn }) => dueOn)).toEqual(owed.map(({ dueOn }) => dueOn).sort());
  });
  test('takes one query', async () => {
    const coordinator = await as('coordinator');
    expect(await queriesOf(() => loadOwed(coordinator, cycle.cycleId, NOW))).toBe(1);
  });
});

describe('a reminder', () => {
  const MOU = ['sign-mou:wigan'];
  const readChase = async () => loadChase(await as('coordinator'), cycle.cycleId, MOU, NOW);
  const send = async (role: Role, written?: { key: string; subject: string; text: string }[]) =>
    sendReminders(await as(role), { cycleId: cycle.cycleId, written: written ?? (await readChase()).reminders.map(({ key, subject, text }) => ({ key, subject, text })) }, NOW);

  test('is a message for each holder of each post that owes it, which says who asks, what, by when, where and who else was told', async () => {
    const { reminders } = await readChase();
    expect(reminders.map(({ post, email }) => [post, email]).sort()).toEqual([
      ['Chief Executive, Wigan', 'wiganchiefexecutive@cast.example'], ['DCS, Wigan', 'wigandcs@cast.example'], ['Lead Member, Wigan', 'wiganleadmember@cast.example'],
    ]);
    const toDcs = reminders.find(({ post }) => post === 'DCS, Wigan')!;
    expect(toDcs.subject).toBe('Wigan: sign the memorandum of understanding, was due Friday 27 October 2017');
    expect(toDcs.text).toContain('SLI coordinator, North West');
    expect(toDcs.text).toContain(`/documents/${cycle.document('mou', 'Wigan')}/sign`);
    expect(toDcs.text).toContain('Lead Member, Wigan');
  });

  test('is for the coordinator to send: others are not shown it, and are refused', async () => {
    await expect(loadChase(await as('boardChair'), cycle.cycleId, MOU, NOW)).rejects.toThrow(NotFound);
    expect(await send('boardChair', [{ key: `sign-mou:wigan|${cast.wiganDcs}`, subject: 'S', text: 'T' }])).toMatchObject({ refused: 'not-permitted' });
    await expect(sendReminders(await as('otherRegionsCoordinator'), { cycleId: cycle.cycleId, written: [] }, NOW)).rejects.toThrow(NotFound);
    expect(await db.outboxMessage.count()).toBe(0);
    expect(await db.event.count({ where: { type: 'authority.chased' } })).toBe(0);
  });

  test('without words, to nobody, or to someone who does not owe it is refused, and nothing is written', async () => {
    expect(await send('coordinator', [])).toMatchObject({ refused: 'nobody-chosen' });
    expect(await send('coordinator', [{ key: `sign-mou:wigan|${cast.wiganDcs}`, subject: 'S', text: '  ' }])).toMatchObject({ refused: 'empty-message' });
    expect(await send('coordinator', [{ key: `sign-mou:wigan|${cast.haltonDcs}`, subject: 'S', text: 'T' }])).toMatchObject({ refused: 'nothing-owed' });
    expect(await db.outboxMessage.count()).toBe(0);
  });

  test('does not reach someone who signed while it was being read, and two presses send it once', async () => {
    const written = (await readChase()).reminders.map(({ key, text }) => ({ key, subject: 'As changed by the coordinator', text }));
    await sign('mou', 'lead-member', cast.wiganLeadMember);
    const [first, second] = await Promise.all([send('coordinator', written), send('coordinator', written)]);
    const [sent, refused] = isRefusal(first) ? [second, first] : [first, second];
    expect(refused).toMatchObject({ refused: 'sent-today' });
    expect(isRefusal(sent) ? null : sent.change.leftOut).toEqual([`sign-mou:wigan|${cast.wiganLeadMember}`]);
    const messages = await db.outboxMessage.findMany({ orderBy: { email: 'asc' } });
    expect(messages.map(({ email, subject, reason, urgency }) => [email, subject, reason, urgency])).toEqual(
      ['wiganchiefexecutive@cast.example', 'wigandcs@cast.example'].map((email) => [
        email, 'As changed by the coordinator', `step:${cycle.cycleId}:sign-mou:${cycle.places.Wigan!.authorityId}`, 'now',
      ]),
    );
    expect(await db.event.count({ where: { type: 'authority.chased', authorityId: cycle.places.Wigan!.authorityId } })).toBe(2);
  });

  test('goes again on another day', async () => {
    const later = new Date('2017-11-01T09:00:00Z');
    const chase = await loadChase(await as('coordinator'), cycle.cycleId, MOU, later);
    expect(chase.sentToday.size).toBe(0);
    expect(isRefusal(await sendReminders(await as('coordinator'), { cycleId: cycle.cycleId, written: chase.reminders }, later))).toBe(false);
    expect(await db.outboxMessage.count()).toBe(4);
  });

  test('names what nobody can be reminded of, because nobody holds the post', async () => {
    const { owed, reminders } = await loadChase(await as('coordinator'), cycle.cycleId, ['write-self-view:bury'], NOW);
    expect([owed.map(({ by }) => by), reminders]).toEqual([['DCS, Bury'], []]);
  });
});

/** A signature as the database holds it, on the version that is out. */
async function sign(kind: 'mou', office: 'lead-member', personId: string): Promise<void> {
  const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: cycle.document(kind, 'Wigan') }, orderBy: { number: 'desc' } });
  const { postId } = await db.appointment.findFirstOrThrow({ where: { personId } });
  await db.signature.create({ data: { versionId: version.id, office, postId, personId, personName: 'Wigan Lead Member', provedBy: 'link', provedAt: NOW, signedAt: NOW } });
}
