import { notFound } from 'next/navigation';
import type { FormReturn } from '@/domain/form';
import { readDay } from '@/domain/day-fields';
import { namesIn, scopeWords, type CycleSchedule } from '@/domain/processes/cycle-schedule';
import { dayRows } from '@/domain/processes/day-rows';
import { isForumStep } from '@/domain/processes/derive-days';
import { notToMove, planMove, scopesToMove, type WantedMove } from '@/domain/processes/move-date';
import { scheduleOf } from '@/domain/processes/schedule';
import type { StepDefinition } from '@/domain/processes/template';
import { loadTimetable } from '@/server/cycles/load';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { loadWarnings } from '@/server/regional-calendar/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { DateFields } from '@/ui/date-fields';
import { FullDay } from '@/ui/day';
import { DayWarnings } from '@/ui/day-warnings';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { TextArea } from '@/ui/text-area';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { showMove } from '../../../actions';
import { warningsOf, type WarningsOf } from '../../../date-warnings';
import { hangsOn } from '../../../timetable';
import { WhatMoves } from './what-moves';

interface Props {
  params: Promise<{ cycleId: string; stepKey: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function MoveDate({ params, searchParams }: Props) {
  const { cycleId, stepKey } = await params;
  const path = `/cycles/${cycleId}/dates/${stepKey}`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const { cycle, mayMove } = await orNotFound(() => loadTimetable(actor, cycleId));
  const step = cycle.template.steps.find(({ key }) => key === stepKey);
  const scopes = step ? scopesToMove(cycle, step) : [];
  if (!step || scopes.length === 0) notFound();
  const title = `Move “${step.name}”`;
  const now = new Date();
  const day = today(now);
  const { startsOn, endsOn } = scheduleOf(cycle);
  const ground = await loadWarnings(actor, { regionId: cycle.regionId, fromOn: startsOn, toOn: endsOn }, now);
  const warnings = warningsOf({ ground, places: cycle.places, cycleId: cycle.id, today: day });
  const wanted = wantedFrom(returned, stepKey);
  const isGood = wanted !== null && notToMove(cycle, wanted, day) === null;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="The date cannot be moved like this" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: cycle.name, href: `/cycles/${cycle.id}` }, { label: 'Dates', href: `/cycles/${cycle.id}/dates` }, { label: step.name }]} />
      <PageHead title={title} lead={hangsOn(step, cycle.template)} />
      {cycle.closedAt || !mayMove ? (
        <Refusal heading="This date stays where it is" next={<a href={`/cycles/${cycle.id}/dates`}>See all dates</a>}>
          {cycle.closedAt ? `The ${cycle.name} cycle is closed: its dates stand.` : 'The SLI coordinator of the region moves dates.'}
        </Refusal>
      ) : (
        <Columns aside={<Now cycle={cycle} step={step} day={day} warnings={warnings} />}>
          <Sheet id="h-move" heading="The new day">
            <form action={showMove} className="stack">
              <Hidden name="as" value={actor.as!.id} />
              <Hidden name="cycleId" value={cycle.id} />
              <Hidden name="stepKey" value={step.key} />
              <ForWhom cycle={cycle} scopes={scopes} returned={returned} />
              <DateFields
                name="toOn"
                legend="New day"
                hint={isForumStep(step) ? 'For a whole wave: the day of its first forum. The other groups keep their distance to it.' : undefined}
                returned={returned}
              />
              <TextArea name="reason" label="Reason" hint="Everyone who is told reads it." rows={2} returned={returned} />
              <Button kind={isGood ? 'second' : 'main'}>See what moves with it</Button>
            </form>
          </Sheet>
          {isGood && <WhatMoves cycle={cycle} wanted={wanted} plan={planMove(cycle, wanted)} warnings={warnings} asPostId={actor.as!.id} />}
        </Columns>
      )}
    </Shell>
  );
}

function wantedFrom(returned: FormReturn | undefined, stepKey: string): WantedMove | null {
  const text = (name: string) => {
    const value = returned?.values[name];
    return typeof value === 'string' ? value : '';
  };
  if (!returned || text('shown') !== 'yes' || Object.keys(returned.errors).length > 0) return null;
  const toOn = readDay(text('toOn-day'), text('toOn-month'), text('toOn-year'));
  return toOn === null ? null : { stepKey, scope: text('scope'), toOn, reason: text('reason') };
}

function ForWhom({ cycle, scopes, returned }: { cycle: CycleSchedule; scopes: readonly string[]; returned: FormReturn | undefined }) {
  if (scopes.length === 1) return <Hidden name="scope" value={scopes[0]!} />;
  const names = namesIn(cycle);
  return <Select name="scope" label="For whom" blank="Choose for whom" options={scopes.map((scope) => ({ value: scope, label: scopeWords(scope, names) }))} returned={returned} />;
}

function Now({ cycle, step, day, warnings }: { cycle: CycleSchedule; step: StepDefinition; day: string; warnings: WarningsOf }) {
  const schedule = scheduleOf(cycle);
  const rows = dayRows(schedule.all.filter((one) => one.step.key === step.key), namesIn(cycle));
  const following = cycle.template.steps.filter((other) => other.waitsFor.includes(step.key) || (other.due.from === 'step' && other.due.step === step.key));
  return (
    <>
      <Slip id="h-now" heading="As it stands">
        <ul className="bare">
          {rows.map((row) => (
            <li key={row.scope} className="s pb-s1">
              {rows.length > 1 && `${row.whom}: `}
              <FullDay on={row.dueOn} />
              {row.dueOn < day && ' (past)'}
              <DayWarnings says={warnings(step, row).map(({ says }) => says)} />
            </li>
          ))}
        </ul>
      </Slip>
      {isForumStep(step) && cycle.forumDays.length > 0 && (
        <Slip id="h-arranged" heading="Forums already arranged">
          <p className="s">Their date is changed at the forum itself, and the invitations go along.</p>
          <ul className="bare">
            {cycle.forumDays.map((forum) => (
              <li key={forum.forumId} className="s pb-s1">
                <a href={`/forums/${forum.forumId}`}>{`${namesIn(cycle).group(forum.groupId)} group, ${namesIn(cycle).wave(forum.wave)}`}</a>: <FullDay on={forum.onDay} />
              </li>
            ))}
          </ul>
        </Slip>
      )}
      {following.length > 0 && (
        <Slip id="h-after" heading="What follows">
          <ul className="bare">
            {following.map((other) => (
              <li key={other.key} className="s pb-s1">{other.name}</li>
            ))}
          </ul>
        </Slip>
      )}
      <p className="s soft">The cycle runs from <FullDay on={schedule.startsOn} /> to <FullDay on={schedule.endsOn} />. No date can leave it.</p>
    </>
  );
}
