// A month as a table of weeks, Monday first, with what falls on each day; what lasts longer than a few days stands above it.
import { addDays, bankHoliday, weekdayOf } from '../deadlines';
import type { Day } from '../model';
import { MONTHS } from '../processes/rule-words';
import type { CalendarEntry } from './entries';

/** "2026-12" */
export type Month = string;

export interface MonthDay {
  on: Day;
  /** Of the month; else of the one before or after, to fill the week. */
  inMonth: boolean;
  holiday: string | null;
  /** "School holidays: 12 authorities"; empty on other days. */
  schools: string;
  entries: readonly CalendarEntry[];
}

export interface MonthView {
  month: Month;
  weeks: readonly (readonly MonthDay[])[];
  /** Holidays of schools, seasons and periods that touch the month. */
  spans: readonly CalendarEntry[];
}

const FIRST = '2015-01';
const LAST = '2034-12';

/** The month that an address names; the one of a day where it names none. */
export function readMonth(typed: string | undefined, today: Day): Month {
  return typed && /^\d{4}-(0[1-9]|1[0-2])$/.test(typed) && typed >= FIRST && typed <= LAST ? typed : today.slice(0, 7);
}

export function monthAfter(month: Month, by = 1): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** "December 2026" */
export function monthInWords(month: Month): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** The first and last day of so many months. */
export function daysOfMonths(month: Month, count: number): { fromOn: Day; toOn: Day } {
  return { fromOn: `${month}-01`, toOn: addDays(`${monthAfter(month, count)}-01`, -1) };
}

/** Every month that something falls in, for a choice among them; today's is always there. */
export function monthsFrom(first: Day, last: Day, today: Day): Month[] {
  const [from, to] = [[first, today].sort()[0]!.slice(0, 7), [last, today].sort()[1]!.slice(0, 7)];
  const months: Month[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}

export function monthView(month: Month, entries: readonly CalendarEntry[]): MonthView {
  const { fromOn, toOn } = daysOfMonths(month, 1);
  const spans = entries.filter((entry) => isSpan(entry) && entry.fromOn <= toOn && entry.toOn >= fromOn);
  const start = addDays(fromOn, 1 - weekdayOf(fromOn));
  const weeks: MonthDay[][] = [];
  for (let monday = start; monday <= toOn; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => dayOf(addDays(monday, index), month, entries)));
  }
  return { month, weeks, spans };
}

const isSpan = ({ is }: CalendarEntry) => is === 'school-holiday' || is === 'return-season' || is === 'pre-election';

function dayOf(on: Day, month: Month, entries: readonly CalendarEntry[]): MonthDay {
  const inMonth = on.startsWith(month);
  const then = inMonth ? entries.filter(({ fromOn, toOn }) => fromOn <= on && on <= toOn) : [];
  return { on, inMonth, holiday: inMonth ? bankHoliday(on) : null, schools: schoolsOn(then), entries: then.filter((entry) => !isSpan(entry)) };
}

/** How many schools' authorities are on holiday; whose, when it is one. */
function schoolsOn(entries: readonly CalendarEntry[]): string {
  const holidays = entries.filter(({ is }) => is === 'school-holiday');
  if (holidays.length === 0) return '';
  const whole = holidays.some(({ authorities }) => authorities.length === 0);
  const names = [...new Set(holidays.flatMap(({ authorities }) => authorities))];
  return `School holidays${whole ? '' : names.length === 1 ? `: ${names[0]}` : `: ${names.length} authorities`}`;
}
