import { monthInWords, type Month } from '@/domain/regional-calendar/month';
import type { Day } from '@/domain/model';
import type { CalendarEntry } from '@/domain/regional-calendar/entries';
import { dayAndMonth } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { Icon } from '@/ui/icon';
import { entryShape } from '@/ui/month-table';
import { Sheet } from '@/ui/sheet';

interface DayListProps {
  entries: readonly CalendarEntry[];
  /** The first month of the list: what began before stands at its head. */
  from: Month;
  today: Day;
  withCycle: boolean;
}

/** Everything in the order of days, month by month; an entry of several days stands on its first. */
export function DayList({ entries, from, today, withCycle }: DayListProps) {
  if (entries.length === 0) return <Empty fact="Nothing falls in these months">Choose other months, or show everyone’s dates.</Empty>;
  const monthOf = ({ fromOn }: CalendarEntry) => (fromOn.slice(0, 7) < from ? from : fromOn.slice(0, 7));
  const months = [...new Set(entries.map(monthOf))];
  return (
    <>
      {months.map((month) => (
        <Sheet key={month} id={`month-${month}`} heading={monthInWords(month)}>
          <table className="dt stackable">
            <caption className="vh">{`What falls in ${monthInWords(month)}`}</caption>
            <thead>
              <tr>
                <th scope="col" className="w-1/4">
                  Day
                </th>
                <th scope="col" className="w-1/2">
                  What
                </th>
                <th scope="col">For</th>
                {withCycle && <th scope="col">Cycle</th>}
              </tr>
            </thead>
            <tbody>
              {entries
                .filter((entry) => monthOf(entry) === month)
                .map((entry) => (
                  <Row key={entry.key} entry={entry} today={today} withCycle={withCycle} />
                ))}
            </tbody>
          </table>
        </Sheet>
      ))}
    </>
  );
}

function Row({ entry: { is, fromOn, toOn, time, what, whom, href, cycle, mine }, today, withCycle }: { entry: CalendarEntry; today: Day; withCycle: boolean }) {
  const [icon, word] = entryShape(is);
  return (
    <tr>
      <th scope="row" className={toOn < today ? 'soft' : undefined}>
        <time dateTime={fromOn}>{dayAndMonth(fromOn)}</time>
        {toOn !== fromOn && (
          <span className="hint">
            to <time dateTime={toOn}>{dayAndMonth(toOn)}</time>
          </span>
        )}
      </th>
      <td className="full">
        <span className={mine ? 'yours' : undefined}>
          <Icon name={icon} /> <span className="vh">{`${word}${mine ? ', yours' : ''}: `}</span>
          {time && `${time} `}
          {href ? <a href={href}>{what}</a> : what}
        </span>
      </td>
      <td data-label={whom ? 'For' : undefined}>{whom}</td>
      {withCycle && <td data-label={cycle ? 'Cycle' : undefined}>{cycle?.name}</td>}
    </tr>
  );
}
