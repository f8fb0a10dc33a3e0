import { notFound, redirect } from 'next/navigation';
import { owedElsewhere, type BoardFilters } from '@/domain/board';
import { authorityHome } from '@/domain/home';
import { isOwed } from '@/domain/workflow';
import { boardFilters, boardPost, loadBoard, type BoardPage } from '@/server/board/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { FullDay } from '@/ui/day';
import { Key, KeyItem } from '@/ui/key';
import { LinkButton } from '@/ui/link-button';
import { Matrix } from '@/ui/matrix';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Stats } from '@/ui/stats';
import { StatusTag } from '@/ui/status-tag';
import { Toolbar } from '@/ui/toolbar';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { chaseHref, matrixOf } from './board-view';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CycleBoardPage({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}`;
  const actor = await requireActor(path);
  if (!boardPost(actor)) {
    const home = authorityHome(actor, cycleId);
    return home ? redirect(home) : notFound();
  }
  const asked = await searchParams;
  const returned = await readFormReturn(actor.personId, asked.return);
  const filters = boardFilters.parse(asked);
  const page = await orNotFound(() => loadBoard(actor, cycleId, filters, new Date()));
  const { board, facts, mayChase } = page;
  const late = board.groups.flatMap((group) => group.rows).flatMap((row) => row.chase);
  const reminders = late.reduce((count, { state }) => count + (isOwed(state) ? owedElsewhere(state) : 0), 0);
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={`Who owes what in ${facts.name}`} returned={returned} back={path}>
      <FormReport returned={returned} heading="Nothing was sent" />
      <PageHead
        title={`Who owes what in ${facts.name}`}
        lead={<Lead page={page} />}
        aside={
          <>
            {mayChase && late.length > 0 && <LinkButton href={chaseHref(path, late)}>{`See and send ${reminders === 1 ? 'a reminder' : `${reminders} reminders`}`}</LinkButton>}{' '}
            <LinkButton href={`${path}/owed`} kind="second">
              List by day
            </LinkButton>{' '}
            {mayChase && (
              <LinkButton href={`${path}/dates`} kind="second">
                See the dates
              </LinkButton>
            )}
          </>
        }
      />
      <div className="stack">
        <Stats items={statsOf(page)} />
        <Filters page={page} filters={filters} path={path} />
        <BoardKey />
        {board.groups.length === 0 ? (
          <Empty fact="No authority is like that">
            Choose other filters. <a href={path}>See every authority</a>
          </Empty>
        ) : (
          <Matrix caption={`${facts.name}: authorities by steps, with what each owes`} {...matrixOf(page)} />
        )}
        <WhoCanSee>the regional team, the data group and the Board. Each authority sees its own row only.</WhoCanSee>
        <PastCycles page={page} />
      </div>
    </Shell>
  );
}

function Lead({ page: { today, facts, definition, schedule } }: { page: BoardPage }) {
  const { steps } = definition;
  const next = schedule.all.filter((day) => day.dueOn >= today && steps.some((step) => step.key === day.step.key)).sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  return (
    <>
      <FullDay on={today} />. {facts.closedOn ? 'This cycle is closed.' : next ? <>Next: {lower(next.step.name)}, <FullDay on={next.dueOn} />.</> : 'Every date of this cycle has passed.'}
    </>
  );
}

const lower = (name: string) => (/^[A-Z][a-z]/.test(name) && !name.startsWith('Ofsted') ? name.charAt(0).toLowerCase() + name.slice(1) : name);

function statsOf({ board: { stats } }: BoardPage) {
  return [
    { label: 'Self-views accepted', figure: stats.accepted, of: `of ${stats.places}` },
    { label: 'Forums held', figure: stats.forumsHeld, of: `of ${stats.places}` },
    { label: 'Notes signed by all', figure: stats.notesSigned, of: stats.notesDue > 0 ? `of ${stats.notesDue} now due` : 'none due yet' },
    { label: 'Late steps', figure: stats.late, of: `in ${stats.lateIn} ${stats.lateIn === 1 ? 'authority' : 'authorities'}`, href: '?show=late' },
    { label: 'Owed by the region', figure: stats.owedByRegion, of: 'now', href: '?show=region' },
  ];
}

function Filters({ page: { facts, definition }, filters, path }: { page: BoardPage; filters: BoardFilters; path: string }) {
  const onBoard = definition.steps.filter((step) => step.onBoard);
  const query = new URLSearchParams(Object.entries({ group: filters.groupId, wave: filters.wave, show: filters.show, step: filters.steps }).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return (
    <Toolbar action={path} aside={<p className="s"><a href={`${path}/table.csv?${query}`}>Download this table</a></p>}>
      <Select name="group" label="Group" value={filters.groupId ?? ''} blank="All groups" options={facts.groups.map(({ id, name }) => ({ value: id, label: `${name} group` }))} />
      <Select name="wave" label="Forum" value={filters.wave ?? ''} blank="Every wave" options={definition.waves.map(({ key, name }) => ({ value: key, label: name }))} />
      <Select
        name="show"
        label="Show"
        value={filters.show}
        options={[
          { value: 'all', label: 'Every authority' },
          { value: 'owed', label: 'Something to do now' },
          { value: 'late', label: 'Something late' },
          { value: 'signature', label: 'Waiting for a signature' },
          { value: 'region', label: 'Waiting for the region' },
        ]}
      />
      <Select
        name="step"
        label="Steps"
        value={filters.steps ?? ''}
        blank={`All ${onBoard.length}`}
        options={definition.phases
          .map(({ key, name }) => ({ key, name, steps: onBoard.filter((step) => step.phase === key) }))
          .filter(({ steps }) => steps.length > 0)
          .flatMap(({ key, name, steps }) => [{ value: `phase:${key}`, label: name }, ...steps.map((step) => ({ value: step.key, label: `– ${step.heading.join(' ')}` }))])}
      />
    </Toolbar>
  );
}

function BoardKey() {
  return (
    <Key>
      <KeyItem><StatusTag state="done">Done, with the day</StatusTag></KeyItem>
      <KeyItem><StatusTag state="late">Late, by how long</StatusTag></KeyItem>
      <KeyItem><StatusTag state="due">Due next</StatusTag></KeyItem>
      <KeyItem><StatusTag state="in-progress">Begun</StatusTag></KeyItem>
      <KeyItem><StatusTag state="part-signed">Part signed, or with someone else</StatusTag></KeyItem>
      <KeyItem><StatusTag state="comments">Comments to answer</StatusTag></KeyItem>
      <KeyItem><StatusTag state="not-needed" /></KeyItem>
      <KeyItem><StatusTag state="not-open">or a day alone: not open yet</StatusTag></KeyItem>
    </Key>
  );
}

function PastCycles({ page: { cycles, facts } }: { page: BoardPage }) {
  if (cycles.length < 2) return null;
  return (
    <nav aria-label="Other cycles">
      <p className="s">
        Other cycles:{' '}
        {cycles.filter(({ id }) => id !== facts.id).map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <a href={`/cycles/${id}`}>{name}</a>
          </span>
        ))}
      </p>
    </nav>
  );
}
