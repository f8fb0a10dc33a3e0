import { describe, expect, test } from 'vitest';
import { holdingOn, holdingsOn, notHeld } from '@/domain/holding';
import type { AppointmentFacts } from '@/domain/people';

const appointment = (id: string, personId: string, startsOn: string, endsOn: string | null, acting = false): AppointmentFacts => ({ id, personId, personName: personId.toUpperCase(), startsOn, endsOn, acting });
const ann = appointment('1', 'ann', '2015-01-01', '2017-06-30');
const bob = appointment('2', 'bob', '2017-09-01', null);
const cover = appointment('3', 'cat', '2017-07-01', '2017-08-31', true);
const beside = appointment('4', 'dan', '2017-10-02', '2017-10-13', true);
const all = [ann, bob, cover, beside];

describe('how someone holds a post on a day', () => {
  test('as its holder, from the first day to the last', () => {
    expect(holdingOn(all, 'ann', '2017-06-30')).toEqual({ appointmentId: '1', personId: 'ann', personName: 'ANN', cover: null });
    expect(holdingOn(all, 'ann', '2017-07-01')).toBeNull();
    expect(holdingOn(all, 'bob', '2017-08-31')).toBeNull();
    expect(holdingOn(all, 'bob', '2017-09-01')).toMatchObject({ cover: null });
  });

  test('as cover, within its days alone, for whoever holds it then or held it last', () => {
    expect(holdingOn(all, 'dan', '2017-10-01')).toBeNull();
    expect(holdingOn(all, 'dan', '2017-10-13')).toEqual({ appointmentId: '4', personId: 'dan', personName: 'DAN', cover: { from: '2017-10-02', until: '2017-10-13', of: { personId: 'bob', name: 'BOB' } } });
    expect(holdingOn(all, 'dan', '2017-10-14')).toBeNull();
    expect(holdingOn(all, 'cat', '2017-07-15')).toMatchObject({ cover: { of: { name: 'ANN' } } });
    expect(holdingOn([cover], 'cat', '2017-07-15')).toMatchObject({ cover: { from: '2017-07-01', until: '2017-08-31', of: null } });
  });

  test('as holder rather than as cover when both stand there', () => {
    expect(holdingOn([{ ...cover, personId: 'bob', endsOn: null }, bob], 'bob', '2017-10-01')).toMatchObject({ appointmentId: '2', cover: null });
  });

  test('everyone who holds it, the holder first, each once', () => {
    expect(holdingsOn([...all, { ...beside, id: '5' }], '2017-10-05').map(({ personId }) => personId)).toEqual(['bob', 'dan']);
    expect(holdingsOn(all, '2014-01-01')).toEqual([]);
  });

  test('nobody signs without one', () => {
    expect(notHeld(null)).toMatchObject({ refused: 'post-not-held' });
    expect(notHeld(holdingOn(all, 'bob', '2017-09-01'))).toBeNull();
  });
});
