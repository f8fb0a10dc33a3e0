import { describe, expect, test } from 'vitest';
import { isDigestTime, nextDigestAt, nextTryAt, nightlyDue } from '@/domain/notifications/sending';

const next = (at: string) => nextDigestAt(new Date(at)).toISOString();

describe('the digest', () => {
  test('is at half past seven in London, in winter and in summer', () => {
    expect(next('2018-01-09T06:10:00Z')).toBe('2018-01-09T07:30:00.000Z');
    expect(next('2018-06-05T06:10:00Z')).toBe('2018-06-05T06:30:00.000Z');
  });
  test('of what happens after it is on the next working day', () => {
    expect(next('2018-01-09T07:30:00Z')).toBe('2018-01-09T07:30:00.000Z');
    expect(next('2018-01-09T07:30:00.001Z')).toBe('2018-01-10T07:30:00.000Z');
    expect(next('2018-01-12T17:00:00Z')).toBe('2018-01-15T07:30:00.000Z');
  });
  test('is neither on a Saturday, nor on a Sunday, nor on a bank holiday', () => {
    expect(next('2018-01-13T06:00:00Z')).toBe('2018-01-15T07:30:00.000Z');
    expect(next('2017-12-24T23:30:00Z')).toBe('2017-12-27T07:30:00.000Z');
    expect(next('2018-03-29T12:00:00Z')).toBe('2018-04-03T06:30:00.000Z');
  });
});

test('a digest that was missed goes later on a working day, and never at night', () => {
  expect(['2018-01-09T07:29:59Z', '2018-01-09T07:30:00Z', '2018-01-09T14:00:00Z', '2018-01-10T03:00:00Z', '2018-01-13T09:00:00Z'].map((at) => isDigestTime(new Date(at)))).toEqual([false, true, true, false, false]);
});

test('what could not be handed over is tried after growing pauses, and given up after days', () => {
  const at = new Date('2018-01-09T10:00:00Z');
  const minutes = (failures: number) => (nextTryAt(failures, at)!.getTime() - at.getTime()) / 60_000;
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(minutes)).toEqual([1, 2, 5, 15, 30, 60, 120, 240]);
  expect(nextTryAt(12, at)).not.toBeNull();
  expect(nextTryAt(13, at)).toBeNull();
});

test('the night’s work is due once a day from six in the morning, and later when nothing ran at six', () => {
  const due = (at: string, doneOn: string | null) => nightlyDue(new Date(at), doneOn);
  expect(due('2018-06-05T04:59:00Z', '2018-06-04')).toBeNull();
  expect(due('2018-06-05T05:00:00Z', '2018-06-04')).toBe('2018-06-05');
  expect(due('2018-06-05T21:00:00Z', '2018-06-02')).toBe('2018-06-05');
  expect(due('2018-06-05T21:00:00Z', '2018-06-05')).toBeNull();
  expect(due('2018-06-05T05:30:00Z', null)).toBe('2018-06-05');
});
