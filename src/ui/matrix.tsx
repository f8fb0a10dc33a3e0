import type { MatrixCellProps } from './matrix-cell';
import { matrixRows } from './matrix-rows';

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
  /** Who owes what, and one act: "Chase", with what it is about for those who do not see the row. */
  owes?: { words: string; act?: { href: string; words: string; hidden: string } };
  mine?: boolean;
}

export interface MatrixGroup {
  id: string;
  name: string;
  note?: string;
  rows: readonly MatrixRow[];
}

/** More columns than a wide screen holds: the table keeps their width, and is moved sideways in its own frame. */
const MOST_IN_VIEW = 17;

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
  const many = columns.length > MOST_IN_VIEW;
  return (
    <div className={many ? 'mx-wrap landscape many' : 'mx-wrap landscape'} {...(many ? { role: 'region', 'aria-label': caption, tabIndex: 0 } : {})}>
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
          <tbody key={group.id} dangerouslySetInnerHTML={{ __html: matrixRows(group, { columns, owes: owes !== null }) }} />
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
