import { monthAfter, monthInWords, type Month } from '@/domain/regional-calendar/month';
import { addressOf, type CalendarAsked } from './read-asked';

/** To the months before and after, and between the month and the list. */
export function Months({ month, by, asked }: { month: Month; by: number; asked: CalendarAsked }) {
  const [before, after] = [monthAfter(month, -by), monthAfter(month, by)];
  return (
    <nav className="months" aria-label="Other months">
      <a href={addressOf(asked, before)} rel="prev">
        Earlier: {monthInWords(before)}
      </a>
      <a href={addressOf(asked, after)} rel="next">
        Later: {monthInWords(after)}
      </a>
      <a className="end" href={addressOf({ ...asked, isList: !asked.isList }, month)}>
        {asked.isList ? 'See it as a month' : 'See it as a list'}
      </a>
    </nav>
  );
}
