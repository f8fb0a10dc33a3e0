import { expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import { invitationEvent } from '@/domain/forums/invitation-event';
import { answerInvitation, invitedFor, recordAttendance, sendInvitations, sessionsFor, whoIsInvited, type InvitablePost, type InvitationFact } from '@/domain/forums/invitations';
import type { Office } from '@/domain/model';
import { actorAs, challenger, coordinator, DAY, facilitator, forum, groupLead, haltonDcs, post, session, when, wiganDcs } from './a-forum';

const at = when('2017-11-01 10:00');
const posts = (authority: string, ...offices: (Office | `${Office}:${string}`)[]): InvitablePost[] =>
  offices.map((words) => {
    const [office, remit = ''] = words.split(':') as [Office, string?];
    return { id: `${office}${remit}-${authority}`.toLowerCase(), office, remit, authorityId: authority.toLowerCase() };
  });
const everyone = ['Wigan', 'Halton', 'Manchester', 'Stockport'].flatMap((name) => posts(name, 'dcs', 'assistant-director:Education', 'assistant-director:Social care', 'lead-member'));
const code = (decision: Decision<unknown>) => (isRefusal(decision) ? decision.refused : null);
const invitation = (more: Partial<InvitationFact> = {}): InvitationFact => ({ id: 'one', postId: wiganDcs.as!.id, post: 'DCS, Wigan', role: 'host', sentAt: at, answer: null, attendance: null, removedAt: null, ...more });

test('each post is invited once, in the part that takes most of its day', () => {
  expect(whoIsInvited(forum(), ['wigan', 'halton', 'stockport'], everyone)).toEqual([
    { postId: 'facilitator-region', role: 'facilitator' },
    { postId: 'assistant-directoreducation-wigan', role: 'observer' },
    { postId: 'assistant-directoreducation-halton', role: 'observer' },
    { postId: 'assistant-directoreducation-stockport', role: 'observer' },
    { postId: 'dcs-wigan', role: 'host' },
    { postId: 'lead-member-wigan', role: 'host' },
    { postId: 'assistant-directorsocial care-wigan', role: 'host' },
    { postId: 'dcs-halton', role: 'host' },
    { postId: 'lead-member-halton', role: 'host' },
    { postId: 'assistant-directorsocial care-halton', role: 'host' },
    { postId: 'dcs-manchester', role: 'challenger' },
  ]);
});

test('a Director comes from the first to the last of the sessions they have or challenge, a Lead Member to their own', () => {
  const day = forum({ sessions: [session('Wigan', '09:30 to 11:00', [challenger('Halton')]), session('Sefton', '11:15 to 12:45', [challenger('Wirral')]), session('Halton', '13:30 to 15:00', [challenger('Wigan')])] });
  const times = (office: Office) => invitedFor(day, 'host', sessionsFor(day, { role: 'host', office, authorityId: 'halton' }));
  expect(times('dcs')).toEqual({ startsAt: when(`${DAY} 09:30`), endsAt: when(`${DAY} 15:00`) });
  expect(times('lead-member')).toEqual({ startsAt: when(`${DAY} 13:30`), endsAt: when(`${DAY} 15:00`) });
  expect(invitedFor(day, 'observer', [])).toEqual({ startsAt: day.startsAt, endsAt: day.endsAt });
});

test('the calendar entry says when and where, and nothing of what is asked', () => {
  const event = invitationEvent({ forum: forum({ sequence: 3 }), changedAt: at, invited: { postId: 'dcs-halton', office: 'dcs', authorityId: 'halton', role: 'host', answer: null }, attendee: null, organiser: { name: 'C', email: 'c@example.org' }, url: 'https://x/forums/1' });
  expect(event).toEqual({
    uid: 'forum-forum-trafford-dcs-halton@critical-friend',
    sequence: 3,
    stampedAt: at,
    startsAt: when(`${DAY} 09:30`),
    endsAt: when(`${DAY} 12:45`),
    summary: 'Halton’s forum session',
    location: 'Room 1, Trafford Town Hall',
    description: '09:30 to 11:00 Wigan (you challenge)\n11:15 to 12:45 Halton (own session)\n\nhttps://x/forums/1',
    url: 'https://x/forums/1',
    organiser: { name: 'C', email: 'c@example.org' },
  });
});

test('invitations are sent once, by the coordinator', () => {
  const unsent = [invitation({ sentAt: null })];
  expect(code(sendInvitations({ actor: facilitator, at, forum: forum(), invitations: unsent }))).toBe('not-permitted');
  expect(code(sendInvitations({ actor: coordinator, at, forum: forum({ cancelledAt: at }), invitations: unsent }))).toBe('cancelled');
  expect(code(sendInvitations({ actor: coordinator, at: when('2017-12-14 09:00'), forum: forum(), invitations: unsent }))).toBe('passed');
  expect(code(sendInvitations({ actor: coordinator, at, forum: forum(), invitations: [invitation()] }))).toBe('all-sent');
  expect(code(sendInvitations({ actor: coordinator, at, forum: forum(), invitations: unsent }))).toBe(null);
});

test('the invited post answers, and may answer otherwise until the day', () => {
  const answer = (actor = wiganDcs, more: Partial<InvitationFact> = {}, on = at) => code(answerInvitation({ actor, at: on, forum: forum(), invitation: invitation(more), answer: 'accepted' }));
  expect(answer()).toBe(null);
  expect(answer(haltonDcs)).toBe('not-permitted');
  expect(answer(coordinator)).toBe('not-permitted');
  expect(answer(wiganDcs, { sentAt: null })).toBe('not-invited');
  expect(answer(wiganDcs, { removedAt: at })).toBe('not-invited');
  expect(answer(wiganDcs, { answer: 'declined' })).toBe(null);
  expect(answer(wiganDcs, { answer: 'accepted' })).toBe('already-answered');
  expect(answer(wiganDcs, {}, when('2017-12-14 09:00'))).toBe('passed');
});

test('attendance is recorded from the day on, by those who run it', () => {
  const record = (actor = facilitator, on = when(`${DAY} 09:00`)) => code(recordAttendance({ actor, at: on, forum: forum(), invitations: [invitation()], recorded: new Map([[wiganDcs.as!.id, 'present' as const]]) }));
  expect(record()).toBe(null);
  expect(record(groupLead)).toBe(null);
  expect(record(coordinator)).toBe(null);
  expect(record(wiganDcs)).toBe('not-permitted');
  expect(record(actorAs(post('group-lead', { group: 'Rochdale' })))).toBe('not-permitted');
  expect(record(facilitator, when('2017-12-12 23:00'))).toBe('not-yet');
});
