import type { Day } from '@/domain/model';

const ZONE = 'Europe/London';
const ofDay = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const inLondon = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options });

const FULL = ofDay({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const WITHOUT_YEAR = ofDay({ weekday: 'long', day: 'numeric', month: 'long' });
const SHORT = ofDay({ day: 'numeric', month: 'short' });
const FULL_IN_LONDON = inLondon({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const CLOCK = inLondon({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const SECONDS = inLondon({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

const asDate = (day: Day) => new Date(`${day}T00:00:00Z`);
const plain = (words: string) => words.replaceAll(',', '').replace(/\bSept\b/, 'Sep');

/** "Friday 27 October 2017" */
export const fullDay = (day: Day): string => plain(FULL.format(asDate(day)));
/** "Friday 27 October" */
export const dayAndMonth = (day: Day): string => plain(WITHOUT_YEAR.format(asDate(day)));
/** "27 Oct", for matrices */
export const shortDay = (day: Day): string => plain(SHORT.format(asDate(day)));
/** "14:32" in London */
export const clockTime = (at: Date): string => CLOCK.format(at);
/** "14:32:09" in London */
export const clockSeconds = (at: Date): string => SECONDS.format(at);
/** "Friday 27 October 2017, 17:05" in London */
export const moment = (at: Date): string => `${plain(FULL_IN_LONDON.format(at))}, ${clockTime(at)}`;

export function FullDay({ on }: { on: Day }) {
  return <time dateTime={on}>{fullDay(on)}</time>;
}
/** The day in London at an instant. */
export function FullDayAt({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{plain(FULL_IN_LONDON.format(at))}</time>;
}
export function DayAndMonth({ on }: { on: Day }) {
  return <time dateTime={on}>{dayAndMonth(on)}</time>;
}
export function ShortDay({ on }: { on: Day }) {
  return <time dateTime={on}>{shortDay(on)}</time>;
}
export function Moment({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{moment(at)}</time>;
}
export function ClockTime({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{clockTime(at)}</time>;
}
