import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { agreeImmediateAction } from '@/server/forums/sessions/agree-immediate-action';
import { endSession } from '@/server/forums/sessions/end-session';
import { loadForumDay, loadNotes } from '@/server/forums/sessions/load';
import { recordSupport } from '@/server/forums/sessions/record-support';
import { strikeNote } from '@/server/forums/sessions/strike-note';
import { takeNote } from '@/server/forums/sessions/take-note';
import { NotFound } from '@/server/not-found';
import { accepted, forumWorld, ON_THE_DAY as now, refusal, type ForumWorld } from './a-forum';

let world: ForumWorld;
let sessionId: string;
let forumId: string;
beforeAll(async () => {
  world = await forumWorld();
  const session = await world.session('Wigan');
  sessionId = session.id;
  forumId = session.forumId;
});

const note = (text: string, more: object = {}) => ({ sessionId, id: randomUUID(), questionId: null, kind: 'said' as const, text, notedAt: now, over: 0, ...more });
const stored = (id: string) => db.sessionNote.findUnique({ where: { id } });

test('the facilitator, the group lead and a challenger note what is said', async () => {
  for (const [role, office] of [['facilitator'], ['coordinator'], ['traffordDcs', 'group-lead'], ['haltonDcs'], ['haltonAd']] as const) {
    const taken = note(`Noted by ${role}`);
    accepted(await takeNote(await world.as(role, now, office), taken, now));
    expect(await stored(taken.id)).toMatchObject({ text: `Noted by ${role}`, version: 1, sessionId });
  }
});

test('the host does not find the notes of its own session, nor does anyone else', async () => {
  for (const role of ['wiganDcs', 'wiganAd', 'wiganLeadMember', 'rochdaleDcs', 'blackburnDcs', 'dataGroupChair', 'boardChair', 'ofsted', 'formerWiganDcs', 'otherRegionsCoordinator', 'nobody', 'haltonLeadMember'] as const) {
    const actor = await world.as(role, now);
    const taken = note('Secret of the day');
    if (role === 'haltonLeadMember') {
      expect(refusal(await takeNote(actor, taken, now).catch(() => ({ refused: 'not-permitted', because: '' })))?.refused).toBe('not-permitted');
    } else {
      await expect(takeNote(actor, taken, now), role).rejects.toThrow(NotFound);
      await expect(loadNotes(actor, sessionId, null, now), role).rejects.toThrow(NotFound);
      await expect(loadForumDay(actor, forumId, sessionId, now), role).rejects.toThrow(NotFound);
    }
    expect(await stored(taken.id)).toBe(null);
  }
});

test('notes are not taken before the day', async () => {
  const dayBefore = new Date('2017-12-12T23:59:00Z');
  expect(refusal(await takeNote(await world.as('facilitator', dayBefore), note('Early'), dayBefore))).toEqual({ refused: 'not-yet', because: 'Notes are taken on the day, Wednesday 13 December 2017.' });
});

test('the same note sent twice is one note', async () => {
  const facilitator = await world.as('facilitator', now);
  const taken = note('Sent twice');
  accepted(await takeNote(facilitator, taken, now));
  expect(refusal(await takeNote(facilitator, taken, now))?.refused).toBe('already-kept');
  expect(await db.sessionNote.count({ where: { text: 'Sent twice' } })).toBe(1);
});

test('the same note sent twice at once is one note', async () => {
  const facilitator = await world.as('facilitator', now);
  const taken = note('Sent twice at once');
  const outcomes = await Promise.all([1, 2, 3].map(() => takeNote(facilitator, taken, now)));
  expect(outcomes.map((outcome) => refusal(outcome)?.refused ?? 'kept').toSorted()).toEqual(['already-kept', 'already-kept', 'kept']);
  expect(await db.sessionNote.count({ where: { text: 'Sent twice at once' } })).toBe(1);
});

test('two note-takers at once lose nothing', async () => {
  const [facilitator, challenger] = [await world.as('facilitator', now), await world.as('haltonDcs', now)];
  const texts = Array.from({ length: 24 }, (_, index) => `At once ${index}`);
  const outcomes = await Promise.all(texts.map((text, index) => takeNote(index % 2 ? facilitator : challenger, note(text), now)));
  expect(outcomes.map(refusal).filter(Boolean)).toEqual([]);
  expect(await db.sessionNote.count({ where: { text: { startsWith: 'At once' } } })).toBe(24);
});

test('one’s own note is edited over the version that one saw', async () => {
  const facilitator = await world.as('facilitator', now);
  const taken = note('First words');
  accepted(await takeNote(facilitator, taken, now));
  accepted(await takeNote(facilitator, { ...taken, text: 'Better words', over: 1 }, now));
  expect(refusal(await takeNote(facilitator, { ...taken, text: 'Words from another device', over: 1 }, now))?.refused).toBe('changed-since');
  expect(await stored(taken.id)).toMatchObject({ text: 'Better words', version: 2 });
});

test('nobody edits the note of another', async () => {
  const taken = note('Mine');
  accepted(await takeNote(await world.as('facilitator', now), taken, now));
  expect(refusal(await takeNote(await world.as('haltonDcs', now), { ...taken, text: 'Yours', over: 1 }, now))?.refused).toBe('not-yours');
  expect(refusal(await strikeNote(await world.as('haltonDcs', now), { sessionId, id: taken.id, what: 'note' }, now))?.refused).toBe('not-permitted');
  accepted(await strikeNote(await world.as('coordinator', now), { sessionId, id: taken.id, what: 'note' }, now));
  expect((await stored(taken.id))?.struckAt).toEqual(now);
});

test('support asked for and an action agreed are recorded once', async () => {
  const lead = await world.as('traffordDcs', now, 'group-lead');
  const support = { sessionId, id: randomUUID(), topic: 'Neglect audit', questionId: null, takenBy: 'region' as const };
  const action = { sessionId, id: randomUUID(), text: 'Repeat the partner survey', owner: 'AD, Wigan', byOn: '2018-03-31', questionId: null };
  accepted(await recordSupport(lead, support, now));
  accepted(await agreeImmediateAction(lead, action, now));
  expect(refusal(await recordSupport(lead, support, now))?.refused).toBe('already-kept');
  expect(refusal(await agreeImmediateAction(lead, { ...action, id: randomUUID(), byOn: '2017-12-01' }, now))?.refused).toBe('due-before-forum');
  expect(await db.supportRequest.count()).toBe(1);
  expect(await db.immediateAction.findMany()).toMatchObject([{ text: 'Repeat the partner survey', owner: 'AD, Wigan' }]);
});

test('the other note-taker hears of what is new, struck and changed, and of nothing when there is nothing', async () => {
  const [facilitator, challenger] = [await world.as('facilitator', now), await world.as('haltonDcs', now)];
  const first = await loadNotes(challenger, sessionId, null, now);
  const later = new Date(now.getTime() + 600_000);
  const taken = note('New to you', { notedAt: later });
  accepted(await takeNote(facilitator, taken, later));
  const second = await loadNotes(challenger, sessionId, later, later);
  expect(second.tag).not.toBe(first.tag);
  expect(second.lines).toEqual([{ id: taken.id, what: 'note', questionId: null, kind: 'said', text: 'New to you', owner: '', byOn: null, at: later.toISOString(), version: 1, mine: false, struck: false }]);
  expect((await loadNotes(challenger, sessionId, later, later)).tag).toBe(second.tag);
  const muchLater = new Date(later.getTime() + 600_000);
  accepted(await strikeNote(facilitator, { sessionId, id: taken.id, what: 'note' }, muchLater));
  expect((await loadNotes(challenger, sessionId, muchLater, muchLater)).lines).toMatchObject([{ id: taken.id, struck: true }]);
});

test('a question of another authority takes no notes of this session', async () => {
  expect(refusal(await takeNote(await world.as('facilitator', now), note('Elsewhere', { questionId: randomUUID() }), now))?.refused).toBe('no-such-question');
});

test('a session is ended once, by the region or the group lead; notes from a device that was offline still come in', async () => {
  expect(refusal(await endSession(await world.as('haltonDcs', now), { sessionId }, now))?.refused).toBe('not-permitted');
  accepted(await endSession(await world.as('facilitator', now), { sessionId }, now));
  expect(refusal(await endSession(await world.as('coordinator', now), { sessionId }, now))?.refused).toBe('ended');
  expect(await db.event.count({ where: { type: 'session.ended', subjectId: sessionId } })).toBe(1);
  const late = new Date(now.getTime() + 3_600_000);
  const taken = note('Noted while the network was down');
  accepted(await takeNote(await world.as('haltonDcs', late), taken, late));
  expect((await stored(taken.id))?.notedAt).toEqual(now);
});

test('with its last session a forum has been held', async () => {
  for (const authority of ['Cheshire East', 'Cheshire West and Chester', 'Halton']) {
    expect((await db.forum.findUniqueOrThrow({ where: { id: forumId } })).heldAt).toBe(null);
    accepted(await endSession(await world.as('facilitator', now), { sessionId: (await world.session(authority)).id }, now));
  }
  expect((await db.forum.findUniqueOrThrow({ where: { id: forumId } })).heldAt).toEqual(now);
});

test('once the draft is sent, what is missing goes into the draft', async () => {
  const facilitator = await world.as('facilitator', now);
  const { notesId } = await world.session('Wigan');
  await db.documentAct.create({ data: { documentId: notesId, kind: 'sent-for-comment', at: now, personId: facilitator.personId, postId: facilitator.as!.id } });
  expect(refusal(await takeNote(facilitator, note('Too late'), now))?.refused).toBe('notes-sent');
});
