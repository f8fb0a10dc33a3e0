import { monthAfter, monthInWords, monthView, readMonth } from '@/domain/regional-calendar/month';
import { today } from '@/server/days';
import { loadCalendar, type CalendarPage } from '@/server/regional-calendar/load';
import { requireActor } from '@/server/session';
import { Buttons } from '@/ui/buttons';
import { Icon } from '@/ui/icon';
import { Key, KeyItem } from '@/ui/key';
import { LinkButton } from '@/ui/link-button';
import { ENTRY_SHAPES, entryShape, LASTING, MonthTable } from '@/ui/month-table';
import { PageHead } from '@/ui/page-head';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../or-not-found';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';
import { DayList } from './day-list';
import { Filters } from './filters';
import { Months } from './months';
import { readAsked, type Asked } from './read-asked';
import { Spans } from './spans';

/** So many months stand in one list. */
const LISTED = 3;

export default async function RegionalCalendar({ searchParams }: { searchParams: Promise<Asked> }) {
  const typed = await searchParams;
  const actor = await requireActor('/calendar');
  const now = new Date();
  const asked = readAsked(typed);
  const month = readMonth(typeof typed.month === 'string' ? typed.month : undefined, today(now));
  const count = asked.isList ? LISTED : 1;
  const page = await orNotFound(() => loadCalendar(actor, { month, count, filter: asked.filter }, now));
  const title = asked.isList ? `${monthInWords(month)} to ${monthInWords(monthAfter(month, LISTED - 1))}` : monthInWords(month);
  const view = monthView(month, page.entries);
  const shown = asked.isList ? page.entries : view.weeks.flatMap((days) => days.flatMap(({ entries }) => entries));
  const shapes = [...Object.values(ENTRY_SHAPES), ...(shown.some(({ is }) => entryShape(is) === LASTING) ? [LASTING] : [])];
  const withCycle = page.cycles.length > 1;
  return (
    <Shell viewer={viewerOf(actor)} current="/calendar" title={`Calendar: ${title}`} back="/calendar">
      <PageHead title={title} lead={leadOf(page)} aside={<HeadLinks />} />
      <div className="stack">
        <Filters page={page} month={month} asked={asked} />
        <Months month={month} by={count} asked={asked} />
        {asked.isList ? (
          <DayList entries={page.entries} from={month} today={page.today} withCycle={withCycle} />
        ) : (
          <>
            {view.spans.length > 0 && <Spans spans={view.spans} />}
            <MonthTable view={view} caption={`What falls in ${title}`} today={page.today} withCycle={withCycle} />
          </>
        )}
        <Key>
          {shapes.map(([icon, word]) => (
            <KeyItem key={word}>
              <Icon name={icon} /> {word}
            </KeyItem>
          ))}
          <KeyItem>
            <span className="yours">Yours</span>
          </KeyItem>
        </Key>
        <WhoCanSee>
          {page.whole
            ? 'posts of the region see the dates of every authority. An authority sees the region’s, its own, and those in which it has a part.'
            : 'you see the dates of the region, your own, and those in which you have a part elsewhere. Posts of the region see all of them. How anyone stands is not shown here.'}
        </WhoCanSee>
      </div>
    </Shell>
  );
}

function HeadLinks() {
  return (
    <Buttons>
      <LinkButton href="/calendar/days" kind="second">
        Holidays and events
      </LinkButton>
      <LinkButton href="/calendar/feeds" kind="second" icon="calendar">
        Put it in your own calendar
      </LinkButton>
    </Buttons>
  );
}

function leadOf({ region, cycles, entries }: CalendarPage): string {
  const mine = entries.filter((entry) => entry.mine).length;
  const over = cycles.length === 1 ? `The ${cycles[0]!.name} cycle` : `${cycles.length === 0 ? 'No' : cycles.length} open cycles`;
  return `${over} of the ${region.name}. ${mine === 0 ? 'Nothing here is yours.' : mine === 1 ? 'One of these dates is yours.' : `${mine} of these dates are yours.`}`;
}
