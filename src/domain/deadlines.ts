// Days are counted on the calendar of England, in calendar days or in working days (Monday to Friday but for bank holidays). A day
// has no clock and no time zone, so that a deadline is the same day wherever it is worked out.
import { BANK_HOLIDAYS } from './processes/bank-holidays';
import type { Day } from './model';

const MILLISECONDS = 86_400_000;

export type DayUnit = 'calendar' | 'working';

const instantOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (instant: number): Day => new Date(instant).toISOString().slice(0, 10);

export function addDays(day: Day, days: number): Day {
  return dayAt(instantOf(day) + days * MILLISECONDS);
}

/** Whole days from one day to another; minus when the other is earlier. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((instantOf(to) - instantOf(from)) / MILLISECONDS);
}

export function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(instantOf(day)).getUTCDay());
}

export function bankHoliday(day: Day): string | null {
  return BANK_HOLIDAYS.get(day) ?? null;
}

export function isWorkingDay(day: Day): boolean {
  return !isWeekend(day) && !BANK_HOLIDAYS.has(day);
}

/** The working day so many working days later (earlier when minus); with nought the day itself. */
export function addWorkingDays(day: Day, days: number): Day {
  const step = Math.sign(days);
  let reached = day;
  for (let left = Math.abs(days); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

export function addOffset(day: Day, offset: number, unit: DayUnit): Day {
  return unit === 'working' ? addWorkingDays(day, offset) : addDays(day, offset);
}

/** The nth weekday (Monday is 1) of a month (January is 1; -1 is the last such day of it), the first one on or after a day. */
export function nthWeekday({ nth, weekday, month }: { nth: number; weekday: number; month: number }, from: Day): Day {
  const year = Number(from.slice(0, 4));
  const inYear = (of: number) => {
    const first = `${of}-${String(month).padStart(2, '0')}-01`;
    const day = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * ((nth === -1 ? 5 : nth) - 1));
    return nth === -1 && day.slice(0, 7) !== first.slice(0, 7) ? addDays(day, -7) : day;
  };
  return inYear(year) >= from ? inYear(year) : inYear(year + 1);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(instantOf(day)).getUTCDay() || 7;
}

const FULL = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "Friday 27 October 2017", for sentences that a rule says. */
export function dayInWords(day: Day): string {
  return FULL.format(instantOf(day)).replaceAll(',', '');
}

/** "weekend", "Good Friday"; null on a working day. Such a date is allowed and pointed out. */
export function notWorkingBecause(day: Day): string | null {
  const holiday = bankHoliday(day);
  if (holiday) return holiday;
  return isWeekend(day) ? 'weekend' : null;
}
