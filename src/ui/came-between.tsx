import type { CameBetween } from '@/domain/disruption/came-between';
import type { MovedDay, Said } from '@/domain/disruption/plan';
import { DataTable } from './data-table';
import { FullDay } from './day';

/** Everything that something which came between changes: dates in a table, the rest in sentences. */
export function Effect({ days, said, level: Heading = 'h3' }: { days: readonly MovedDay[]; said: readonly Said[]; level?: 'h3' | 'h4' }) {
  const named = days.some(({ whom }) => whom !== null);
  return (
    <>
      {said.map(({ heading, lines }) => (
        <div key={heading}>
          <Heading>{heading}</Heading>
          {lines.length === 1 ? (
            <p>{lines[0]}</p>
          ) : (
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {days.length > 0 && (
        <div>
          <Heading>{days.some(({ from }) => from !== null) ? 'Dates that become others' : 'Its dates'}</Heading>
          <DataTable
            columns={[{ name: 'Step' }, ...(named ? [{ name: 'For', full: true as const }] : []), { name: 'From' }, { name: 'To' }]}
            rows={days.map(({ step, whom, from, to }) => ({
              id: `${step}|${whom}`,
              cells: [step, ...(named ? [whom ?? ''] : []), from ? <FullDay key="from" on={from} /> : <span key="from" className="soft">stays</span>, <FullDay key="to" on={to} />],
            }))}
          />
        </div>
      )}
    </>
  );
}

/** What came between, newest first: when, why, by whom, and what it changed as far as the reader may know. */
export function CameBetweenList({ items }: { items: readonly CameBetween[] }) {
  return (
    <ul className="bare stack">
      {items.map(({ id, on, headline, reason, by, days, said }) => (
        <li key={id}>
          <b>{headline}</b>
          <p>{reason}</p>
          <p className="s soft">
            {by}, <FullDay on={on} />
          </p>
          {(days.length > 0 || said.length > 0) && (
            <details>
              <summary>What it changed</summary>
              <div className="stack">
                <Effect days={days} said={said} level="h4" />
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
