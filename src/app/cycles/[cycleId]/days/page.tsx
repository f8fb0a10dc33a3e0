import { notFound } from 'next/navigation';
import type { FormReturn } from '@/domain/form';
import { ownDays, ownDayStep } from '@/domain/processes/agree-days';
import { namesIn, type CycleSchedule } from '@/domain/processes/cycle-schedule';
import { scheduleOf, type StepDay } from '@/domain/processes/schedule';
import { loadTimetable } from '@/server/cycles/load';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { loadWarnings } from '@/server/regional-calendar/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { DayWarnings } from '@/ui/day-warnings';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { warningsOf, type WarningsOf } from '../../date-warnings';
import { agree } from './actions';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function AgreeDays({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/days`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const { cycle, mayMove } = await orNotFound(() => loadTimetable(actor, cycleId));
  const step = ownDayStep(cycle.template);
  if (!step) notFound();
  const title = `Agree when each ${cycle.template.words.forum} is`;
  const days = ownDays(cycle, step);
  const { startsOn, endsOn } = scheduleOf(cycle);
  const now = new Date();
  const warnings = warningsOf({ ground: await loadWarnings(actor, { regionId: cycle.regionId, fromOn: startsOn, toOn: endsOn }, now), places: cycle.places, cycleId, today: today(now) });
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="No day was changed" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: cycle.name, href: `/cycles/${cycle.id}` }, { label: 'Dates', href: `/cycles/${cycle.id}/dates` }, { label: `Each ${cycle.template.words.forum}` }]} />
      <PageHead title={title} lead={`“${step.name}”: until a day is agreed, the one planned stands. Later dates that hang on it move along.`} />
      <div className="stack-l">
        {cycle.closedAt || !mayMove ? (
          <Refusal heading="These days stay where they are" next={<a href={`/cycles/${cycle.id}/dates`}>See all dates</a>}>
            {cycle.closedAt ? `The ${cycle.name} cycle is closed: its dates stand.` : 'The SLI coordinator of the region moves dates.'}
          </Refusal>
        ) : (
          <form action={agree} className="stack-l">
            <Hidden name="as" value={actor.as!.id} />
            <Hidden name="cycleId" value={cycle.id} />
            <Sheet id="h-days" heading={step.name}>
              <DaysTable cycle={cycle} days={days} warnings={warnings} returned={returned} />
            </Sheet>
            <Sheet as="div">
              <TextArea name="reason" label="Reason" hint="Everyone who is told reads it: agreed with each host, for example." rows={2} returned={returned} />
              <Button size="big">Agree these days and tell those concerned</Button>
            </Sheet>
          </form>
        )}
        <WhoCanSee>everyone who holds a post in the region. Ofsted, the LGA and the DfE do not see it.</WhoCanSee>
      </div>
    </Shell>
  );
}

/** As anyone can type it. */
const SUCH_AS = '26 11 2026';
const ANOTHER = `Another day, such as ${SUCH_AS}`;

function DaysTable({ cycle, days, warnings, returned }: { cycle: CycleSchedule; days: readonly StepDay[]; warnings: WarningsOf; returned: FormReturn | undefined }) {
  const names = namesIn(cycle);
  const isOfSets = days.some(({ place }) => place === null);
  const whose = ({ place, groupId }: StepDay) => (place ? names.authority(place.authorityId) : names.group(groupId!));
  const membersOf = (groupId: string | null) => cycle.places.filter((place) => place.groupId === groupId).map(({ name }) => name).join(', ');
  return (
    <table className="dt stackable choosing">
      <thead>
        <tr>
          <th scope="col">{isOfSets ? 'Who' : 'Authority'}</th>
          <th scope="col">As it stands</th>
          <th scope="col">{ANOTHER}</th>
        </tr>
      </thead>
      <tbody>
        {[...days].sort((a, b) => whose(a).localeCompare(whose(b), 'en', { numeric: true })).map((day) => (
          <tr key={day.scope}>
            <th scope="row">
              {whose(day)}
              {isOfSets && <span className="hint">{membersOf(day.groupId)}</span>}
            </th>
            <td data-label="As it stands" className="full">
              <FullDay on={day.dueOn} /> {isAgreed(cycle, day) ? <Tag>Agreed</Tag> : <span className="soft">as planned</span>}
              <DayWarnings says={warnings(day.step, day).map(({ says }) => says)} />
            </td>
            <td data-label={ANOTHER} className="full">
              <TextInput name={day.scope} label={<>Day of {whose(day)}, such as {SUCH_AS}</>} hideLabel width="s" returned={returned} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isAgreed({ moves }: CycleSchedule, { step, scope }: StepDay): boolean {
  return moves.some((move) => move.stepKey === step.key && move.scope === scope);
}
