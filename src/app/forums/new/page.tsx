import { DAY_ENDS, DAY_STARTS } from '@/domain/forums/timetable';
import { dayWarnings, type WarningGround } from '@/domain/processes/day-warnings';
import { readFormReturn } from '@/server/form-return';
import { loadNewForum, type NewForumPage } from '@/server/forums/load';
import { loadWarnings } from '@/server/regional-calendar/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { dayAndMonth } from '@/ui/day';
import { DayWarnings } from '@/ui/day-warnings';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { scheduleOne } from '../actions';
import { TermsFields } from '../terms-fields';

interface Props {
  searchParams: Promise<{ cycle?: string; return?: string }>;
}

export default async function NewForum({ searchParams }: Props) {
  const actor = await requireActor('/forums/new');
  const { cycle, return: back } = await searchParams;
  const returned = await readFormReturn(actor.personId, back);
  const page = await orNotFound(() => loadNewForum(actor, cycle ?? null, new Date()));
  const first = page.missing[0];
  const days = page.missing.map(({ onDay }) => onDay).sort();
  const ground = first ? await loadWarnings(actor, { regionId: page.may.region.id, fromOn: days[0]!, toOn: days.at(-1)! }, new Date()) : null;
  return (
    <Shell viewer={viewerOf(actor)} current="/forums" title="Schedule a forum day" {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="This day cannot be scheduled" />}
      <Crumbs items={[{ label: 'Forums', href: '/forums' }, { label: 'Schedule a day' }]} />
      <PageHead title="Schedule a forum day" lead={`${page.cycle.name} cycle. Each authority of the group in the wave gets a session, and who challenges whom is proposed; you can change all of it afterwards.`} />
      {!first ? (
        <Empty fact="Every group has its days">
          Nothing is left to schedule in this cycle. <a href="/forums">See the forums</a>
        </Empty>
      ) : (
        <Sheet id="h-day" heading="The day">
          <form action={scheduleOne} className="stack">
            <Hidden name="as" value={page.may.id} />
            <Hidden name="cycleId" value={page.cycle.id} />
            <Select
              name="part"
              label="Group and wave"
              hint="The day of the timetable stands beside it."
              options={page.missing.map(({ group, wave, waveName, onDay, hosts }) => ({ value: `${group.id} ${wave}`, label: `${group.name}, ${waveName}: ${dayAndMonth(onDay)} (${hosts.length} sessions)` }))}
              {...(returned ? { returned } : {})}
            />
            {ground && <AgainstDays missing={page.missing} ground={ground} cycleId={page.cycle.id} />}
            <TermsFields terms={{ onDay: first.onDay, starts: DAY_STARTS, ends: DAY_ENDS, venue: '', room: '', facilitatorPostId: null }} facilitators={page.facilitators} returned={returned} />
            <Button icon="calendar">Schedule this day</Button>
          </form>
        </Sheet>
      )}
    </Shell>
  );
}

/** What speaks against the days of the timetable. */
function AgainstDays({ missing, ground, cycleId }: { missing: NewForumPage['missing']; ground: WarningGround; cycleId: string }) {
  const against = missing
    .map(({ group, waveName, onDay, hosts }) => ({ name: `${group.name}, ${waveName}: ${dayAndMonth(onDay)}`, says: dayWarnings(ground, { on: onDay, authorityIds: hosts.map(({ id }) => id), meets: true, cycleId }).map(({ says }) => says) }))
    .filter(({ says }) => says.length > 0);
  if (against.length === 0) return null;
  return (
    <div className="note stack-s">
      <p>
        <b>Worth knowing of the days in the timetable.</b> Any of them can be chosen all the same.
      </p>
      <ul className="bare stack-s">
        {against.map(({ name, says }) => (
          <li key={name}>
            {name}
            <DayWarnings says={says} />
          </li>
        ))}
      </ul>
    </div>
  );
}
