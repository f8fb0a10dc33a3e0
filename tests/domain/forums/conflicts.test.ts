import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictAmong, overlaps } from '@/domain/forums/conflicts';
import { addMinutes } from '@/domain/forums/clock';
import type { Forum } from '@/domain/forums/forum';
import { challenger, DAY, forum, session, when } from './a-forum';

const rochdale = (more: Partial<Forum> = {}): Forum =>
  forum({ id: 'forum-rochdale', group: { id: 'rochdale-group', name: 'Rochdale' }, venue: 'Rochdale Town Hall', room: 'Room 7', facilitator: null, sessions: [session('Sefton', '10:00 to 11:30', [challenger('Wirral')])], ...more });

test('a forum by itself has no conflict', () => {
  expect(conflictAmong(forum(), [rochdale()])).toBe(null);
});

test('an authority cannot challenge in one place and have its session in another', () => {
  expect(conflictAmong(forum(), [rochdale({ sessions: [session('Sefton', '10:00 to 11:30', [challenger('Wigan')])] })])).toBe(
    'Wigan challenges Sefton at the Rochdale group’s forum on Wednesday 13 December 2017 from 10:00 to 11:30, and Wigan has its session at the Trafford group’s forum on Wednesday 13 December 2017 from 09:30 to 11:00: nobody and no room can be in two places at once.',
  );
});

test('a person who facilitates one forum cannot be the Director in another', () => {
  const busy = rochdale({ facilitator: { postId: 'group-lead', post: 'Group lead, Rochdale group', personIds: ['director-halton'] } });
  expect(conflictAmong(forum(), [busy])).toBe(
    'Group lead, Rochdale group facilitates the Rochdale group’s forum on Wednesday 13 December 2017 from 09:30 to 16:45, and DCS, Halton challenges Wigan at the Trafford group’s forum on Wednesday 13 December 2017 from 09:30 to 11:00: nobody and no room can be in two places at once.',
  );
});

test('a room is one room however it is written', () => {
  expect(conflictAmong(forum(), [rochdale({ venue: ' trafford  town hall', room: 'ROOM 1' })])).toMatch(/^ROOM 1,  trafford/);
  expect(conflictAmong(forum({ room: '' }), [rochdale({ venue: 'Trafford Town Hall', room: '' })])).toBe(null);
});

test('one may end as the other begins', () => {
  const after = { startsAt: when(`${DAY} 16:45`), endsAt: when(`${DAY} 18:00`) };
  expect(conflictAmong(forum({ sessions: [] }), [rochdale({ ...after, venue: 'Trafford Town Hall', room: 'Room 1', sessions: [] })])).toBe(null);
});

test('a forum that was cancelled takes nothing', () => {
  const busy = rochdale({ sessions: [session('Sefton', '10:00 to 11:30', [challenger('Wigan')])], cancelledAt: when('2017-12-01 09:00') });
  expect(conflictAmong(forum(), [busy])).toBe(null);
});

test('sessions of one day come one at a time', () => {
  const crowded = forum({ sessions: [session('Wigan', '09:30 to 11:00', [challenger('Halton')]), session('Halton', '10:45 to 12:15', [challenger('Wigan')])] });
  expect(conflictAmong(crowded, [])).toBe('Wigan (09:30 to 11:00) and Halton (10:45 to 12:15) would have their sessions at the same time.');
});

test('whatever the times, the same authority in two forums is refused exactly when they overlap', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 5, max: 120 }));
  fc.assert(
    fc.property(span, span, (one, two) => {
      const at = ([from, length]: [number, number]) => ({ startsAt: addMinutes(when(`${DAY} 09:00`), from), endsAt: addMinutes(when(`${DAY} 09:00`), from + length) });
      const mine = forum({ room: '', facilitator: null, sessions: [{ ...session('Wigan', '09:30 to 11:00', [challenger('Halton')]), ...at(one) }] });
      const other = rochdale({ room: '', sessions: [{ ...session('Sefton', '09:30 to 11:00', [challenger('Wigan')]), ...at(two) }] });
      expect(conflictAmong(mine, [other]) !== null).toBe(overlaps(at(one), at(two)));
    }),
  );
});
