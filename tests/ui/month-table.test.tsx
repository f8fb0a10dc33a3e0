import { expect, test } from 'vitest';
import type { CalendarEntry } from '@/domain/regional-calendar/entries';
import { monthView } from '@/domain/regional-calendar/month';
import { DayWarnings } from '@/ui/day-warnings';
import { entryWords, MonthTable } from '@/ui/month-table';
import { markup } from './markup';

const entry = (more: Partial<CalendarEntry>): CalendarEntry => ({ key: 'k', is: 'due', fromOn: '2026-12-03', toOn: '2026-12-03', what: 'Notes agreed', whom: '23 authorities', authorities: [], time: '', cycle: { id: 'c', name: '2026/27' }, href: '/cycles/c?step=s', mine: false, ...more });

test('a month is a table whose days can be heard, with what falls on them, whose it is and of which cycle', () => {
  const view = monthView('2026-12', [entry({}), entry({ key: 'f', is: 'forum', what: 'Forum', whom: 'Trafford group', time: '09:30', mine: true, href: '/forums/f' })]);
  const html = markup(<MonthTable view={view} caption="What falls in December 2026" today="2026-12-03" withCycle />);
  expect(html.match(/<th scope="col">/g)).toHaveLength(7);
  expect(html.match(/<td/g)).toHaveLength(35);
  expect(html).toContain('Thursday 3 December, today');
  expect(html).toContain('<span class="vh">Due: </span><a href="/cycles/c?step=s">Notes agreed: 23 authorities</a><span class="soft"> 2026/27</span>');
  expect(html).toContain('<li class="mine">');
  expect(html).toContain('<span class="vh">A forum, yours: </span><a href="/forums/f">09:30 Forum, Trafford group</a>');
  expect(html).toContain('Christmas Day');
});

test('an entry for nobody else says only what it is', () => {
  expect(entryWords(entry({ whom: '' }))).toBe('Notes agreed');
});

test('where nothing speaks against a day nothing is said', () => {
  expect(markup(<DayWarnings says={[]} />)).toBe('');
  expect(markup(<DayWarnings says={['A Saturday']} />)).toContain('<span>A Saturday</span>');
});
