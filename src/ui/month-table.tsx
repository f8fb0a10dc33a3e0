import type { Day } from '@/domain/model';
import { WEEKDAYS } from '@/domain/processes/rule-words';
import type { CalendarEntry } from '@/domain/regional-calendar/entries';
import type { MonthDay, MonthView } from '@/domain/regional-calendar/month';
import { dayAndMonth } from './day';
import { Icon } from './icon';
import type { IconName } from './icons';

interface MonthTableProps {
  view: MonthView;
  caption: string;
  today: Day;
  /** Where several cycles run at once, each entry says of which it is. */
  withCycle: boolean;
}

/** A month, a week to a row; on a narrow screen the days on which something falls, one under the other. */
export function MonthTable({ view: { weeks }, caption, today, withCycle }: MonthTableProps) {
  return (
    <table className="cal">
      <caption className="vh">{caption}</caption>
      <colgroup>
        {WEEKDAYS.map((name, index) => (
          <col key={name} className={index > 4 ? 'we' : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]!.on}>
            {week.map((day, index) => (
              <Cell key={day.on} day={day} isWeekend={index > 4} today={today} withCycle={withCycle} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ day: { on, inMonth, holiday, schools, entries }, isWeekend, today, withCycle }: { day: MonthDay; isWeekend: boolean; today: Day; withCycle: boolean }) {
  if (!inMonth) return <td className="other" />;
  const isEmpty = entries.length === 0 && !holiday;
  const marks = [isWeekend || holiday ? 'off' : '', isEmpty ? 'nil' : '', on === today ? 'today' : on < today ? 'past' : ''].filter(Boolean).join(' ');
  return (
    <td className={marks || undefined}>
      <time dateTime={on}>
        <span className="n" aria-hidden="true">
          {Number(on.slice(8))}
        </span>
        <span className="w">
          {dayAndMonth(on)}
          {on === today ? ', today' : ''}
        </span>
      </time>
      {holiday && <span className="hol">{holiday}</span>}
      {schools && !isWeekend && <span className="hol">{schools}</span>}
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <Entry key={entry.key} entry={entry} withCycle={withCycle} />
          ))}
        </ul>
      )}
    </td>
  );
}

/** The shape of what falls on a day, and the word for it. */
export const ENTRY_SHAPES = { due: ['due', 'Due'], event: ['calendar', 'People meet'], forum: ['talk', 'A forum'] } as const satisfies Record<string, readonly [IconName, string]>;
export const LASTING = ['dot', 'Worth knowing'] as const;

export function entryShape(is: CalendarEntry['is']): readonly [IconName, string] {
  return is === 'due' || is === 'forum' || is === 'event' ? ENTRY_SHAPES[is] : LASTING;
}

function Entry({ entry, withCycle }: { entry: CalendarEntry; withCycle: boolean }) {
  const { is, href, mine, cycle } = entry;
  const [icon, word] = entryShape(is);
  const words = entryWords(entry);
  return (
    <li className={mine ? 'mine' : undefined}>
      <Icon name={icon} />
      <span>
        <span className="vh">{`${word}${mine ? ', yours' : ''}: `}</span>
        {href ? <a href={href}>{words}</a> : words}
        {withCycle && cycle && <span className="soft"> {cycle.name}</span>}
      </span>
    </li>
  );
}

/** "09:30 Forum, Trafford group", "Self-view submitted: 23 authorities" */
export function entryWords({ is, time, what, whom }: CalendarEntry): string {
  return `${time ? `${time} ` : ''}${what}${whom ? `${is === 'forum' ? ',' : ':'} ${whom}` : ''}`;
}
