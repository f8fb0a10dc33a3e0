import { expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import type { Forum } from '@/domain/forums/forum';
import { cancelForum, changeForum, scheduleForums } from '@/domain/forums/schedule-forums';
import { actorAs, challenger, coordinator, DAY, facilitator, forum, groupLead, post, REGION, session, when, wiganDcs } from './a-forum';

const CYCLE = { id: 'cycle', regionId: REGION.id, name: '2017/18', startsOn: '2017-07-26', endsOn: '2018-07-24', closed: false, waitsFor: { name: 'Packs issued', dueOn: '2017-11-23' } };
const at = when('2017-11-01 10:00');
const schedule = (one: Forum, more: object = {}) => scheduleForums({ actor: coordinator, at, cycle: CYCLE, forums: [one], others: [], scheduled: [], ...more });
const why = (decision: Decision<unknown>) => (isRefusal(decision) ? decision.because : null);
const code = (decision: Decision<unknown>) => (isRefusal(decision) ? decision.refused : null);
const onDay = (day: string) => forum({ onDay: day, startsAt: when(`${day} 09:30`), endsAt: when(`${day} 16:45`), sessions: forum().sessions.map((one) => ({ ...one, startsAt: new Date(one.startsAt.getTime() + Date.parse(day) - Date.parse(DAY)), endsAt: new Date(one.endsAt.getTime() + Date.parse(day) - Date.parse(DAY)) })) });

test('nobody but the coordinator schedules', () => {
  const others = [facilitator, wiganDcs, groupLead, actorAs(post('data-group-chair')), actorAs(post('board-chair')), actorAs(post('lead-member', { authority: 'Wigan' })), actorAs(post('ofsted'))];
  for (const actor of others) expect(code(schedule(forum(), { actor }))).toBe('not-permitted');
  expect(code(schedule(forum()))).toBe(null);
});

test.each([
  ['2017-01-11', 'Wednesday 11 January 2017 is outside the 2017/18 cycle, which runs from Wednesday 26 July 2017 to Tuesday 24 July 2018.'],
  ['2018-07-25', 'Wednesday 25 July 2018 is outside the 2017/18 cycle, which runs from Wednesday 26 July 2017 to Tuesday 24 July 2018.'],
  ['2017-11-22', 'Wednesday 22 November 2017 is too early: a forum waits for “Packs issued”, which is due on Thursday 23 November 2017.'],
])('a forum on %s is refused', (day, because) => {
  expect(why(schedule(onDay(day)))).toBe(because);
});

test('a day that has passed cannot be entered, today can', () => {
  expect(why(schedule(onDay('2017-12-13'), { at: when('2017-12-14 08:00') }))).toBe('Wednesday 13 December 2017 has passed.');
  expect(why(schedule(onDay('2017-12-13'), { at: when('2017-12-13 08:00') }))).toBe(null);
});

test('nothing is scheduled in a cycle that is closed', () => {
  expect(code(schedule(forum(), { cycle: { ...CYCLE, closed: true } }))).toBe('cycle-closed');
});

test('a group has one day in a wave, until it is cancelled', () => {
  expect(code(schedule(forum({ id: 'another' }), { scheduled: [forum()] }))).toBe('already-scheduled');
  expect(code(schedule(forum({ id: 'another' }), { scheduled: [forum({ cancelledAt: at })] }))).toBe(null);
});

test('two new days that need one facilitator at once are refused', () => {
  const other = forum({ id: 'other', group: { id: 'g', name: 'Rochdale' }, room: 'Room 7', sessions: [session('Sefton', '10:00 to 11:00', [challenger('Wirral')])] });
  expect(code(scheduleForums({ actor: coordinator, at, cycle: CYCLE, forums: [forum(), other], others: [], scheduled: [] }))).toBe('twice-at-once');
});

test.each<[string, Partial<Forum>, string]>([
  ['before it starts', { endsAt: when(`${DAY} 09:00`) }, 'The day would end at 09:00, before it starts at 09:30.'],
  ['a session outside it', { endsAt: when(`${DAY} 12:00`) }, 'Halton’s session (11:15 to 12:45) would fall outside the day (09:30 to 12:00).'],
  ['a session without a lead', { sessions: [session('Wigan', '09:30 to 11:00', [challenger('Halton', false)])] }, 'Choose one authority that leads the challenge of Wigan.'],
  ['a session with two leads', { sessions: [session('Wigan', '09:30 to 11:00', [challenger('Halton'), challenger('Bury')])] }, 'Choose one authority that leads the challenge of Wigan.'],
  ['an authority that challenges itself', { sessions: [session('Wigan', '09:30 to 11:00', [challenger('Wigan')])] }, 'Wigan cannot challenge itself.'],
  ['a session that ends first', { sessions: [session('Wigan', '11:00 to 10:00', [challenger('Halton')])] }, 'Wigan’s session would end at 10:00, before it starts at 11:00.'],
])('a day with %s is refused', (_, more, because) => {
  expect(why(schedule(forum(more)))).toBe(because);
});

test('a change is told in words, and counts for calendars', () => {
  const from = forum({ sequence: 2 });
  const to = forum({ room: 'Room 2', sessions: [session('Halton', '09:30 to 11:00', [challenger('Wigan')]), session('Wigan', '11:15 to 12:45', [challenger('Halton')])] });
  const decision = changeForum({ actor: coordinator, at, cycle: CYCLE, from, to, others: [] });
  if (isRefusal(decision)) throw new Error(decision.because);
  expect(decision.change.forums[0]!.sequence).toBe(3);
  expect(decision.events[0].data).toEqual({ group: 'Trafford', what: 'now at Room 2, Trafford Town Hall; Halton at 09:30 to 11:00; Halton is challenged by Wigan; Wigan at 11:15 to 12:45' });
});

test('a change of nothing, of a cancelled day and of one under way is refused', () => {
  const change = (from: Forum, to: Forum) => code(changeForum({ actor: coordinator, at, cycle: CYCLE, from, to, others: [] }));
  expect(change(forum(), forum())).toBe('nothing-changed');
  expect(change(forum({ cancelledAt: at }), forum({ room: 'Room 2' }))).toBe('cancelled');
  const begun = forum({ sessions: [session('Wigan', '09:30 to 11:00', [challenger('Halton')], { endedAt: at })] });
  expect(change(begun, { ...begun, room: 'Room 2' })).toBe('under-way');
  expect(code(cancelForum({ actor: coordinator, at, forum: begun, reason: 'Snow' }))).toBe('under-way');
});
