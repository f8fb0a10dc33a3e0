import { expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import { sessionState, timeLeft } from '@/domain/forums/session-state';
import { endSession, strikeNote, takeNote, type NotedSession } from '@/domain/forums/session-notes';
import { sectionsFor, writePreparation } from '@/domain/forums/preparation';
import { actorAs, coordinator, DAY, facilitator, groupLead, haltonDcs, post, REGION, when, wiganDcs } from './a-forum';

const now = when(`${DAY} 10:28`);
const SESSION: NotedSession = {
  id: 'session',
  forumId: 'forum',
  regionId: REGION.id,
  cycleId: 'cycle',
  groupId: 'trafford-group',
  onDay: DAY,
  authority: { id: 'wigan', name: 'Wigan' },
  challengerAuthorityIds: ['halton'],
  notesId: 'notes',
  endedAt: null,
  cancelledAt: null,
  sentAt: null,
  questionIds: ['one'],
};
const code = (decision: Decision<unknown>) => (isRefusal(decision) ? decision.refused : null);
const take = (actor = facilitator, session: Partial<NotedSession> = {}, at = now) =>
  takeNote({ actor, at, session: { ...SESSION, ...session }, id: 'note', note: { questionId: 'one', kind: 'said', text: 'Words' }, notedAt: now, over: 0, kept: null });

test('those who note are the regional team, the lead of the group and those who challenge', () => {
  const everyone = {
    coordinator,
    facilitator,
    groupLead,
    challengingDcs: haltonDcs,
    challengingAd: actorAs(post('assistant-director', { authority: 'Halton' })),
    challengingLeadMember: actorAs(post('lead-member', { authority: 'Halton' })),
    host: wiganDcs,
    otherDcs: actorAs(post('dcs', { authority: 'Bury' })),
    otherGroupLead: actorAs(post('group-lead', { group: 'Rochdale' })),
    dataGroup: actorAs(post('data-group-chair')),
    board: actorAs(post('board-chair')),
    ofsted: actorAs(post('ofsted')),
  };
  expect(Object.fromEntries(Object.entries(everyone).map(([who, actor]) => [who, code(take(actor)) === null]))).toEqual({
    coordinator: true,
    facilitator: true,
    groupLead: true,
    challengingDcs: true,
    challengingAd: true,
    challengingLeadMember: false,
    host: false,
    otherDcs: false,
    otherGroupLead: false,
    dataGroup: false,
    board: false,
    ofsted: false,
  });
});

test('notes are taken from the day on, after the end too, until the draft is sent', () => {
  expect(code(take(facilitator, {}, when('2017-12-12 23:59')))).toBe('not-yet');
  expect(code(take(facilitator, { endedAt: now }))).toBe(null);
  expect(code(take(facilitator, { sentAt: now }))).toBe('notes-sent');
  expect(code(take(facilitator, { cancelledAt: now }))).toBe('cancelled');
});

test('a device with a fast clock does not note what has not been said yet', () => {
  const decision = takeNote({ actor: facilitator, at: now, session: SESSION, id: 'note', note: { questionId: null, kind: 'said', text: 'Words' }, notedAt: when(`${DAY} 23:00`), over: 0, kept: null });
  expect(isRefusal(decision) ? null : decision.change.notedAt).toEqual(now);
});

test('a note is struck out by who took it or by the regional team', () => {
  const strike = (actor = haltonDcs, personId = haltonDcs.personId) => code(strikeNote({ actor, at: now, session: SESSION, id: 'note', what: 'note', kept: { personId, struckAt: null } }));
  expect(strike()).toBe(null);
  expect(strike(coordinator)).toBe(null);
  expect(strike(groupLead)).toBe('not-permitted');
});

test('a session ends once', () => {
  expect(code(endSession({ actor: haltonDcs, at: now, session: SESSION, othersToEnd: 3 }))).toBe('not-permitted');
  expect(code(endSession({ actor: facilitator, at: now, session: { ...SESSION, endedAt: now }, othersToEnd: 3 }))).toBe('ended');
  const last = endSession({ actor: facilitator, at: now, session: SESSION, othersToEnd: 0 });
  expect(isRefusal(last) ? null : last.change).toEqual({ sessionId: 'session', lastOfDay: true });
});

test('the clock of a session says what is left', () => {
  const slot = { id: 'session', startsAt: when(`${DAY} 09:30`), endsAt: when(`${DAY} 11:00`), endedAt: null };
  expect(timeLeft(slot, now)).toEqual({ figure: '32 min', words: 'left' });
  expect(timeLeft(slot, when(`${DAY} 08:15`))).toEqual({ figure: '1 h 15 min', words: 'until it starts' });
  expect(timeLeft(slot, when(`${DAY} 11:04`))).toEqual({ figure: '4 min', words: 'over time' });
  expect(timeLeft(slot, when('2017-12-12 09:00'))).toBe(null);
  expect(timeLeft({ ...slot, endedAt: now }, now)).toBe(null);
  const next = { ...slot, id: 'next', startsAt: when(`${DAY} 11:15`), endsAt: when(`${DAY} 12:45`) };
  const later = { ...slot, id: 'later', startsAt: when(`${DAY} 13:30`), endsAt: when(`${DAY} 15:00`) };
  expect([slot, next, later].map((one) => sessionState(one, [slot, next, later], now))).toEqual(['now', 'next', 'later']);
  expect(sessionState(slot, [slot, next], when(`${DAY} 11:04`))).toBe('over-time');
});

test('each side prepares its own parts, and nobody else prepares', () => {
  const session = { id: 'session', forumId: 'forum', regionId: REGION.id, cycleId: 'cycle', onDay: DAY, cancelledAt: null, endedAt: null, hostAuthorityId: 'wigan', challengerAuthorityIds: ['halton'] };
  expect(sectionsFor('host', [{ id: 'one' }], []).map(({ key }) => key)).toEqual(['question-one', 'who-comes', 'support']);
  expect(sectionsFor('challenger', [{ id: 'one' }], []).map(({ key }) => key)).toEqual(['question-one', 'lines']);
  const sections = [{ key: 'support', title: 'Support', text: '', version: 0 }, { key: 'who-comes', title: 'Who comes', text: 'All', version: 3 }];
  const save = (actor = wiganDcs, authorityId = 'wigan', now: object = {}) => code(writePreparation({ actor, session: { ...session, ...now }, authorityId, sections, keys: ['support', 'who-comes'] }));
  expect(save()).toBe(null);
  expect(save(haltonDcs, 'halton')).toBe(null);
  expect(save(haltonDcs, 'wigan')).toBe('not-permitted');
  expect(save(actorAs(post('dcs', { authority: 'Bury' })), 'bury')).toBe('no-part');
  expect(save(actorAs(post('lead-member', { authority: 'Wigan' })))).toBe('not-permitted');
  expect(save(wiganDcs, 'wigan', { endedAt: now })).toBe('ended');
  expect(save(wiganDcs, 'wigan', { cancelledAt: now })).toBe('cancelled');
  const decision = writePreparation({ actor: wiganDcs, session, authorityId: 'wigan', sections, keys: ['support', 'who-comes'] });
  expect(!isRefusal(decision) && decision.change.opens.map(({ key }) => key)).toEqual(['support']);
});
