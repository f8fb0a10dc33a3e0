import type { FormReturn } from '@/domain/form';
import { REGIONAL_DAY_NAMES, type RegionalDay } from '@/domain/regional-days';
import { readFormReturn } from '@/server/form-return';
import { loadDays, type DaysPage } from '@/server/regional-calendar/days/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { Empty } from '@/ui/empty';
import { FileInput } from '@/ui/file-input';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { Toolbar } from '@/ui/toolbar';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { addProposed, change, enter, look } from '../actions';
import { DayFields } from './day-fields';
import { DayTable } from './day-table';

interface Props {
  searchParams: Promise<{ return?: string; change?: string; show?: string; authority?: string }>;
}

export default async function Days({ searchParams }: Props) {
  const actor = await requireActor('/calendar/days');
  const asked = await searchParams;
  const [page, returned] = await Promise.all([orNotFound(() => loadDays(actor, new Date())), readFormReturn(actor.personId, asked.return)]);
  const changing = page.days.find(({ id, mayChange }) => mayChange && id === asked.change) ?? null;
  const as = actor.as!.id;
  const form = returned ? { returned } : {};
  const shown = page.days.filter((day) => (asked.show === 'past' ? day.toOn < page.today : day.toOn >= page.today) && isFor(day, asked.authority));
  const whom = new Map(page.days.flatMap(({ authority }) => (authority ? [[authority.id, authority.name] as const] : [])));
  return (
    <Shell viewer={viewerOf(actor)} current="/calendar" title="Holidays and events" back="/calendar/days" {...form}>
      <FormReport {...form} heading={changing ? 'The entry is not changed' : 'Nothing was entered'} />
      <Crumbs items={[{ label: 'Calendar', href: '/calendar' }, { label: 'Holidays and events' }]} />
      <PageHead title="Holidays and events" lead={`What someone in the ${page.region} should know of when they choose a day. It stands beside dates as advice, and bars none.`} />
      <Columns aside={<Aside page={page} as={as} />}>
        {changing && <Change page={page} day={changing} as={as} {...form} />}
        <Toolbar aside={<a href={asked.show === 'past' ? '/calendar/days' : '/calendar/days?show=past'}>{asked.show === 'past' ? 'See what is to come' : 'See what is over'}</a>}>
          {asked.show === 'past' && <Hidden name="show" value="past" />}
          <Select
            name="authority"
            label="For whom"
            blank="Everyone"
            options={[{ value: 'region', label: 'The whole region' }, ...[...whom].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))]}
            value={asked.authority ?? ''}
          />
        </Toolbar>
        {shown.length === 0 ? (
          <Empty fact={asked.show === 'past' ? 'Nothing is over' : 'Nothing is to come'}>{page.enterFor.length > 0 ? 'Enter a holiday or an event below, or many at once from a file.' : 'The SLI coordinator and each authority enter them.'}</Empty>
        ) : (
          <DayTable days={shown} as={as} />
        )}
        {page.enterFor.length > 0 && !changing && <Enter page={page} as={as} {...form} />}
        {page.enterFor.length > 0 && !changing && <Import page={page} as={as} {...form} />}
        <WhoCanSee>posts of the region see all of them; an authority sees the region’s, its own, and those of authorities that it challenges.</WhoCanSee>
      </Columns>
    </Shell>
  );
}

function isFor({ authority }: RegionalDay, asked: string | undefined): boolean {
  return !asked || (asked === 'region' ? authority === null : authority?.id === asked);
}

interface FormProps {
  page: DaysPage;
  as: string;
  returned?: FormReturn;
}

function Change({ page, day, as, returned }: FormProps & { day: RegionalDay }) {
  return (
    <Sheet id="h-change" heading={`Change “${day.name}”`}>
      <form action={change} className="stack">
        <Hidden name="as" value={as} />
        <Hidden name="dayId" value={day.id} />
        <DayFields enterFor={page.enterFor} day={day} {...(returned ? { returned } : {})} />
        <p className="btns">
          <Button>Change it</Button>
          <a href="/calendar/days">Leave it as it is</a>
        </p>
      </form>
    </Sheet>
  );
}

function Enter({ page, as, returned }: FormProps) {
  return (
    <Sheet id="h-enter" heading="Enter a holiday or an event">
      <form action={enter} className="stack">
        <Hidden name="as" value={as} />
        <DayFields enterFor={page.enterFor} day={null} {...(returned ? { returned } : {})} />
        <Button icon="calendar">Enter it in the calendar</Button>
      </form>
    </Sheet>
  );
}

function Import({ page, as, returned }: FormProps) {
  const faults = returned?.values.faults;
  const own = page.enterFor.includes(null) ? 'Leave the authority empty for the whole region.' : `The authority is ${page.enterFor.map((one) => one?.name).join(' or ')}.`;
  return (
    <Sheet id="h-import" heading="Enter many from a file">
      <p className="s">
        A table saved as CSV, with a heading of <b>kind, name, from, to, authority</b> and a row for each. The kind is {Object.values(REGIONAL_DAY_NAMES).slice(0, -1).join(', ').toLowerCase()} or event; days are written like 2026-10-26 or 26/10/2026. {own}
      </p>
      {Array.isArray(faults) && (
        <div className="refusal">
          <b>Mend these and send the file again</b>
          <ul className="bare s stack-s">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <form action={look} className="stack">
        <Hidden name="as" value={as} />
        <FileInput name="file" label="CSV file" hint="At most 200 kB. You see what it holds before anything is entered." accept=".csv,text/csv" {...(returned ? { returned } : {})} />
        <Button kind="second">See what it holds</Button>
      </form>
    </Sheet>
  );
}

function Aside({ page: { proposed }, as }: { page: DaysPage; as: string }) {
  return (
    <>
      {proposed.length > 0 && (
        <Slip id="h-proposed" heading="At one press">
          <ul className="bare stack">
            {proposed.map(({ key, words }) => (
              <li key={key}>
                <form action={addProposed}>
                  <Hidden name="as" value={as} />
                  <Hidden name="key" value={key} />
                  <Button kind="second" size="small">
                    {words}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
          <p className="s soft">Proposals, by what is usual in England. Change or take out what is otherwise in your region.</p>
        </Slip>
      )}
      <Slip id="h-says" heading="What dates say of it">
        <ul className="bare s stack-s">
          <li>
            <b>School holidays</b>: whose, or how many authorities’.
          </li>
          <li>
            <b>Season of statutory returns</b>: April to July, when data teams have least time.
          </li>
          <li>
            <b>Pre-election period</b>: before which elections.
          </li>
          <li>
            <b>Event</b>: what else is on that day.
          </li>
          <li>
            <b>Bank holidays and weekends</b> are known already.
          </li>
        </ul>
      </Slip>
    </>
  );
}
