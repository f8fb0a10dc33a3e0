import { monthInWords, type Month } from '@/domain/regional-calendar/month';
import type { CalendarPage } from '@/server/regional-calendar/load';
import { Hidden } from '@/ui/hidden';
import { Select } from '@/ui/select';
import { Toolbar } from '@/ui/toolbar';
import type { CalendarAsked } from './read-asked';

export function Filters({ page, month, asked: { isList, filter } }: { page: CalendarPage; month: Month; asked: CalendarAsked }) {
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const people = [{ value: 'me', label: 'What concerns me' }, ...page.offices.map(({ party, name }) => ({ value: party, label: name }))];
  return (
    <Toolbar>
      {isList && <Hidden name="view" value="list" />}
      <Select name="month" label={isList ? 'From' : 'Month'} options={page.months.map((one) => ({ value: one, label: monthInWords(one) }))} value={month} />
      <Select name="for" label="For" blank="Everyone" options={people} value={filter.whose ?? ''} />
      {page.authorities.length > 1 && <Select name="authority" label="Authority" blank="All that you see" options={page.authorities.map(named)} value={filter.authorityId ?? ''} />}
      {page.cycles.length > 1 && <Select name="cycle" label="Cycle" blank="All cycles" options={page.cycles.map(named)} value={filter.cycleId ?? ''} />}
    </Toolbar>
  );
}
