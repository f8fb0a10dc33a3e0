import type { ReactNode } from 'react';

export interface DataColumn {
  name: string;
  /** A figure: set to the right. */
  num?: true;
  /** A line of its own where the rows stand as cards. */
  full?: true;
  /** The heading is spoken only. */
  hidden?: true;
}

interface DataTableProps {
  caption?: ReactNode;
  columns: readonly DataColumn[];
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
  /** Which column names the row. */
  head?: number;
}

/** A plain table of facts; on a narrow screen each row is a card, and each cell says its heading. */
export function DataTable({ caption, columns, rows, head = 0 }: DataTableProps) {
  return (
    <table className="dt stackable">
      {caption && <caption className="vh">{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ name, num, hidden }) => (
            <th scope="col" className={num && 'num'} key={name}>
              {hidden ? <span className="vh">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {columns.map(({ name, num, full, hidden }, index) =>
              index === head ? (
                <th scope="row" key={name}>
                  {cells[index]}
                </th>
              ) : (
                <td className={num ? 'num' : full && 'full'} data-label={hidden ? undefined : name} key={name}>
                  {cells[index]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
