import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictAmong } from '@/domain/forums/conflicts';
import { proposeForum, type ForumMember } from '@/domain/forums/propose-forum';
import { scheduleForums } from '@/domain/forums/schedule-forums';
import { broughtTogether } from '@/domain/forums/kept-apart';
import type { TwoAuthorities } from '@/domain/processes/in-conflict';
import { isRefusal } from '@/domain/decision';
import { coordinator, DAY, GROUP, REGION, when } from './a-forum';

const member = (name: string, more: Partial<ForumMember> = {}): ForumMember => ({
  id: name,
  name,
  cycleAuthorityId: `place-${name}`,
  directorIds: [`director-${name}`],
  ledLastYearBy: null,
  lead: null,
  kept: null,
  ...more,
});
const propose = (hosts: ForumMember[], reserves: ForumMember[] = [], conflicts: TwoAuthorities[] = []) => {
  let id = 0;
  return proposeForum({ forumId: 'forum', regionId: REGION.id, cycleId: 'cycle', group: GROUP, wave: 'december', onDay: DAY, venue: 'Hosted by Trafford', room: '', facilitator: null, hosts, reserves, conflicts }, () => `session-${(id += 1)}`);
};
const CYCLE = { id: 'cycle', regionId: REGION.id, name: '2017/18', startsOn: '2017-07-26', endsOn: '2018-07-24', closed: false, waitsFor: { name: 'Packs issued', dueOn: '2017-11-23' } };

test('what is proposed can be scheduled as it stands', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 10 }), (count) => {
      const forum = propose(Array.from({ length: count }, (_, index) => member(`Authority ${index + 1}`)))!;
      expect(conflictAmong(forum, [])).toBe(null);
      const decision = scheduleForums({ actor: coordinator, at: when('2017-11-01 10:00'), cycle: CYCLE, forums: [forum], others: [], scheduled: [] });
      expect(isRefusal(decision)).toBe(false);
    }),
  );
});

test('the lead peer challenger of the cycle leads where it is of the group, and whoever else’s turn it is challenges too', () => {
  const forum = propose([member('Halton'), member('Wigan', { lead: 'Halton' }), member('Bury', { lead: 'Sefton' })], [member('Trafford')])!;
  expect(forum.sessions.map(({ authority, challengers }) => [authority.name, challengers.map(({ name, lead }) => (lead ? `${name} leads` : name))])).toEqual([
    ['Bury', ['Halton leads']],
    ['Halton', ['Wigan leads']],
    ['Wigan', ['Halton leads', 'Bury']],
  ]);
});

test('a session kept from a cancelled day keeps its notes', () => {
  const forum = propose([member('Wigan', { kept: { sessionId: 'kept', notesId: 'notes' } }), member('Halton')])!;
  expect(forum.sessions.map(({ id, notesId }) => [id, notesId])).toEqual([
    ['session-1', ''],
    ['kept', 'notes'],
  ]);
});

test('too many authorities for a day give no proposal', () => {
  expect(propose(Array.from({ length: 30 }, (_, index) => member(`Authority ${index}`)))).toBe(null);
});

const led = (forum: ReturnType<typeof propose>) => forum!.sessions.map(({ authority, challengers }) => `${authority.name} by ${challengers.map(({ name }) => name).join(', ')}`);

test('two whom the register keeps apart do not meet: not as lead of the cycle, not in turn, not in reserve', () => {
  const apart = (authorityId: string, otherId: string) => ({ authorityId, otherId });
  expect(led(propose([member('Halton'), member('Wigan', { lead: 'Halton' }), member('Bury')], [], [apart('Wigan', 'Halton')]))).toEqual(['Bury by Halton', 'Halton by Bury', 'Wigan by Bury']);
  expect(led(propose([member('Wigan')], [member('Halton'), member('Trafford')], [apart('Halton', 'Wigan')]))).toEqual(['Wigan by Trafford']);
  expect(led(propose([member('Wigan'), member('Halton')], [member('Trafford')], [apart('Halton', 'Wigan')]))).toEqual(['Halton by Trafford', 'Wigan by Trafford']);
});

test('whatever the register keeps apart, each has a lead who may challenge it, where there is one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 9 }), fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 4 }), (count, twos) => {
      const names = Array.from({ length: count }, (_, index) => `Authority ${index}`);
      const conflicts = twos.filter(([one, other]) => one < count && other < count && one !== other).map(([one, other]) => ({ authorityId: names[one]!, otherId: names[other]! }));
      const forum = propose(names.map((name) => member(name)), [], conflicts)!;
      expect(broughtTogether(forum, conflicts)).toEqual([]);
      for (const { authority, challengers } of forum.sessions) {
        const could = names.some((id) => id !== authority.id && !conflicts.some(({ authorityId, otherId }) => [authorityId, otherId].toSorted().join() === [id, authority.id].toSorted().join()));
        expect([authority.id, challengers.filter(({ lead }) => lead).length]).toEqual([authority.id, could ? 1 : 0]);
      }
    }),
  );
});

test('where a change brings them together, that is said, neither why nor since when', () => {
  const forum = propose([member('Halton'), member('Wigan')])!;
  expect(broughtTogether(forum, [{ authorityId: 'Halton', otherId: 'Wigan' }])[0]).toBe('Wigan challenges Halton, and the two do not challenge one another: change the order of the day.');
  expect(broughtTogether({ sessions: forum.sessions.map((session) => ({ ...session, endedAt: session.endsAt })) }, [{ authorityId: 'Halton', otherId: 'Wigan' }])).toEqual([]);
});
