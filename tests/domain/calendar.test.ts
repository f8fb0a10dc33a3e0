import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarText, type CalendarEvent } from '@/domain/calendar';

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'forum-1-post-1@critical-friend',
  sequence: 0,
  stampedAt: new Date('2017-11-01T10:00:00Z'),
  startsAt: new Date('2017-12-13T09:30:00Z'),
  endsAt: new Date('2017-12-13T11:00:00Z'),
  summary: 'Wigan’s forum session',
  location: 'Room 1, Trafford Town Hall',
  description: '09:30 to 11:00 Wigan (own session)\n\nhttp://localhost:3000/forums/1',
  ...more,
});
const read = (text: string) => new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!);

test('an invitation is a request with its organiser and the invited', () => {
  const text = calendarText('REQUEST', [event({ organiser: { name: 'Critical Friend', email: 'sli@example.org' }, attendee: { name: 'DCS "Wigan"', email: 'dcs@example.org', answer: null } })]);
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Critical Friend//Forums//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:forum-1-post-1@critical-friend',
    'SEQUENCE:0',
    'DTSTAMP:20171101T100000Z',
    'DTSTART:20171213T093000Z',
    'DTEND:20171213T110000Z',
    'SUMMARY:Wigan’s forum session',
    'LOCATION:Room 1\\, Trafford Town Hall',
    'DESCRIPTION:09:30 to 11:00 Wigan (own session)\\n\\nhttp://localhost:3000/for',
    ' ums/1',
    'ORGANIZER;CN="Critical Friend":mailto:sli@example.org',
    'ATTENDEE;CN="DCS ’Wigan’";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RS',
    ' VP=TRUE:mailto:dcs@example.org',
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('a cancellation takes out the entry of the same id', () => {
  const text = calendarText('CANCEL', [event({ sequence: 4 })]);
  expect(text).toContain('\r\nMETHOD:CANCEL\r\n');
  expect(text).toContain('\r\nSEQUENCE:4\r\n');
  expect(text).toContain('\r\nSTATUS:CANCELLED\r\n');
});

test('another reader of calendars finds every character again', () => {
  const words = fc.array(fc.constantFrom('a', 'é', '’', '𝄞', ',', ';', ':', '\\', '"', '\n', ' ', 'Wigan', '=', '\\n'), { maxLength: 80 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, words, (summary, description) => {
      const found = read(calendarText('REQUEST', [event({ summary, description: `d${description}` })]));
      expect(found.summary).toBe(summary);
      expect(found.description).toBe(`d${description}`);
    }),
    { numRuns: 60 },
  );
});

test('no line is longer than 75 octets', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'é', '’', '𝄞', ',', '\n'), { maxLength: 200 }), (parts) => {
      const summary = parts.join('');
      for (const line of calendarText('REQUEST', [event({ summary })]).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
  );
});

test('the time is the same instant for every reader', () => {
  const found = read(calendarText('REQUEST', [event({ startsAt: new Date('2018-07-13T08:30:00Z') })]));
  expect(found.startDate.toJSDate()).toEqual(new Date('2018-07-13T08:30:00Z'));
});

test('whole days are days and no instants, from the first to the last', () => {
  const holiday = { uid: 'day-1@critical-friend', sequence: 0, stampedAt: new Date('2026-10-02T08:00:00Z'), changedAt: new Date('2026-10-02T08:00:00Z'), summary: 'Market place', location: '', description: '' };
  const text = calendarText('PUBLISH', [{ ...holiday, fromOn: '2026-10-24', toOn: '2026-10-25' }], 'Mine, all of it');
  expect(text).toContain('\r\nLAST-MODIFIED:20261002T080000Z\r\nDTSTART;VALUE=DATE:20261024\r\nDTEND;VALUE=DATE:20261026\r\n');
  expect(text).toContain('\r\nX-WR-CALNAME:Mine\\, all of it\r\n');
  expect(text).toContain('\r\nTRANSP:TRANSPARENT\r\n');
  const found = read(text);
  expect([found.startDate.isDate, found.startDate.toString(), found.endDate.toString(), found.duration.toString()]).toEqual([true, '2026-10-24', '2026-10-26', 'P2D']);
});
