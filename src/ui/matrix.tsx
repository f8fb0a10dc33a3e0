import type { ReactNode } from 'react';
import { MatrixCell, type MatrixCellProps } from './matrix-cell';

export interface MatrixColumn {
  id: string;
  /** The whole name, for the list on a narrow screen. */
  name: string;
  /** A short heading, a line each. */
  lines?: readonly string[];
  by?: string;
}

export interface MatrixPhase {
  name: string;
  columns: readonly MatrixColumn[];
}

export interface MatrixRow {
  id: string;
  name: string;
  href?: string;
  /** By the column's id; a column without a cell is not open. */
  cells: Record<string, MatrixCellProps>;
  owes?: ReactNode;
  mine?: boolean;
}

export interface MatrixGroup {
  id: string;
  name: string;
  note?: string;
  rows: readonly MatrixRow[];
}

interface MatrixProps {
  caption: string;
  phases: readonly MatrixPhase[];
  groups: readonly MatrixGroup[];
  rowHeading?: string;
  /** Heading of the last column; null leaves it out. */
  owes?: string | null;
}

/** Authorities by steps, in groups: what a coordinator scans. Under 74 rem, a list by authority of what needs someone. */
export function Matrix({ caption, phases, groups, rowHeading = 'Authority', owes = 'Who owes what' }: MatrixProps) {
  const columns = phases.flatMap((phase) => phase.columns.map((column, index) => ({ ...column, edge: index === 0 })));
  const width = columns.length + (owes === null ? 1 : 2);
  return (
    <div className="mx-wrap landscape">
      <table className="mx">
        <caption className="vh">{caption}</caption>
        <colgroup>
          <col className="cn" />
          <col span={columns.length} />
          {owes !== null && <col className="co" />}
        </colgroup>
        <thead>
          <tr>
            <td className="ph" />
            {phases.map(({ name, columns: { length } }) => (
              <th scope="colgroup" className="ph" colSpan={length} key={name}>
                {name}
              </th>
            ))}
            {owes !== null && <td className="ph" />}
          </tr>
          <tr>
            <th scope="col" className="first">
              {rowHeading}
            </th>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} edge={column.edge} />
            ))}
            {owes !== null && (
              <th scope="col" className="edge">
                {owes}
              </th>
            )}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className="grp">
              <th scope="rowgroup" colSpan={width}>
                {group.name} {group.note && <span>{group.note}</span>}
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.id} className={row.mine ? 'mine' : undefined}>
                <th scope="row">
                  {row.href ? <a href={row.href}>{row.name}</a> : row.name} <span className="sum">{doneWords(row, columns)}</span>
                </th>
                {columns.map(({ id, name, edge }) => (
                  <MatrixCell key={id} {...(row.cells[id] ?? { state: 'no' })} step={name} edge={edge} />
                ))}
                {owes !== null && <td className="owed edge">{row.owes}</td>}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ColumnHead({ column: { name, lines, by }, edge }: { column: MatrixColumn; edge: boolean }) {
  return (
    <th scope="col" className={edge ? 'edge' : undefined}>
      {(lines ?? [name]).map((line, index) => (
        <span key={line}>
          {index > 0 && <br />}
          {line}
        </span>
      ))}
      {by && <span className="by">{by}</span>}
    </th>
  );
}

function doneWords(row: MatrixRow, columns: readonly MatrixColumn[]): string {
  const done = columns.filter(({ id }) => ['done', 'not-needed'].includes(row.cells[id]?.state ?? 'no'));
  return `${done.length} of ${columns.length} steps done`;
}
