// iCalendar text (RFC 5545, RFC 5546): an invitation that updates and cancels the entry made before it, or a calendar that others follow.
// Times are UTC, which every calendar shows by the clock of the reader's own place; a whole day has no time and is the same day everywhere.
import { addDays } from './deadlines';
import type { Day } from './model';

export type CalendarEvent = TimedEvent | DayEvent;

interface TimedEvent extends EventWords {
  startsAt: Date;
  endsAt: Date;
}

/** From the first to the last of whole days. It leaves its readers free. */
export interface DayEvent extends EventWords {
  fromOn: Day;
  toOn: Day;
}

interface EventWords {
  /** The same for each update of one entry. */
  uid: string;
  /** Grows with each change. */
  sequence: number;
  /** When this text was made. */
  stampedAt: Date;
  /** When what it says was last changed, where that is told apart. */
  changedAt?: Date;
  summary: string;
  location: string;
  description: string;
  url?: string;
  organiser?: Party;
  attendee?: Party & { answer: 'accepted' | 'declined' | null };
}

export interface Party {
  name: string;
  email: string;
}

/** REQUEST asks or updates, CANCEL takes the entry out, PUBLISH only shows it. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

/** `followed`: the name of a calendar that others fetch again and again. */
export function calendarText(method: CalendarMethod, events: readonly CalendarEvent[], followed?: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Critical Friend//Forums//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(followed === undefined ? [] : [`NAME:${escaped(followed)}`, `X-WR-CALNAME:${escaped(followed)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT4H', 'X-PUBLISHED-TTL:PT4H']),
    ...events.flatMap((event) => eventLines(method, event)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(method: CalendarMethod, event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    ...(event.changedAt ? [`LAST-MODIFIED:${utc(event.changedAt)}`] : []),
    ...whenLines(event),
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    ...(event.url ? [`URL:${event.url}`] : []),
    ...(event.organiser ? [`ORGANIZER;CN=${quoted(event.organiser.name)}:mailto:${event.organiser.email}`] : []),
    ...(event.attendee ? [attendeeLine(event.attendee)] : []),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${'fromOn' in event ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

/** The end of a whole day is the day after it. */
function whenLines(event: CalendarEvent): string[] {
  if ('fromOn' in event) return [`DTSTART;VALUE=DATE:${plainDay(event.fromOn)}`, `DTEND;VALUE=DATE:${plainDay(addDays(event.toOn, 1))}`];
  return [`DTSTART:${utc(event.startsAt)}`, `DTEND:${utc(event.endsAt)}`];
}

/** 20171213 */
const plainDay = (day: Day) => day.replaceAll('-', '');

function attendeeLine({ name, email, answer }: NonNullable<CalendarEvent['attendee']>): string {
  const status = answer === null ? 'NEEDS-ACTION' : answer.toUpperCase();
  return `ATTENDEE;CN=${quoted(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=${status};RSVP=${answer === null ? 'TRUE' : 'FALSE'}:mailto:${email}`;
}

/** 20171213T093000Z */
function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** A parameter may not hold a double quote or a control character. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '’').replaceAll(/\p{Cc}/gu, ' ')}"`;
}

/** No line is longer than 75 octets; a fold never splits a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0)!;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
