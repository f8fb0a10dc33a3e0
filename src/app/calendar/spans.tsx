import type { CalendarEntry } from '@/domain/regional-calendar/entries';
import { dayAndMonth } from '@/ui/day';
import { Slip } from '@/ui/slip';

/** What lasts longer than a few days, above the month that it touches. */
export function Spans({ spans }: { spans: readonly CalendarEntry[] }) {
  return (
    <Slip id="h-spans" heading="Worth knowing when you choose a day">
      <ul className="bare s">
        {spans.map(({ key, what, whom, fromOn, toOn, authorities }) => (
          <li key={key} className="pb-s1">
            <b>{what}</b>: <time dateTime={fromOn}>{dayAndMonth(fromOn)}</time>
            {toOn !== fromOn && (
              <>
                {' '}
                to <time dateTime={toOn}>{dayAndMonth(toOn)}</time>
              </>
            )}
            {whom && `, ${authorities.length > 1 && authorities.length < 5 ? authorities.join(', ') : whom}`}
          </li>
        ))}
      </ul>
    </Slip>
  );
}
