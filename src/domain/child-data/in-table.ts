// A table says in its headings what stands under them: a column of children's names beside one of births, numbers or addresses is a
// list of children, whatever their names are. Lists of staff, tasks and days are none.
import type { Day } from '../model';
import { childDataIn, WHOLE_DAY, type ChildDataKind } from './find';

export interface Cell {
  /** "cell B7", "row 3, column 2". */
  where: string;
  text: string;
}

export interface FoundInTable {
  kind: ChildDataKind;
  words: string;
  where: string;
}

const BIRTH = /^\s*(?:d\.?o\.?b\.?|date of birth|birth ?(?:date|day)|born(?: on)?)\b/i;
const NAME_OF_CHILD = /\b(?:child|pupil|young person|student|client|service user|sibling|care leaver)(?:['’]?s|s['’])?\s*(?:full\s*)?(?:name|initials)?$/i;
const ANY_NAME = /^(?:full |preferred )?(?:name|names|forenames?|first names?|given names?|surnames?|last names?|family names?)\b/i;
const STAFF = /\b(?:lead|owner|officer|manager|worker|auditor|author|responsible|reviewer|staff|chair|contact|teacher|governor|councillor|member|head|who)\b/i;
const LIKE_A_NAME = /^\p{Lu}[\p{L}’'-]*\.?(?:,? \p{Lu}[\p{L}’'-]*\.?){0,3}$/u;
const DAY = new RegExp(`^\\s*${WHOLE_DAY}(?: 00:00(?::00)?)?\\s*$`, 'i');

/** Rows of one table, the heading among them. Each finding stands at the first cell that it is about. */
export function childDataInTable(rows: readonly (readonly Cell[])[], on?: Day): FoundInTable[] {
  const list = listOfChildren(rows);
  return [...(list ? [list.found] : []), ...inRows(rows, on).filter(({ kind, where }) => kind !== 'name-and-birth' || !list?.cells.has(where))];
}

/** One finding for a whole column of names with births: the first row of it, and how many follow. */
function listOfChildren(rows: readonly (readonly Cell[])[]): { found: FoundInTable; cells: Set<string> } | null {
  for (const [at, heading] of rows.slice(0, 12).entries()) {
    const birth = heading.findIndex(({ text }) => BIRTH.test(text));
    const name = heading.findIndex(({ text }) => (ANY_NAME.test(text.trim()) || NAME_OF_CHILD.test(text.trim())) && !STAFF.test(text));
    if (birth < 0 || name < 0) continue;
    const filled = rows.slice(at + 1).filter((row) => DAY.test(row[birth]?.text ?? '') && LIKE_A_NAME.test((row[name]?.text ?? '').trim()));
    const [first] = filled;
    if (!first) continue;
    const words = `${first[name]!.text.trim()}, ${first[birth]!.text.trim()}${filled.length > 1 ? ` and ${filled.length - 1} more like it` : ''}`;
    return { found: { kind: 'name-and-birth', where: first[name]!.where, words }, cells: new Set(filled.map((row) => row[name]!.where)) };
  }
  return null;
}

/** What stands in one cell, and what stands beside it in its row. */
function inRows(rows: readonly (readonly Cell[])[], on: Day | undefined): FoundInTable[] {
  const headings = rows[0] ?? [];
  const underStaff = (column: number) => STAFF.test(headings[column]?.text ?? '');
  const otherDay = (column: number) => /\p{L}/u.test(headings[column]?.text ?? '') && !BIRTH.test(headings[column]!.text) && !DAY.test(headings[column]!.text);
  return rows.flatMap((row) => {
    const inCells = row.flatMap(({ where, text }): FoundInTable[] => childDataIn(text, on).map(({ kind, words }) => ({ kind, words, where })));
    const across = row.flatMap((cell, column): FoundInTable[] => {
      const next = row[column + 1];
      if (!next || cell.text.length > 60 || next.text.length > 60 || underStaff(column) || !LIKE_A_NAME.test(cell.text.trim())) return [];
      if (DAY.test(next.text) && otherDay(column + 1)) return [];
      if (row.some(({ text }) => STAFF.test(text))) return [];
      return childDataIn(`${cell.text.trim()}, ${next.text.trim()}`, on).flatMap(({ kind, words }) => (kind === 'name-and-birth' || kind === 'name-and-address' ? [{ kind, words, where: cell.where }] : []));
    });
    return [...inCells, ...across.filter((one) => !inCells.some(({ where }) => where === one.where))];
  });
}
