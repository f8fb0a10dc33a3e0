import { dayTitle, REGIONAL_DAY_NAMES, type RegionalDay } from '@/domain/regional-days';
import { Button } from '@/ui/button';
import { FullDay } from '@/ui/day';
import { Hidden } from '@/ui/hidden';
import { remove } from '../actions';

type Shown = RegionalDay & { mayChange: boolean };

/** Entries in the order of days; what is alike for several authorities stands in one row, and each of them within it. */
export function DayTable({ days, as }: { days: readonly Shown[]; as: string }) {
  const rows = new Map<string, Shown[]>();
  for (const day of days) {
    const key = [day.kind, day.name, day.fromOn, day.toOn, day.authority === null ? 'region' : ''].join('|');
    rows.set(key, [...(rows.get(key) ?? []), day]);
  }
  return (
    <table className="dt stackable">
      <caption className="vh">Holidays and events</caption>
      <thead>
        <tr>
          <th scope="col" className="w-1/4">
            What
          </th>
          <th scope="col">When</th>
          <th scope="col">For whom</th>
          <th scope="col">
            <span className="vh">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...rows].map(([key, alike]) => (
          <Row key={key} days={alike} as={as} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ days, as }: { days: readonly Shown[]; as: string }) {
  const [{ kind, name, fromOn, toOn, authority }] = days as [Shown];
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="hint">{REGIONAL_DAY_NAMES[kind]}</span>
      </th>
      <td data-label="When" className="full">
        <FullDay on={fromOn} />
        {toOn !== fromOn && (
          <>
            {' '}
            to <FullDay on={toOn} />
          </>
        )}
      </td>
      {days.length === 1 ? (
        <>
          <td data-label="For whom">{authority?.name ?? 'The whole region'}</td>
          <td>{days[0]!.mayChange && <Acts day={days[0]!} as={as} />}</td>
        </>
      ) : (
        <td data-label="For whom" colSpan={2} className="full">
          <details>
            <summary>{days.length} authorities</summary>
            <ul className="bare">
              {days.map((day) => (
                <li key={day.id} className="flex flex-wrap gap-s3 justify-between">
                  {day.authority!.name}
                  {day.mayChange && <Acts day={day} as={as} />}
                </li>
              ))}
            </ul>
          </details>
        </td>
      )}
    </tr>
  );
}

function Acts({ day, as }: { day: Shown; as: string }) {
  const which = <span className="vh">: {dayTitle(day)}</span>;
  return (
    <form action={remove} className="nb">
      <Hidden name="as" value={as} />
      <Hidden name="dayId" value={day.id} />
      <a href={`/calendar/days?change=${day.id}`} className="inline-block py-s1 mr-s3">
        Change{which}
      </a>
      <Button kind="link">
        Take out{which}
      </Button>
    </form>
  );
}
