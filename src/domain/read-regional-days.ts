// Regional days from a file: kind, name, from, to, authority. Every fault is named by its row and column; with one fault nothing is taken.
import { readDay } from './day-fields';
import type { Day } from './model';
import { isAlike, REGIONAL_DAY_KINDS, REGIONAL_DAY_NAMES, dayTitle, notToEnter, type NewRegionalDay, type RegionalDayFacts, type RegionalDayKind } from './regional-days';

export const REGIONAL_DAY_COLUMNS = ['kind', 'name', 'from', 'to', 'authority'] as const;
type Column = (typeof REGIONAL_DAY_COLUMNS)[number];

export const MOST_ROWS = 1000;
const LONGEST_NAME = 120;

export interface DayFault {
  /** As a spreadsheet counts; the heading is row 1. */
  row: number;
  column: string;
  sentence: string;
}

export interface DayFileGround extends RegionalDayFacts {
  /** By DfE code, and by lower-case name and short name. */
  authorityIds: ReadonlyMap<string, string>;
  /** For whom the one who sends the file enters days; null stands for the whole region. */
  mayEnterFor: (authorityId: string | null) => boolean;
}

export function readDayRows(rows: readonly (readonly string[])[], ground: DayFileGround): { days: NewRegionalDay[]; faults: DayFault[] } {
  const heading = (rows[0] ?? []).map((cell) => cell.replace(/^\uFEFF/, '').trim().toLowerCase());
  const missing = REGIONAL_DAY_COLUMNS.filter((column) => !heading.includes(column));
  if (missing.length > 0) return { days: [], faults: missing.map((column) => ({ row: 1, column, sentence: `The heading has no column “${column}”.` })) };
  if (rows.length > MOST_ROWS + 1) return { days: [], faults: [{ row: MOST_ROWS + 2, column: 'kind', sentence: `A file has at most ${MOST_ROWS} rows.` }] };
  const faults: DayFault[] = [];
  const days: NewRegionalDay[] = [];
  const rowOf = new Map<NewRegionalDay, number>();
  rows.slice(1).forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = index + 2;
    const cell = (column: Column) => (cells[heading.indexOf(column)] ?? '').trim();
    const read = readRow(cell, ground);
    const found = 'day' in read ? faultOf(read.day, { ground, days, rowOf }) : read.faults;
    if (found.length === 0 && 'day' in read) {
      days.push(read.day);
      rowOf.set(read.day, row);
    }
    faults.push(...found.map((fault) => ({ row, ...fault })));
  });
  if (days.length === 0 && faults.length === 0) faults.push({ row: 2, column: 'kind', sentence: 'The file has a heading but no days.' });
  return { days: faults.length > 0 ? [] : days, faults };
}

type RowFault = Omit<DayFault, 'row'>;

function readRow(cell: (column: Column) => string, ground: DayFileGround): { day: NewRegionalDay } | { faults: RowFault[] } {
  const faults: RowFault[] = [];
  const fault = (column: Column, sentence: string) => void faults.push({ column, sentence });
  const kind = kindOf(cell('kind'));
  if (!kind) fault('kind', `“${cell('kind')}” is no kind. Write ${REGIONAL_DAY_KINDS.slice(0, -1).join(', ')} or ${REGIONAL_DAY_KINDS.at(-1)}.`);
  if (!cell('name')) fault('name', 'The name is missing.');
  if (cell('name').length > LONGEST_NAME) fault('name', `The name is longer than ${LONGEST_NAME} characters.`);
  const fromOn = dayIn(cell('from'));
  if (!fromOn) fault('from', dayFault(cell('from'), 'first'));
  const toOn = cell('to') === '' ? fromOn : dayIn(cell('to'));
  if (!toOn && cell('to') !== '') fault('to', dayFault(cell('to'), 'last'));
  const authorityId = authorityOf(cell('authority'), ground);
  if (authorityId === undefined) fault('authority', `“${cell('authority')}” is no authority of this region. Give its DfE code or its name; leave it empty for the whole region.`);
  else if (!ground.mayEnterFor(authorityId)) fault('authority', authorityId === null ? 'It is empty, which means the whole region. Your post enters days for its own authority.' : 'Your post enters days for its own authority alone.');
  return faults.length > 0 || !kind || !fromOn || !toOn || authorityId === undefined ? { faults } : { day: { kind, name: cell('name'), fromOn, toOn, authorityId } };
}

const COLUMN_OF: Record<string, Column> = { 'ends-before-it-starts': 'to', 'too-long': 'to', 'one-season': 'authority', 'not-of-the-region': 'authority' };

function faultOf(day: NewRegionalDay, { ground, days, rowOf }: { ground: DayFileGround; days: readonly NewRegionalDay[]; rowOf: ReadonlyMap<NewRegionalDay, number> }): RowFault[] {
  const fault = notToEnter(ground, day);
  if (fault) return [{ column: COLUMN_OF[fault.refused] ?? 'name', sentence: fault.because.replace(/^(Last day|For whom|Name): (\w)/, (_, __, first: string) => first.toUpperCase()) }];
  const named = (of: NewRegionalDay) => ({ ...of, authority: ground.authorities.find(({ id }) => id === of.authorityId) ?? null });
  const before = days.find((other) => isAlike(named(other), day));
  return before ? [{ column: 'name', sentence: `${dayTitle(named(day))} stands in row ${rowOf.get(before)} already.` }] : [];
}

/** "school-holiday" or "School holiday" */
function kindOf(typed: string): RegionalDayKind | null {
  const words = typed.toLowerCase().replaceAll(/[\s_-]+/g, ' ');
  return REGIONAL_DAY_KINDS.find((kind) => [kind.replaceAll('-', ' '), REGIONAL_DAY_NAMES[kind].toLowerCase().replaceAll('-', ' ')].includes(words)) ?? null;
}

/** 2026-10-26, 26/10/2026 or 26 October 2026 */
function dayIn(typed: string): Day | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return readDay(iso[3]!, iso[2]!, iso[1]!);
  const written = /^(\d{1,2})[\s/.]+([A-Za-z]+|\d{1,2})[\s/.]+(\d{4})$/.exec(typed);
  return written && readDay(written[1]!, written[2]!, written[3]!);
}

function dayFault(typed: string, which: 'first' | 'last'): string {
  return typed === '' ? `The ${which} day is missing.` : `“${typed}” is no day. Write it like 2026-10-26 or 26/10/2026.`;
}

/** Undefined: no such authority. */
function authorityOf(typed: string, { authorityIds }: DayFileGround): string | null | undefined {
  return /^(|region|the region|all|everyone)$/i.test(typed) ? null : authorityIds.get(typed.toLowerCase());
}
