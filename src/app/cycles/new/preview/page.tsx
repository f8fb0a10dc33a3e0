import type { FormReturn } from '@/domain/form';
import { conflictSentences } from '@/domain/processes/conflict-words';
import { conflictsIn } from '@/domain/processes/conflicts';
import { namesIn } from '@/domain/processes/cycle-schedule';
import { scheduleOf } from '@/domain/processes/schedule';
import { loadOpening } from '@/server/cycles/opening/load';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { loadWarnings } from '@/server/regional-calendar/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { open } from '../../actions';
import { warningsOf, withConflicts } from '../../date-warnings';
import { NotMet } from '../../not-met';
import { Timetable } from '../../timetable';
import { CycleForm } from '../cycle-form';
import { draftOf } from '../draft-schedule';
import { one, queryOf, type Asked } from '../form-fields';
import { readNewCycle } from '../read-new-cycle';
import { SinceLastSheet } from '../since-last-sheet';
import { WhatIsOpened } from './what-is-opened';

export default async function PreviewCycle({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireActor('/cycles/new');
  const { return: returnId, ...asked } = await searchParams;
  const returned = await readFormReturn(actor.personId, typeof returnId === 'string' ? returnId : undefined);
  const now = new Date();
  const page = await orNotFound(() => loadOpening(actor, { fromId: one(asked, 'from') || undefined, templateId: one(asked, 'template') || undefined }, now));
  const day = today(now);
  const { cycle, errors } = readNewCycle(asked, page, day);
  const values = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, value ?? '']));
  const query = queryOf(asked);
  const toMend: FormReturn = { values, errors };
  const crumbs = [{ label: 'Cycles', href: '/cycles' }, { label: 'A new cycle', href: `/cycles/new?${query}` }, { label: 'Timetable' }];
  if (!cycle || Object.keys(errors).length > 0) {
    return (
      <Shell viewer={viewerOf(actor)} current="/cycle" title="A new cycle" returned={toMend} back="/cycles">
        <FormReport returned={toMend} heading="The cycle cannot be opened yet" />
        <Crumbs items={crumbs.slice(0, 2)} />
        <PageHead title="A new cycle" lead="Nothing is opened. Mend what is marked and see the timetable again." />
        <CycleForm page={page} returned={toMend} on={cycle?.anchorOn ?? day} today={day} />
      </Shell>
    );
  }
  const draft = draftOf(cycle, page);
  const schedule = scheduleOf(draft);
  const names = namesIn(draft);
  const conflicts = conflictsIn(schedule);
  const ground = await loadWarnings(actor, { regionId: page.facts.regionId, fromOn: schedule.startsOn, toOn: schedule.endsOn }, now);
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={`${cycle.name}: the whole timetable`} returned={returned} back="/cycles">
      <FormReport returned={returned} heading="The cycle was not opened" />
      <Crumbs items={crumbs} />
      <PageHead title={`${cycle.name}: the whole timetable`} lead="Nothing is opened yet. Once it is, every date can still be moved, with a reason." />
      <div className="stack-l">
        <NotMet says={conflictSentences(conflicts, names)}>
          Choose <a href={`/cycles/new?${query}`}>another day 0</a>, or open the cycle and then move the date, with a reason.
        </NotMet>
        <WhatIsOpened cycle={cycle} page={page} schedule={schedule} today={day} />
        {page.from && <SinceLastSheet page={page} from={page.from} cycle={cycle} dates />}
        <Timetable template={page.facts.template} schedule={schedule} names={names} today={day} warnings={withConflicts(conflicts, warningsOf({ ground, places: draft.places, cycleId: null, today: day }))} />
        <form action={open}>
          <Hidden name="as" value={actor.as!.id} />
          <Hidden name="asked" value={query} />
          <Buttons>
            <Button size="big">{`Open the ${cycle.name} cycle as SLI coordinator`}</Button>
            <LinkButton href={`/cycles/new?${query}`} kind="second">Change something first</LinkButton>
          </Buttons>
        </form>
      </div>
    </Shell>
  );
}
