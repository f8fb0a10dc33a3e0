// A forum runs by the clock on the wall in Europe/London; what is stored are instants.
import type { Day } from '../model';

/** "09:30" */
export type Clock = string;

const MINUTE = 60_000;
const WALL = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY_WORDS = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** The instant at which the clocks in London show this on this day. A time that is skipped in March is the hour after it. */
export function atClock(day: Day, clock: Clock): Date {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  const summer = new Date(asUtc - 60 * MINUTE);
  return clockOf(summer) === clock && dayAt(summer) === day ? summer : new Date(asUtc);
}

/** "09:30", what the clocks in London show. */
export function clockOf(at: Date): Clock {
  const parts = wall(at);
  return `${parts.hour}:${parts.minute}`;
}

export function dayAt(at: Date): Day {
  const parts = wall(at);
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** "Wednesday 13 December 2017" */
export function dayWords(day: Day): string {
  return DAY_WORDS.format(new Date(`${day}T00:00:00Z`)).replaceAll(',', '');
}

/** "09:30 to 11:00" */
export function clockSpan(startsAt: Date, endsAt: Date): string {
  return `${clockOf(startsAt)} to ${clockOf(endsAt)}`;
}

export function addMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE);
}

export function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / MINUTE);
}

function wall(at: Date): Record<string, string> {
  return Object.fromEntries(WALL.formatToParts(at).map(({ type, value }) => [type, value]));
}
