// The next cycle begins where the last one stood: its name and day 0 are a year on (3-processes.md section 7.1, step 22).
import { addDays, daysFrom, weekdayOf } from '../deadlines';
import type { Day } from '../model';

/** "2017/18" → "2018/19"; any other name with the year in it a year on, else empty. */
export function nextName(name: string): string {
  return /\d{4}|\d{2}/.test(name) ? name.replace(/\d{4}|\b\d{2}\b/g, (year) => String(Number(year) + 1).padStart(year.length, '0').slice(-year.length)) : '';
}

/** Of the first cycle of a process: the year that begins in April, with the process's own word: "2017/18 triads". */
export function firstName(today: Day, suffix: string): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const begins = month < 4 ? year - 1 : year;
  return `${begins}/${String((begins + 1) % 100).padStart(2, '0')}${suffix ? ` ${suffix}` : ''}`;
}

/** The name, or with a number where the region has a cycle of that name. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}

/**
 * The same weekday 52 or 53 weeks on: whichever is nearer to the ordinary day 0 of the process where the cycle keeps about to that, else in
 * the same week of the year. Always 52 would be a day earlier every year, and two in a leap year.
 */
export function nextAnchor(anchorOn: Day, ordinaryAnchor: Day): Day {
  const [early, late] = [addDays(anchorOn, 52 * 7), addDays(anchorOn, 53 * 7)] as const;
  if (daysOff(anchorOn, ordinaryAnchor) <= ABOUT) return daysOff(early, ordinaryAnchor) <= daysOff(late, ordinaryAnchor) ? early : late;
  const week = weekOfYear(anchorOn);
  return week === 53 || weekOfYear(early) === week ? early : late;
}

/** Days by which a cycle may be off its ordinary day 0 and still keep to it. */
const ABOUT = 10;

const yearOf = (day: Day) => Number(day.slice(0, 4));

/** How far a day is from that date in whichever year is nearest. */
function daysOff(day: Day, date: Day): number {
  return Math.min(...[-1, 0, 1].map((years) => Math.abs(daysFrom(dateIn(yearOf(day) + years, date), day))));
}

/** 29 February is 1 March where there is none. */
const dateIn = (year: number, date: Day): Day => addDays(`${year}-${date.slice(5, 7)}-01`, Number(date.slice(8)) - 1);

/** As calendars number them: week 1 is the one with the first Thursday. */
function weekOfYear(day: Day): number {
  const thursday = addDays(day, 4 - weekdayOf(day));
  return Math.floor(daysFrom(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}
