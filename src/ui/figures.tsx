import type { ReactNode } from 'react';
import { Trend, type TrendProps } from './trend';

export interface FigureRow {
  id: string;
  name: string;
  /** "%", "per 10,000" */
  unit: string;
  polarity?: string;
  period?: string;
  own: string | null;
  region?: string | null;
  neighbours?: string | null;
  england?: string | null;
  trend?: TrendProps;
  act?: ReactNode;
}

interface FiguresProps {
  caption: string;
  /** The authority's name heads its column. */
  own: string;
  region?: string;
  rows: readonly FigureRow[];
}

/** Pulled figures beside their comparators. A column that no row fills is left out; on a phone each figure stacks under its name. */
export function Figures({ caption, own, region = 'Region', rows }: FiguresProps) {
  const columns = [
    { key: 'own', name: own },
    { key: 'region', name: region },
    { key: 'neighbours', name: 'Neighbours' },
    { key: 'england', name: 'England' },
  ] as const;
  const shown = columns.filter(({ key }) => key === 'own' || rows.some((row) => row[key] !== undefined));
  const periods = rows.some((row) => row.period);
  const trends = rows.some((row) => row.trend);
  const acts = rows.some((row) => row.act);
  return (
    <table className="dt stackable">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Indicator</th>
          {periods && <th scope="col">Period</th>}
          {shown.map(({ key, name }) => (
            <th scope="col" className="num" key={key}>
              {name}
            </th>
          ))}
          {trends && <th scope="col" className="nb">Five years</th>}
          {acts && <td />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.name}
              <span className="hint">{[row.unit, row.polarity].filter(Boolean).join(' · ')}</span>
            </th>
            {periods && <td data-label="Period">{row.period}</td>}
            {shown.map(({ key, name }) => (
              <td className={key === 'own' ? 'num big' : 'num'} data-label={name} key={key}>
                {row[key] ?? <span className="soft">none</span>}
              </td>
            ))}
            {trends && <td data-label="Five years">{row.trend && <Trend {...row.trend} />}</td>}
            {acts && <td className="full">{row.act}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
