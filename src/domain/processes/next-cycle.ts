// The next cycle begins where the last one stood: its name and day 0 are a year on (3-processes.md section 7.1, step 22).
import { addDays, daysFrom } from '../deadlines';
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

/** The same weekday nearest to the same date a year later. */
export function nextAnchor(anchorOn: Day): Day {
  const [year, ...rest] = anchorOn.split('-');
  const sameDate = [Number(year) + 1, ...rest].join('-').replace('02-29', '03-01');
  const [early, late] = [addDays(anchorOn, 364), addDays(anchorOn, 371)] as const;
  return Math.abs(daysFrom(early, sameDate)) <= Math.abs(daysFrom(late, sameDate)) ? early : late;
}
