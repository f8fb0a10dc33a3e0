// The rows of a table that comes back. A row is known by the number in its first column; without one, by its words; else it is new.
import type { DocumentTemplateDefinition } from '../documents/template';
import { canonical, textFromLines, tidy } from '../markdown/lines';
import { plainText } from '../markdown/blocks';
import { plainly, type WordCell, type WordPiece, type WordTable } from '../word/pieces';
import { readChoice, type FormColumn, type FormRow, type FormTable } from './columns';
import type { FormField } from './form';
import { linesIn, wordsOf, type ReadBack } from './answer';

interface Rows {
  field: FormField;
  table: FormTable;
  pieces: readonly WordPiece[];
  where: string;
  grid: DocumentTemplateDefinition['journey'];
  newId: () => string;
  typed: Record<string, string>;
  back: ReadBack;
}

export const NUMBER_HEADING = 'No.';

export function readRows(rows: Rows): void {
  const { pieces, table, where, back } = rows;
  const tables = pieces.flatMap((piece) => (piece.kind === 'table' ? [{ piece, ...layoutOf(piece, table) }] : []));
  const ours = tables.filter(({ layout }) => layout !== null);
  back.unplaced.push(
    ...pieces.filter((piece) => (piece.kind === 'table' ? !ours.some((each) => each.piece === piece) : piece.text.trim() !== '')).map((piece) => ({ where, words: wordsOf(piece) })),
  );
  if (ours.length === 0) {
    if (table.rows.length > 0) back.missing.push(where);
    return;
  }
  const found = ours.flatMap(({ piece, layout, headed }) => piece.rows.slice(headed ? 1 : 0).map((cells) => ({ cells, layout: layout! })));
  const taken = new Set<FormRow>();
  const matched = found.map(({ cells, layout }) => ({ cells, layout, row: byNumber(cells, layout, table, taken) }));
  for (const each of matched) each.row ??= byWords(each.cells, each.layout, table, taken);
  for (const { cells, layout, row } of matched) readRow(rows, cells, layout, row);
  for (const row of table.rows) if (!taken.has(row) && !row.fixed) takeOut(rows, row);
}

/** Which of a table's columns holds which of ours: -1 where it is not there. The first is the number. */
type Layout = readonly number[];

function layoutOf({ rows }: WordTable, { columns }: FormTable): { layout: Layout | null; headed: boolean } {
  const head = (rows[0] ?? []).map(({ text }) => plainly(text));
  const layout = [NUMBER_HEADING, ...columns.map(({ heading }) => heading)].map((heading) => head.indexOf(plainly(heading)));
  if (layout.slice(1).filter((at) => at >= 0).length * 2 >= columns.length) return { layout, headed: true };
  const width = Math.max(0, ...rows.map((row) => row.length));
  const numbered = rows.some((row) => /^\d+\.?$/.test(row[0]?.text.trim() ?? ''));
  return { layout: width === columns.length + 1 && numbered ? layout.map((_, index) => index) : null, headed: false };
}

const cellAt = (cells: readonly WordCell[], at: number): WordCell | null => (at < 0 ? null : (cells[at] ?? null));

function byNumber(cells: readonly WordCell[], layout: Layout, { rows }: FormTable, taken: Set<FormRow>): FormRow | null {
  const number = /^(\d{1,4})\.?$/.exec(cellAt(cells, layout[0]!)?.text.trim() ?? '')?.[1];
  return take(rows[Number(number ?? 0) - 1], taken);
}

function byWords(cells: readonly WordCell[], layout: Layout, { rows }: FormTable, taken: Set<FormRow>): FormRow | null {
  const words = plainly(cellAt(cells, layout[1]!)?.text ?? '');
  return words === '' ? null : take(rows.find((row) => !taken.has(row) && plainly(row.cells[0] ?? '') === words), taken);
}

function take(row: FormRow | undefined, taken: Set<FormRow>): FormRow | null {
  if (!row || taken.has(row)) return null;
  taken.add(row);
  return row;
}

function readRow(rows: Rows, cells: readonly WordCell[], layout: Layout, row: FormRow | null): void {
  const { table, where, newId, back } = rows;
  const texts = table.columns.map((_, index) => cellAt(cells, layout[index + 1]!)?.text.trim() ?? '');
  if (!row && texts.every((text) => text === '')) return;
  if (!row && table.blank === 0) return void back.unplaced.push({ where, words: texts.filter(Boolean).join(' | ') });
  const id = row?.id ?? newId();
  // A row of signs that no Word file holds goes out empty, and so comes back.
  if (row && !row.fixed && texts.every((text) => text === '')) return row.cells.some((cell) => canonical(cell) !== '') ? takeOut(rows, row) : undefined;
  table.columns.forEach((column, index) => {
    const cell = cellAt(cells, layout[index + 1]!);
    if (!cell || column.part === null || (row?.fixed && column.part === 'title')) return;
    readCell(rows, column, cell, id, row?.cells[index] ?? '');
  });
}

function readCell({ field, where, grid, typed, back }: Rows, column: FormColumn, cell: WordCell, id: string, before: string): void {
  const name = column.place ? `${field.field.key}-${id}` : `${field.field.key}.${id}.${column.part}`;
  if (column.choices || column.day || column.place) {
    if (plainly(cell.text) === plainly(before)) return;
    const value = readChoice(column, cell.text, grid);
    if (value === null) back.unplaced.push({ where: `${where}, ${column.heading.toLowerCase()}`, words: cell.text.trim() });
    else typed[name] = value;
    return;
  }
  const value = column.plain ? plainCell(cell, before) : textFromLines(linesIn(cell.pieces), before);
  if (value !== before) typed[name] = value;
}

/** Words without Markdown: as they were where nobody changed them. */
function plainCell(cell: WordCell, before: string): string {
  const one = (text: string) => plainText(tidy([{ text }], false)).trim();
  return one(cell.text) === one(before) ? before : one(cell.text);
}

function takeOut({ field, table, typed }: Rows, row: FormRow): void {
  for (const { part, choices } of table.columns) if (part !== null && !choices) typed[`${field.field.key}.${row.id}.${part}`] = '';
}

