import { escaped } from './escaped';
import { matrixCell } from './matrix-cell';
import type { MatrixColumn, MatrixGroup, MatrixRow } from './matrix';

interface Table {
  columns: readonly (MatrixColumn & { edge: boolean })[];
  owes: boolean;
}

const written = new WeakMap<MatrixGroup, { under: string; html: string }>();

/**
 * The rows of a group as HTML. Four hundred cells as elements cost more than the rest of the page together; as text, written here and
 * nowhere else, they cost next to nothing, and nothing while the same group stands. Everything that comes in is escaped.
 */
export function matrixRows(group: MatrixGroup, table: Table): string {
  const under = table.columns.map(({ id, name }) => `${id} ${name}`).join(', ') + String(table.owes);
  const known = written.get(group);
  if (known?.under === under) return known.html;
  const html = headOf(group, table) + group.rows.map((row) => matrixRow(row, table)).join('');
  written.set(group, { under, html });
  return html;
}

function headOf({ name, note }: MatrixGroup, { columns, owes }: Table): string {
  return `<tr class="grp"><th scope="rowgroup" colSpan="${columns.length + (owes ? 2 : 1)}">${escaped(name)} ${note ? `<span>${escaped(note)}</span>` : ''}</th></tr>`;
}

function matrixRow(row: MatrixRow, { columns, owes }: Table): string {
  const name = row.href ? `<a href="${escaped(row.href)}">${escaped(row.name)}</a>` : escaped(row.name);
  const heading = `<th scope="row">${name} <span class="sum">${doneWords(row, columns)}</span></th>`;
  const cells = columns.map((column) => matrixCell(row.cells[column.id] ?? { state: 'no' }, column.name, column.edge)).join('');
  return `<tr${row.mine ? ' class="mine"' : ''}>${heading}${cells}${owes ? `<td class="owed edge">${owesWords(row)}</td>` : ''}</tr>`;
}

function owesWords({ owes }: MatrixRow): string {
  if (!owes) return '';
  const act = owes.act ? ` <a href="${escaped(owes.act.href)}">${escaped(owes.act.words)}<span class="vh"> ${escaped(owes.act.hidden)}</span></a>` : '';
  return `${escaped(owes.words)}${act}`;
}

function doneWords(row: MatrixRow, columns: Table['columns']): string {
  const done = columns.filter(({ id }) => ['done', 'not-needed'].includes(row.cells[id]?.state ?? 'no'));
  return `${done.length} of ${columns.length} steps done`;
}
