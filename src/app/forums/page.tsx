import { Fragment } from 'react';
import { plural } from '@/domain/place-names';
import { clockSpan } from '@/domain/forums/clock';
import { readFormReturn } from '@/server/form-return';
import { loadForums, type ForumLine, type ForumsPage, type OwnSession } from '@/server/forums/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { DataTable } from '@/ui/data-table';
import { DayAndMonth, FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { TaskList } from '@/ui/task-list';
import { TaskRow } from '@/ui/task-row';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../or-not-found';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';
import { scheduleAll } from './actions';

interface Props {
  searchParams: Promise<{ cycle?: string; return?: string }>;
}

export default async function Forums({ searchParams }: Props) {
  const actor = await requireActor('/forums');
  const { cycle, return: back } = await searchParams;
  const returned = await readFormReturn(actor.personId, back);
  const page = await orNotFound(() => loadForums(actor, cycle ?? null, new Date()));
  const days = page.lines.filter(({ forum }) => !forum.cancelledAt);
  const word = page.words?.forum ?? 'forum';
  const words = `${word.charAt(0).toUpperCase()}${plural(word).slice(1)}`;
  if (!page.cycle) {
    return (
      <Shell viewer={viewerOf(actor)} current="/forums" title="Forums">
        <PageHead title="Forums" />
        <Empty fact="No process of the region has forums">
          Days on which a group meets, with a session for each authority, stand here where a process asks for them. <a href="/cycles">See the cycles under way</a>
        </Empty>
      </Shell>
    );
  }
  return (
    <Shell viewer={viewerOf(actor)} current="/forums" title={words} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="The forums cannot be scheduled like this" />}
      <PageHead title={`${words} of the ${page.cycle.name} cycle`} lead={leadOf(page)} aside={<Schedule page={page} />} />
      <div className="stack-l">
        {page.own.length > 0 && <Own sessions={page.own} />}
        {days.length === 0 && <Empty fact={`No ${word} is scheduled yet`}>{page.may ? 'Schedule all of them at one press, then change what does not fit.' : 'The SLI coordinator schedules them; you will be invited.'}</Empty>}
        {page.waves.map(({ key, name }) => {
          const lines = page.lines.filter(({ forum }) => forum.wave === key);
          return lines.length === 0 ? null : (
            <Sheet key={key} id={`wave-${key}`} heading={name}>
              <Days lines={lines} />
            </Sheet>
          );
        })}
        {page.cycles.length > 1 && (
          <nav className="s" aria-label="Cycles">
            {words} of other cycles:{' '}
            {page.cycles
              .filter(({ id }) => id !== page.cycle?.id)
              .map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <a href={`/forums?cycle=${id}`}>{name}</a>
                </span>
              ))}
          </nav>
        )}
        <WhoCanSee>everyone with a post in the region sees the days. What is asked, prepared and said is for those who take part.</WhoCanSee>
      </div>
    </Shell>
  );
}

function leadOf({ lines, missing }: ForumsPage): string {
  const days = lines.filter(({ forum }) => !forum.cancelledAt);
  const held = days.filter(({ forum }) => forum.heldAt).length;
  const open = missing > 0 ? ` ${missing} ${missing === 1 ? 'day has' : 'days have'} still to be scheduled.` : '';
  return days.length === 0 ? `${missing} days are to be scheduled.` : `${days.length} ${days.length === 1 ? 'day' : 'days'}, ${held} held.${open}`;
}

function Schedule({ page: { cycle, missing, may } }: { page: ForumsPage }) {
  if (!cycle || !may || missing === 0 || cycle.closed) return null;
  return (
    <Buttons>
      <form action={scheduleAll}>
        <Hidden name="as" value={may.id} />
        <Hidden name="cycleId" value={cycle.id} />
        <Button icon="calendar">{missing === 1 ? 'Schedule the day that is missing' : `Schedule all ${inWords(missing)} days`}</Button>
      </form>
      <LinkButton href={`/forums/new?cycle=${cycle.id}`} kind="second">
        Schedule one day
      </LinkButton>
    </Buttons>
  );
}

function inWords(count: number): string {
  return ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][count] ?? String(count);
}

function Own({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <Section id="h-own" heading="Your sessions" count={sessions.length}>
      <TaskList>
        {sessions.map(({ forum, sessionId, authority, side, startsAt, endsAt, ended, prepared }) => (
          <TaskRow
            key={`${sessionId}-${side}`}
            act={side === 'host' ? `${authority}’s own session` : `Challenge ${authority}`}
            href={`/forums/${forum.id}/sessions/${sessionId}/prepare`}
            why={`${clockSpan(startsAt, endsAt)}, ${forum.venue}`}
            state={ended ? 'done' : prepared ? 'in-progress' : 'not-started'}
            status={ended ? 'Held' : prepared ? 'Preparation begun' : 'Not prepared yet'}
            when={<DayAndMonth on={forum.onDay} />}
            quiet={ended}
            {...(ended ? {} : { go: 'Prepare', form: 'outlined' as const })}
          />
        ))}
      </TaskList>
    </Section>
  );
}

function Days({ lines }: { lines: readonly ForumLine[] }) {
  return (
    <DataTable
      caption="Forum days"
      columns={[{ name: 'Day' }, { name: 'Group' }, { name: 'Where' }, { name: 'Sessions' }, { name: 'Invitations' }, { name: 'State' }]}
      rows={lines.map(({ forum, invited, accepted, declined, today }) => ({
        id: forum.id,
        cells: [
          <Fragment key="day">
            <a href={`/forums/${forum.id}`}>
              <FullDay on={forum.onDay} />
            </a>
            <span className="hint">{clockSpan(forum.startsAt, forum.endsAt)}</span>
          </Fragment>,
          forum.group.name,
          [forum.room, forum.venue].filter(Boolean).join(', '),
          forum.sessions.map(({ authority }) => authority.name).join(', '),
          invited === 0 ? 'Not sent' : `${accepted} of ${invited} accepted${declined ? `, ${declined} declined` : ''}`,
          <ForumState key="state" forum={forum} today={today} />,
        ],
      }))}
    />
  );
}

function ForumState({ forum, today }: Pick<ForumLine, 'forum' | 'today'>) {
  const ended = forum.sessions.filter(({ endedAt }) => endedAt).length;
  if (forum.cancelledAt) return <StatusTag state="not-needed">Cancelled</StatusTag>;
  if (forum.heldAt) return <StatusTag state="done">Held</StatusTag>;
  if (today) return <StatusTag state="in-progress">Today</StatusTag>;
  if (ended > 0) return <StatusTag state="late">{`${ended} of ${forum.sessions.length} ended`}</StatusTag>;
  return <StatusTag state="not-started">Scheduled</StatusTag>;
}
