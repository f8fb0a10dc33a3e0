// In the North West's cycle, with its forum days arranged: an inspection, a change of days and a withdrawal.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '@/server/days';
import { db } from '@/server/db';
import { inspectAuthority } from '@/server/disruption/inspect';
import { joinLate } from '@/server/disruption/join-late';
import { loadCameBetween, loadDisruption } from '@/server/disruption/load';
import { swapDays } from '@/server/disruption/swap-days';
import { withdrawAuthority } from '@/server/disruption/withdraw';
import { sendInvitations } from '@/server/forums/invitations/send-invitations';
import { scheduleAllForums } from '@/server/forums/scheduling/schedule-all-forums';
import { NotFound } from '@/server/not-found';
import { unscopedStepFacts } from '@/server/step-facts/load';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';
import { codeOf, ok, oldNews, place, shownTo, tell } from './a-coordinator';

const OCTOBER = new Date('2017-10-09T09:00:00Z');
const NOVEMBER = new Date('2017-11-27T09:00:00Z');
const REASON = 'Ofsted has come';
let people: Record<Role, string>;
let cycle: TestCycle;
let cycleId: string;
const as = (role: Role, at = OCTOBER) => actorFor(people[role], at);
const id = (name: string) => cycle.places[name]!.authorityId;
const rows = async () => [await db.disruption.count(), await db.dateMove.count(), await db.stepWaiver.count(), await db.event.count({ where: { type: { startsWith: 'authority.' } } })];
const sessionOf = (name: string) => db.forumSession.findUniqueOrThrow({ where: { cycleAuthorityId: cycle.places[name]!.cycleAuthorityId }, include: { forum: true, challengers: { include: { authority: true }, orderBy: [{ lead: 'desc' }, { authorityId: 'asc' }] } } });
const eventsOf = (type: string) => db.event.findMany({ where: { type } });

beforeAll(async () => {
  people = await castPeople();
  cycle = await openTestCycle(await as('coordinator', new Date('2017-07-26T09:00:00Z')), { only: ['Wigan', 'Halton', 'Stockport', 'Trafford', 'Rochdale', 'Wirral'] });
  cycleId = cycle.cycleId;
});
beforeEach(() => oldNews(OCTOBER));

describe('recording that something came between', () => {
  const inspection = () => ({ authorityId: id('Wigan'), from: '2017-10-16', on: '2017-11-06', leaveOut: ['agree-questions'] });

  it('is for the coordinator: others are refused, and whoever is not of the region finds nothing', async () => {
    const before = await rows();
    const shown = await shownTo(await as('coordinator'), cycleId, 'inspected', inspection(), OCTOBER);
    for (const role of ['facilitator', 'wiganDcs', 'boardChair'] as const) {
      expect([role, codeOf(await inspectAuthority(await as(role), { ...inspection(), cycleId, reason: REASON, shown }, OCTOBER))]).toEqual([role, 'not-permitted']);
      await expect(loadDisruption(await as(role), cycleId, null, OCTOBER), role).rejects.toThrow(NotFound);
    }
    for (const role of ['ofsted', 'wiganPolice', 'otherRegionsCoordinator', 'nobody'] as const) {
      await expect(inspectAuthority(await as(role), { ...inspection(), cycleId, reason: REASON, shown }, OCTOBER), role).rejects.toThrow(NotFound);
      await expect(loadDisruption(await as(role), cycleId, null, OCTOBER), role).rejects.toThrow(NotFound);
    }
    await expect(inspectAuthority(await as('coordinator'), { ...inspection(), cycleId: 'nothing', reason: REASON, shown }, OCTOBER)).rejects.toThrow(NotFound);
    expect(await rows()).toEqual(before);
  });

  it('wants a reason, and what was shown to be what is done', async () => {
    const coordinator = await as('coordinator');
    const shown = await shownTo(coordinator, cycleId, 'inspected', inspection(), OCTOBER);
    const before = await rows();
    expect(codeOf(await inspectAuthority(coordinator, { ...inspection(), cycleId, reason: ' ', shown }, OCTOBER))).toBe('no-reason');
    expect(codeOf(await inspectAuthority(coordinator, { ...inspection(), on: '2017-11-07', cycleId, reason: REASON, shown }, OCTOBER))).toBe('changed-meanwhile');
    expect(codeOf(await inspectAuthority(coordinator, { ...inspection(), cycleId, reason: REASON, shown: '' }, OCTOBER))).toBe('changed-meanwhile');
    expect(await rows()).toEqual(before);
  });

  it('an inspection: one row, the fewest moves, one event, and each Director concerned is told once', async () => {
    const coordinator = await as('coordinator');
    const shown = await shownTo(coordinator, cycleId, 'inspected', inspection(), OCTOBER);
    const both = await Promise.all([1, 2].map(() => inspectAuthority(coordinator, { ...inspection(), cycleId, reason: REASON, shown }, OCTOBER)));
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'changed-meanwhile']);
    const moves = await db.dateMove.findMany({ where: { cycleId }, orderBy: { id: 'asc' } });
    expect(moves.map(({ stepKey, scope, toOn, reason, movedBy }) => [stepKey, scope, dayOf(toOn), reason, movedBy])).toEqual(
      [['write-self-view', '2017-11-17'], ['sign-self-view', '2017-11-17'], ['sign-mou', '2017-11-17'], ['submit-self-view', '2017-11-17'], ['read-pack', '2017-12-13']].map(([stepKey, on]) => [stepKey, `authority:${id('Wigan')}`, on, REASON, people.coordinator]),
    );
    expect(await db.stepWaiver.findMany({ select: { stepKey: true, scope: true, reason: true } })).toEqual([{ stepKey: 'agree-questions', scope: `authority:${id('Wigan')}`, reason: REASON }]);
    const [row, ...more] = await db.disruption.findMany();
    expect([row!.kind, row!.authorityId, row!.reason, row!.personId, more.length]).toEqual(['inspected', id('Wigan'), REASON, people.coordinator, 0]);
    const [event, ...others] = await eventsOf('authority.inspected');
    expect(others).toEqual([]);
    const led = Object.entries(cycle.places).filter(([, { leadChallengerAuthorityId }]) => leadChallengerAuthorityId === id('Wigan')).map(([name]) => name);
    expect(event!.data).toEqual({ cycle: '2017/18', authority: 'Wigan', on: 'Monday 6 November 2017', reason: REASON, authorityIds: [id('Wigan'), cycle.places.Wigan!.leadChallengerAuthorityId, ...led.map(id)].join(' ') });
    expect(await db.event.count({ where: { type: { in: ['date.moved', 'step.waived'] } } })).toBe(0);
    const lead = Object.entries(cycle.places).find(([, { authorityId }]) => authorityId === cycle.places.Wigan!.leadChallengerAuthorityId)![0];
    const told = await tell(OCTOBER);
    expect(told.map(({ post, urgency, calendar }) => [post, urgency, calendar])).toEqual(['Data group chair, North West', `DCS, ${lead}`, ...led.map((name) => `DCS, ${name}`), 'DCS, Wigan', 'Facilitator, North West'].sort().map((post) => [post, 'digest', null]));
    expect(new Set(told.map(({ subject }) => subject))).toEqual(new Set(['Wigan is being inspected: its steps go on from Monday 6 November 2017']));
  });

  it('is read whole by those whom it is about and who read the board, by others as far as it names them, by nobody outside', async () => {
    const seen = async (role: Role, of = 'Wigan') => (await loadCameBetween(await as(role), { cycleId, authorityId: id(of) })).map(({ headline, reason, days }) => [headline, reason, days.length]);
    expect(await seen('wiganDcs')).toEqual([['Wigan is inspected', REASON, 5]]);
    expect(await seen('boardChair')).toEqual([['Wigan is inspected', REASON, 5]]);
    expect(await seen('rochdaleDcs')).toEqual([['Wigan is inspected', REASON, 0]]);
    for (const role of ['ofsted', 'wiganPolice', 'otherRegionsCoordinator', 'nobody'] as const) expect([role, await seen(role)]).toEqual([role, []]);
    expect(await seen('wiganDcs', 'Wirral')).toEqual([]);
    expect((await loadDisruption(await as('coordinator'), cycleId, null, OCTOBER)).between.map(({ headline, by }) => [headline, by])).toEqual([['Wigan is inspected', 'SLI coordinator, North West']]);
  });
});

describe('with the forum days arranged and everyone invited', () => {
  beforeAll(async () => {
    const coordinator = await as('coordinator', NOVEMBER);
    ok(await scheduleAllForums(coordinator, { cycleId }, NOVEMBER));
    for (const forum of await db.forum.findMany({ where: { cycleId } })) ok(await sendInvitations(coordinator, { forumId: forum.id }, NOVEMBER));
  });
  const LATER = new Date('2017-11-28T09:00:00Z');
  beforeEach(() => oldNews(LATER));

  it('two on two days change places whole: the database holds them apart, calendars follow, and each is told once', async () => {
    const coordinator = await as('coordinator', LATER);
    const swap = { authorityId: id('Wigan'), otherId: id('Stockport') };
    const [mine, theirs] = [await sessionOf('Wigan'), await sessionOf('Stockport')];
    const shown = await shownTo(coordinator, cycleId, 'swapped', swap, LATER);
    const both = await Promise.all([1, 2].map(() => swapDays(coordinator, { ...swap, cycleId, reason: 'A funeral', shown }, LATER)));
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'changed-meanwhile']);
    const [wigan, stockport] = [await sessionOf('Wigan'), await sessionOf('Stockport')];
    expect([wigan.id, wigan.forumId, wigan.startsAt, wigan.notesId]).toEqual([mine.id, theirs.forumId, theirs.startsAt, mine.notesId]);
    expect([stockport.id, stockport.forumId, stockport.startsAt]).toEqual([theirs.id, mine.forumId, mine.startsAt]);
    expect([wigan.forum.sequence, stockport.forum.sequence]).toEqual([theirs.forum.sequence + 1, mine.forum.sequence + 1]);
    for (const session of [wigan, stockport]) {
      expect(session.challengers.filter(({ lead }) => lead)).toHaveLength(1);
      expect(session.challengers.map(({ authorityId }) => authorityId)).not.toContain(session === wigan ? id('Wigan') : id('Stockport'));
    }
    const waves = await db.cycleAuthority.findMany({ where: { cycleId, authorityId: { in: [id('Wigan'), id('Stockport')] } }, include: { authority: true }, orderBy: { authority: { shortName: 'asc' } } });
    expect(waves.map(({ authority, wave }) => [authority.shortName, wave])).toEqual([['Stockport', 'december'], ['Wigan', 'january']]);
    const booked = await db.forumBooking.findMany({ where: { key: `authority:${id('Wigan')}` } });
    expect(new Set(booked.map(({ forumId }) => forumId))).toEqual(new Set([theirs.forumId]));
    const wiganDcs = await db.post.findFirstOrThrow({ where: { office: 'dcs', authority: { shortName: 'Wigan' } } });
    const invitations = await db.invitation.findMany({ where: { postId: wiganDcs.id } });
    expect(invitations.map(({ forumId, removedAt, sentAt }) => [forumId === mine.forumId ? 'old' : 'new', removedAt !== null, sentAt !== null]).sort()).toEqual([['new', false, false], ['old', true, true]]);

    expect(await eventsOf('authority.swapped')).toHaveLength(1);
    expect(await eventsOf('forum.changed')).toHaveLength(0);
    const told = await tell(LATER);
    expect(told.length).toBe(new Set(told.map(({ post }) => post)).size);
    expect(new Set(told.map(({ subject }) => subject))).toEqual(new Set(['Wigan and Stockport change places']));
    const to = (post: string) => told.filter((one) => one.post === post).map(({ urgency, calendar }) => [urgency, calendar]);
    expect([to('DCS, Wigan'), to('DCS, Stockport'), to('Lead Member, Wigan')]).toEqual([[['now', 'CANCEL']], [['now', 'CANCEL']], [['now', 'CANCEL']]]);
    expect(to('DCS, Rochdale')).toEqual([]);
  });

  it('one that withdraws: its session is kept off the day, its parts pass on, and nothing is asked of it any more', async () => {
    const coordinator = await as('coordinator', LATER);
    const withdrawal = { authorityId: id('Halton'), handing: {}, seats: {} };
    const before = await sessionOf('Halton');
    const led = await db.cycleAuthority.findMany({ where: { cycleId, leadChallengerAuthorityId: id('Halton') } });
    expect(led.length).toBeGreaterThan(0);
    const shown = await shownTo(coordinator, cycleId, 'withdrew', withdrawal, LATER);
    ok(await withdrawAuthority(coordinator, { ...withdrawal, cycleId, reason: 'No capacity this year', shown }, LATER));
    const row = await db.cycleAuthority.findUniqueOrThrow({ where: { cycleId_authorityId: { cycleId, authorityId: id('Halton') } } });
    expect([row.withdrawnAt, row.withdrawnWhy]).toEqual([LATER, 'No capacity this year']);
    const after = await sessionOf('Halton');
    expect([after.id, after.notesId, after.forumId === before.forumId, after.forum.cancelledAt]).toEqual([before.id, before.notesId, false, LATER]);
    expect(await db.forumBooking.count({ where: { key: `authority:${id('Halton')}` } })).toBe(0);
    expect(await db.sessionChallenger.count({ where: { authorityId: id('Halton'), session: { forum: { cancelledAt: null } } } })).toBe(0);
    expect(await db.cycleAuthority.count({ where: { cycleId, leadChallengerAuthorityId: id('Halton') } })).toBe(0);
    expect(await db.cycleAuthority.count({ where: { cycleId, leadChallengerAuthorityId: null, withdrawnAt: null } })).toBe(0);
    const invited = await db.invitation.findMany({ where: { removedAt: null, forum: { cycleId, cancelledAt: null }, postId: { in: (await db.post.findMany({ where: { authorityId: id('Halton') } })).map((post) => post.id) } } });
    expect(invited).toEqual([]);
    const { steps } = await unscopedStepFacts(db, { cycle: { id: cycleId }, of: 'all', audiences: [] }, LATER);
    expect([...new Set(steps.all.filter(({ place: of }) => of?.authorityId === id('Halton')).map(({ state }) => (state.is === 'not-needed' ? state.because : state.is)))]).toEqual(['Halton left the cycle: No capacity this year']);
    expect(await eventsOf('authority.withdrew')).toHaveLength(1);
    const told = await tell(LATER);
    expect(told.filter(({ post }) => post === 'DCS, Halton').map(({ subject, calendar }) => [subject, calendar])).toEqual([['Halton has left the 2017/18 cycle', 'CANCEL']]);
    expect(told.length).toBe(new Set(told.map(({ post }) => post)).size);
    expect(codeOf(await withdrawAuthority(coordinator, { ...withdrawal, cycleId, reason: 'Again', shown }, LATER))).toBe('has-left');
  });

  it('one that joins late: its place and documents, a session after the others, days that can be met, and its signatories are told', async () => {
    const coordinator = await as('coordinator', LATER);
    const bolton = await db.authority.findFirstOrThrow({ where: { shortName: 'Bolton' } });
    const group = await db.group.findFirstOrThrow({ where: { members: { some: { authorityId: bolton.id } } } });
    const joining = place(bolton.id, { groupId: group.id, wave: 'january' });
    const shown = await shownTo(coordinator, cycleId, 'joined', joining, LATER);
    const both = await Promise.all([1, 2].map(() => joinLate(coordinator, { ...joining, cycleId, reason: 'It asked to', shown }, LATER)));
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'in-cycle']);
    const row = await db.cycleAuthority.findUniqueOrThrow({ where: { cycleId_authorityId: { cycleId, authorityId: bolton.id } } });
    expect([row.joinedAt, row.wave, row.groupId, row.leadChallengerAuthorityId !== null, row.predecessorId]).toEqual([LATER, 'january', group.id, true, null]);
    const documents = await db.document.findMany({ where: { cycleId, authorityId: bolton.id }, include: { shares: true, acts: true, questionSet: true }, orderBy: { kind: 'asc' } });
    expect(documents.map(({ kind, acts, questionSet }) => [kind, acts.map((act) => act.kind), questionSet !== null])).toEqual([['action-plan', [], false], ['mou', ['put-for-signature'], false], ['questions', [], true], ['self-view', [], false]]);
    expect(documents.find(({ kind }) => kind === 'self-view')!.shares.map(({ audience }) => audience)).toEqual([`authority:${bolton.id}`]);
    const { steps } = await unscopedStepFacts(db, { cycle: { id: cycleId }, of: 'all', audiences: [] }, LATER);
    expect(steps.all.filter(({ place: of, state }) => of?.authorityId === bolton.id && state.is === 'overdue')).toEqual([]);
    expect((await eventsOf('authority.joined')).map(({ data }) => (data as { cameIds: string }).cameIds)).toEqual([bolton.id]);
    expect(await db.event.count({ where: { type: 'document.put-for-signature', at: LATER } })).toBe(0);
  });
});
