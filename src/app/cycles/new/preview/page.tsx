import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import { namesIn } from '@/domain/processes/cycle-schedule';
import { scheduleOf } from '@/domain/processes/schedule';
import type { FormReturn } from '@/domain/form';
import type { NewCycle } from '@/domain/processes/open-cycle';
import { loadOpening, type OpeningPage } from '@/server/cycles/load';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { loadWarnings } from '@/server/regional-calendar/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { SummaryList } from '@/ui/summary-list';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { open } from '../../actions';
import { warningsOf } from '../../date-warnings';
import { Timetable } from '../../timetable';
import { CycleForm } from '../cycle-form';
import { readNewCycle, type Asked } from '../read-new-cycle';

export default async function PreviewCycle({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireActor('/cycles/new');
  const { return: returnId, ...asked } = await searchParams;
  const returned = await readFormReturn(actor.personId, returnId);
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : undefined);
  const page = await orNotFound(() => loadOpening(actor, { fromId: text('from'), templateId: text('template') }));
  const day = today(new Date());
  const { cycle, errors } = readNewCycle(asked, page, day);
  const values = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, Array.isArray(value) ? value[0]! : (value ?? '')]));
  const query = new URLSearchParams(values).toString();
  const toMend: FormReturn = { values, errors };
  const crumbs = [{ label: 'Cycles', href: '/cycles' }, { label: 'A new cycle', href: `/cycles/new?${query}` }, { label: 'Timetable' }];
  if (!cycle || Object.keys(errors).length > 0) {
    return (
      <Shell viewer={viewerOf(actor)} current="/cycle" title="A new cycle" returned={toMend} back="/cycles">
        <FormReport returned={toMend} heading="The cycle cannot be opened yet" />
        <Crumbs items={crumbs.slice(0, 2)} />
        <PageHead title="A new cycle" lead="Nothing is opened. Mend what is marked and see the timetable again." />
        <CycleForm page={page} returned={toMend} on={cycle?.anchorOn ?? day} />
      </Shell>
    );
  }
  const draft = draftOf(cycle, page);
  const schedule = scheduleOf(draft);
  const ground = await loadWarnings(actor, { regionId: page.facts.regionId, fromOn: schedule.startsOn, toOn: schedule.endsOn }, new Date());
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={`${cycle.name}: the whole timetable`} returned={returned} back="/cycles">
      <FormReport returned={returned} heading="The cycle was not opened" />
      <Crumbs items={crumbs} />
      <PageHead title={`${cycle.name}: the whole timetable`} lead="Nothing is opened yet. Once it is, every date can still be moved, with a reason." />
      <div className="stack-l">
        <Sheet id="h-who" heading="Who takes part">
          <SummaryList items={summary(cycle, page)} />
        </Sheet>
        <Timetable template={page.facts.template} schedule={schedule} names={namesIn(draft)} today={day} warnings={warningsOf({ ground, places: draft.places, cycleId: null, today: day })} />
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

function draftOf(cycle: NewCycle, { facts }: OpeningPage): Pick<CycleSchedule, 'template' | 'anchorOn' | 'groups' | 'places'> {
  const { groups } = facts;
  return {
    template: facts.template,
    anchorOn: cycle.anchorOn,
    groups,
    places: cycle.places.map((place) => ({
      ...place,
      groupOrdinal: groups.find((group) => group.id === place.groupId)!.ordinal,
      name: facts.authorities.find(({ id }) => id === place.authorityId)!.name,
      slug: '',
    })),
  };
}

function summary(cycle: NewCycle, { facts }: OpeningPage) {
  const nameOf = (id: string | null) => facts.authorities.find((authority) => authority.id === id)?.name ?? '';
  const waves = facts.template.waves.map((wave) => ({ ...wave, count: cycle.places.filter((place) => place.wave === wave.key).length })).filter(({ count }) => count > 0);
  return [
    { term: 'Day 0', words: <><FullDay on={cycle.anchorOn} />. {facts.template.anchorName}.</> },
    { term: 'Authorities', words: `${cycle.places.length} in all. ${waves.map(({ name, count }) => `${name}: ${count}`).join('. ')}.` },
    ...facts.groups.map((group) => ({
      term: `${group.name} group`,
      words: (
        <ul className="bare">
          {waves.map((wave) => {
            const places = cycle.places.filter((place) => place.groupId === group.id && place.wave === wave.key);
            if (places.length === 0) return null;
            return <li key={wave.key} className="pb-s1">{wave.name}: {places.map((place) => `${nameOf(place.authorityId)} (led by ${nameOf(place.leadChallengerAuthorityId)})`).join(', ')}</li>;
          })}
        </ul>
      ),
    })),
  ];
}
