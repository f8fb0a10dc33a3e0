import { dayFault, readDay } from '@/domain/day-fields';
import { addDays, daysFrom } from '@/domain/deadlines';
import type { Day } from '@/domain/model';
import type { FormReturn } from '@/domain/form';
import { groupWord, plural } from '@/domain/place-names';
import { dryRun, spanFrom, type DryDate, type DryRun as Dry } from '@/domain/processes/dry-run';
import { nextAnchor } from '@/domain/processes/next-cycle';
import { canBeDated, templateFaults } from '@/domain/processes/template-faults';
import { timelineOfCycle } from '@/domain/processes/timeline';
import { partyTitle } from '@/domain/parties';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { today } from '@/server/days';
import { loadDryRun } from '@/server/processes/load';
import { loadWarnings } from '@/server/regional-calendar/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { DateFields } from '@/ui/date-fields';
import { dayAndMonth, FullDay, fullDay } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Icon } from '@/ui/icon';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { TimelineKey, TimelineTable } from '../../timeline-table';

interface Props {
  params: Promise<{ processId: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
}

export default async function DryRun({ params, searchParams }: Props) {
  const { processId } = await params;
  const path = `/processes/${processId}`;
  const actor = await requireActor(`${path}/dry-run`);
  const asked = await searchParams;
  const { process, region, lastAnchorOn } = await orNotFound(() => loadDryRun(actor, processId));
  const { definition, version, publishedAt } = process;
  const day = today(new Date());
  const { from, returned } = anchorAsked(asked, lastAnchorOn ? nextAnchor(lastAnchorOn, definition.ordinaryAnchor) : addDays(day, 120), day);
  const ground = from && (await loadWarnings(actor, { regionId: process.regionId, ...spanFrom(definition, from) }, new Date()));
  const faults = templateFaults(definition);
  const title = from ? `${definition.title}, from ${fullDay(from)}` : `${definition.title}: its dates from a day 0`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={`${path}/dry-run`}>
      <FormReport returned={returned} heading="There are no dates to show" />
      <Crumbs items={[{ label: 'Processes', href: '/processes' }, { label: `${definition.title}, version ${version}`, href: publishedAt ? path : `${path}/edit` }, { label: 'Dry run' }]} />
      <PageHead title={title} lead="What a cycle would look like. Nothing is opened and nobody is told." />
      <div className="stack-l">
        <form className="filters slip" method="get">
          <DateFields name="from" legend="Day 0" hint={definition.anchorName} value={from} returned={returned} />
          <Button kind="second">Show the dates</Button>
        </form>
        {faults.length > 0 && (
          <Refusal heading={faults.length === 1 ? 'One thing is to be mended before a cycle can be opened' : `${faults.length} things are to be mended before a cycle can be opened`} next={!publishedAt && <a href={`${path}/edit`}>Go on with the draft</a>}>
            {faults.join(' ')}
          </Refusal>
        )}
        {from && ground && canBeDated(definition) && <Dates definition={definition} run={dryRun(definition, { region, anchorOn: from, today: day, ground })} from={from} path={path} />}
        <WhoCanSee>{publishedAt ? 'everyone who holds a post in the region.' : 'the SLI coordinators of the region, until it is published.'}</WhoCanSee>
      </div>
    </Shell>
  );
}

/** ?from=2026-11-23, or the three fields of the form; what is no such day comes back as it was typed. */
function anchorAsked(asked: Record<string, string | undefined>, proposed: Day, today: Day): { from: Day; returned?: undefined } | { from: null; returned: FormReturn } {
  const [year = '', month = '', day = ''] = asked.from?.split('-') ?? ['year', 'month', 'day'].map((part) => asked[`from-${part}`] ?? '');
  if ([day, month, year].every((part) => part.trim() === '')) return { from: proposed };
  const typed = readDay(day, month, year);
  if (typed && Math.abs(daysFrom(today, typed)) <= 3660) return { from: typed };
  const error = typed ? 'Day 0: within ten years of today' : dayFault('Day 0', [day, month, year]);
  return { from: null, returned: { values: { 'from-day': day, 'from-month': month, 'from-year': year }, errors: { from: error } } };
}

function Dates({ definition, run, from, path }: { definition: ProcessTemplateDefinition; run: Dry; from: Day; path: string }) {
  const warned = run.dates.filter(({ warnings }) => warnings.length > 0).length;
  return (
    <>
      <p>
        It would run from <FullDay on={run.schedule.startsOn} /> to <FullDay on={run.schedule.endsOn} />, with {run.authorities} {run.authorities === 1 ? 'authority' : 'authorities'}
        {run.sets > 0 && ` in ${run.sets} ${run.sets === 1 ? groupWord(definition) : plural(groupWord(definition))}`}. {warned === 0 ? 'No date asks for a second look.' : warned === 1 ? 'One date asks for a second look.' : `${warned} dates ask for a second look.`}
      </p>
      {run.authorities === 0 && <Refusal heading="No authority would take part">{definition.grouping.is === 'standing' ? 'This process puts authorities together in standing groups, and the region has none on that day.' : 'The region has no authority on that day.'}</Refusal>}
      {run.cannotBeMade.length > 0 && <Refusal heading="It cannot be arranged for all of them">{run.cannotBeMade.join(' ')} Who takes part is chosen when a cycle opens; the dates here are as if everyone did.</Refusal>}
      <Sheet heading="Every date, in order" id="h-dates">
        <div>
          {run.months.map((month) => (
            <MonthOfDates key={month} month={month} run={run} template={definition} open={month === run.dates[0]?.dueOn.slice(0, 7)} />
          ))}
        </div>
      </Sheet>
      <Sheet heading="The same, drawn" id="h-drawn">
        <TimelineTable template={definition} timeline={timelineOfCycle(run.schedule, from)} href={({ key }) => `${path}/steps/${key}`} due={(step) => firstAndLast(run, step.key)} />
        <TimelineKey />
      </Sheet>
    </>
  );
}

/** The dates of a month, folded under its name and how many there are. */
function MonthOfDates({ month, run, template, open }: { month: string; run: Dry; template: ProcessTemplateDefinition; open: boolean }) {
  const dates = run.dates.filter(({ dueOn }) => dueOn.startsWith(month));
  const warned = dates.filter(({ warnings }) => warnings.length > 0).length;
  const name = fullDay(`${month}-01`).split(' ').slice(2).join(' ');
  if (dates.length === 0) return null;
  return (
    <details className="fold" open={open}>
      <summary>
        <h3>{name}</h3>
        <span className="s soft">
          {dates.length === 1 ? '1 date' : `${dates.length} dates`}
          {warned > 0 && `, ${warned} for a second look`}
        </span>
      </summary>
      <table className="dt stackable">
        <caption className="vh">Dates in {name}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Step</th>
            <th scope="col">For</th>
            <th scope="col">A second look</th>
          </tr>
        </thead>
        <tbody>
          {dates.map((date) => (
            <DateRow key={`${date.step.key}|${date.scope}`} date={date} template={template} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function DateRow({ date: { step, dueOn, opensOn, whom, warnings }, template }: { date: DryDate; template: ProcessTemplateDefinition }) {
  return (
    <tr>
      <td data-label="When">
        <time dateTime={dueOn}>{dayAndMonth(dueOn)}</time>
        {opensOn && opensOn < dueOn && (
          <span className="hint">
            open from <time dateTime={opensOn}>{dayAndMonth(opensOn)}</time>
          </span>
        )}
      </td>
      <th scope="row">
        {step.name}
        <span className="hint">{step.who.map((party) => partyTitle(party, template)).join(', ')}</span>
      </th>
      <td data-label="For">{whom}</td>
      <td className="full">
        {warnings.map((says) => (
          <span key={says} className="st due long">
            <Icon name="due" />
            <span>{says}</span>
          </span>
        ))}
      </td>
    </tr>
  );
}

function firstAndLast({ dates }: Dry, key: string): string {
  const days = dates.filter(({ step }) => step.key === key).map(({ dueOn }) => dueOn);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return 'No date';
  return first === last ? dayAndMonth(first) : `${dayAndMonth(first)} to ${dayAndMonth(last)}`;
}
