// A day typed in three fields, `${name}-day`, `${name}-month`, `${name}-year`, read as one day with one sentence at the field.
import { isValid, parse } from 'date-fns';
import { z } from 'zod';
import type { Day } from './model';

/** The day that three typed numbers mean; null when there is no such day. A month may be a number or its English name. */
export function readDay(day: string, month: string, year: string): Day | null {
  const number = /^\d+$/.test(month.trim()) ? month.trim() : String(MONTHS.indexOf(month.trim().slice(0, 3).toLowerCase()) + 1);
  if (!/^\d{1,2}$/.test(day.trim()) || !/^\d{4}$/.test(year.trim())) return null;
  const text = `${year.trim()}-${number.padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  return isValid(parse(text, 'yyyy-MM-dd', 0)) ? text : null;
}

/** The same of one field: "22 1 2018", "22/1/2018", "22 January 2018", "2018-01-22". */
export function readDayInOne(typed: string): Day | null {
  const [first = '', month = '', last = '', more] = typed.trim().split(/[\s/.,-]+/);
  if (more !== undefined) return null;
  return /^\d{4}$/.test(first) ? readDay(last, month, first) : readDay(first, month, last);
}

/** What is said at three fields that mean no day; `label` is what the day is called, where the sentence does not stand beside it. */
export function dayFault(label: string | null, parts: readonly string[]): string {
  const says = parts.every((part) => part.trim() === '') ? 'give a day, month and year' : 'there is no such day. Write the day, month and year in a field each, like 27, 10 and 2017';
  return label === null ? `${says.charAt(0).toUpperCase()}${says.slice(1)}` : `${label}: ${says}`;
}

/** The same of one field. */
export const dayInOneFault = (typed: string): string => `“${typed}” is no day. Write it like 27 10 2017`;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Turns the three fields of a form into `name`; a missing or impossible day is one sentence keyed by `name`. Other fields pass through. */
export function dayFields(name: string, label: string) {
  return z.record(z.string(), z.unknown()).transform((values, context) => {
    const part = (which: string) => String(values[`${name}-${which}`] ?? '');
    const parts = [part('day'), part('month'), part('year')] as const;
    const day = readDay(...parts);
    if (!day) context.addIssue({ code: 'custom', path: [name], message: dayFault(label, parts) });
    return { ...values, [name]: day ?? '' } as Record<string, unknown>;
  });
}
