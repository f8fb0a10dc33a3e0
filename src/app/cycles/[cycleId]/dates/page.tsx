import { ownDayStep } from '@/domain/processes/agree-days';
import { namesIn, scopeWords, type CycleSchedule, type RecordedMove } from '@/domain/processes/cycle-schedule';
import { scopesToMove } from '@/domain/processes/move-date';
import { scheduleOf } from '@/domain/processes/schedule';
import { loadTimetable, type TimetablePage } from '@/server/cycles/load';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { loadWarnings } from '@/server/regional-calendar/load';
import { requireActor } from '@/server/session';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FullDay, moment } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Slip } from '@/ui/slip';
import { SummaryList } from '@/ui/summary-list';
import { Tag } from '@/ui/tag';
import { Toolbar } from '@/ui/toolbar';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { warningsOf } from '../../date-warnings';
import { Timetable } from '../../timetable';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string; for?: string }>;
}

export default async function Dates({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/dates`;
  const actor = await requireActor(path);
  const asked = await searchParams;
  const returned = await readFormReturn(actor.personId, asked.return);
  const page = await orNotFound(() => loadTimetable(actor, cycleId));
  const { cycle, mayMove } = page;
  const names = namesIn(cycle);
  const schedule = scheduleOf(cycle);
  const now = new Date();
  const ground = await loadWarnings(actor, { regionId: cycle.regionId, fromOn: schedule.startsOn, toOn: schedule.endsOn }, now);
  const slug = asked.for ?? actor.as?.authority?.slug ?? '';
  const whose = cycle.places.find((place) => place.slug === slug) ?? null;
  const ownDay = ownDayStep(cycle.template);
  const title = whose ? `${whose.name}’s dates in ${cycle.name}` : `The dates of ${cycle.name}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="The date was not moved" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: cycle.name, href: `/cycles/${cycle.id}` }, { label: 'Dates' }]} />
      <PageHead
        title={title}
        lead={`Counted from day 0${ownDay || hasForums(cycle) ? ` and from each ${cycle.template.words.forum}` : ''}. ${cycle.moves.length === 0 ? 'No date has been moved.' : movedWords(cycle.moves.length)}`}
        aside={mayMove && !cycle.closedAt && ownDay ? <LinkButton href={`/cycles/${cycle.id}/days`}>{`Agree when each ${cycle.template.words.forum} is`}</LinkButton> : undefined}
      />
      <Columns aside={<About page={page} />}>
        <Toolbar>
          <Select name="for" label="Whose dates" blank="Every authority’s" options={cycle.places.map((place) => ({ value: place.slug, label: place.name }))} value={slug} />
        </Toolbar>
        <Timetable
          template={cycle.template}
          schedule={schedule}
          names={names}
          authorityId={whose?.authorityId}
          today={today(now)}
          warnings={warningsOf({ ground, places: cycle.places, cycleId: cycle.id, today: today(now) })}
          moved={(row) => <Moved move={row.move as RecordedMove} page={page} />}
          act={
            mayMove && !cycle.closedAt
              ? (step) => scopesToMove(cycle, step).length > 0 && <a href={`${path}/${step.key}`}>Move<span className="vh"> {step.name}</span></a>
              : undefined
          }
        />
        {mayMove && (
          <p className="s">
            <a href={`/cycles/${cycle.id}/version`}>The version of its process</a>
          </p>
        )}
        <WhoCanSee>everyone who holds a post in the region. Ofsted, the LGA and the DfE do not see it.</WhoCanSee>
      </Columns>
    </Shell>
  );
}

const hasForums = ({ template }: CycleSchedule) => template.steps.some(({ doneWhen }) => doneWhen === 'forum-held');

const movedWords = (count: number) => (count === 1 ? 'One date has been moved.' : `Dates have been moved ${count} times.`);

function Moved({ move, page: { cycle, people } }: { move: RecordedMove; page: TimetablePage }) {
  return (
    <span className="hint">
      <Tag>Moved</Tag> {scopeWords(move.scope, namesIn(cycle))}. {move.reason} ({people.get(move.movedBy) ?? 'the regional team'})
    </span>
  );
}

function About({ page: { cycle, people } }: { page: TimetablePage }) {
  const ownDay = ownDayStep(cycle.template);
  const schedule = scheduleOf(cycle);
  const names = namesIn(cycle);
  const waves = cycle.template.waves.filter((wave) => cycle.places.some((place) => place.wave === wave.key));
  return (
    <>
      <Slip id="h-cycle" heading={`The ${cycle.name} cycle`}>
        <SummaryList
          tight
          items={[
            { term: 'Day 0', words: <><FullDay on={cycle.anchorOn} />. {cycle.template.anchorName}.</> },
            { term: 'Runs', words: <><FullDay on={schedule.startsOn} /> to <FullDay on={schedule.endsOn} /></> },
            ...(ownDay || hasForums(cycle) ? waves : []).map((wave) => ({
              term: cycle.template.waves.length > 1 ? `${wave.name} ${cycle.template.words.forum}s` : `Each ${cycle.template.words.forum}`,
              words: (
                <ul className="bare">
                  {cycle.groups
                    .filter((group) => cycle.places.some((place) => place.wave === wave.key && place.groupId === group.id))
                    .map((group) => (
                      <li key={group.id}>{group.name}: <FullDay on={schedule.forumDay(wave.key, group.id)} /></li>
                    ))}
                </ul>
              ),
            })),
          ]}
        />
      </Slip>
      {cycle.moves.length > 0 && (
        <Slip id="h-moved" heading="What was moved">
          <ul className="bare stack">
            {cycle.moves.toReversed().map((move) => (
              <li key={`${move.stepKey}|${move.scope}|${move.movedAt.toISOString()}`} className="s">
                <b>{cycle.template.steps.find((step) => step.key === move.stepKey)?.name}</b> ({scopeWords(move.scope, names)}) to <FullDay on={move.toOn} />: {move.reason}
                <span className="hint">{people.get(move.movedBy) ?? 'The regional team'}, {moment(move.movedAt)}</span>
              </li>
            ))}
          </ul>
        </Slip>
      )}
    </>
  );
}
