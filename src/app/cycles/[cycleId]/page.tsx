import { notFound, redirect } from 'next/navigation';
import { boardPost } from '@/domain/board-post';
import { narrowing, owedElsewhere, type BoardFilters, type ToldStep } from '@/domain/board';
import { authorityHome } from '@/domain/home';
import { groupWord, plural } from '@/domain/place-names';
import { nextDay } from '@/domain/processes/schedule';
import { rolesOf } from '@/domain/roles/role-facts';
import { hasTaskGroups } from '@/domain/task-groups/task-groups';
import { isOwed } from '@/domain/workflow';
import { boardFilters, loadBoard, loadHasPlace, type BoardPage, type Coverage } from '@/server/board/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
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
import { capital, chaseHref, groupHeading, matrixOf } from './board-view';
import { RoundSheet } from './round-sheet';

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
    if (!home) notFound();
    redirect((await loadHasPlace(actor, cycleId)) ? home : `${path}/dates`);
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
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: facts.name }]} />
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
            )}{' '}
            {mayChase && !facts.closedOn && (
              <LinkButton href={`${path}/disruption`} kind="second">
                Something came between
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
        {page.round && <RoundSheet round={page.round} today={page.today} />}
        <WhoCanSee>the regional team, the data group and the Board. Each authority sees its own row only.</WhoCanSee>
        <Beside page={page} path={path} />
        <OtherCycles others={page.others} />
      </div>
    </Shell>
  );
}

/** Pages of the same cycle that its process gives it. */
function Beside({ page: { definition }, path }: { page: BoardPage; path: string }) {
  const pages = [
    ...(rolesOf(definition).length > 0 ? [{ href: `${path}/roles`, label: 'Who has which part' }] : []),
    ...(definition.grouping.is === 'made' ? [{ href: `${path}/sets`, label: 'Who is with whom' }] : []),
    ...(hasTaskGroups(definition) ? [{ href: `${path}/task-groups`, label: 'Task and finish groups' }] : []),
  ];
  if (pages.length === 0) return null;
  return (
    <nav aria-label="More of this cycle">
      <p className="s">
        More of this cycle:{' '}
        {pages.map(({ href, label }, index) => (
          <span key={href}>
            {index > 0 && ', '}
            <a href={href}>{label}</a>
          </span>
        ))}
      </p>
    </nav>
  );
}

function Lead({ page: { today, facts, definition, processId, schedule, coverage } }: { page: BoardPage }) {
  const next = nextDay(schedule, today);
  return (
    <>
      <a href={`/processes/${processId}`}>{definition.title}</a>. {coverageWords(coverage)} <FullDay on={today} />. {facts.closedOn ? 'This cycle is closed.' : next ? <>Next: {lower(next.step.name)}, <FullDay on={next.dueOn} />.</> : 'Every date of this cycle has passed.'}
    </>
  );
}

const lower = (name: string) => (/^[A-Z][a-z]/.test(name) && !name.startsWith('Ofsted') ? name.charAt(0).toLowerCase() + name.slice(1) : name);

/** "All 23 authorities take part.", "12 of 15 authorities take part." */
function coverageWords({ taking, of }: Coverage): string {
  return taking === of ? `All ${of} authorities take part.` : `${taking} of ${of} authorities ${taking === 1 ? 'takes' : 'take'} part.`;
}

function statsOf({ board: { stats }, facts, definition }: BoardPage) {
  return [
    ...stats.told.map((told) => ({ label: told.name, figure: told.done, of: toldOf(told, groupWord(definition)) })),
    { label: 'Late steps', figure: stats.late, of: lateIn(stats), href: '?show=late' },
    ...(facts.closedOn ? [] : [{ label: 'Owed by the region', figure: stats.owedByRegion, of: 'now', href: '?show=region' }]),
  ];
}

function toldOf({ per, of, due }: ToldStep, group: string): string {
  const things = per === 'group' ? ` ${of === 1 ? group : plural(group)}` : '';
  return due === 0 && of > 0 ? 'none due yet' : `of ${of}${things}`;
}

function lateIn({ late, lateIn: authorities }: BoardPage['board']['stats']): string {
  if (authorities === 0) return late === 0 ? 'none now' : 'of groups and the region';
  return `in ${authorities} ${authorities === 1 ? 'authority' : 'authorities'}`;
}

function Filters({ page: { facts, definition }, filters, path }: { page: BoardPage; filters: BoardFilters; path: string }) {
  const onBoard = definition.steps.filter((step) => step.onBoard && step.per !== 'task-group');
  const { groups, waves } = narrowing(facts, definition);
  const query = new URLSearchParams(Object.entries({ group: filters.groupId, wave: filters.wave, show: filters.show, step: filters.steps }).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return (
    <Toolbar action={path} aside={<p className="s"><a href={`${path}/table.csv?${query}`}>Download this table</a></p>}>
      {groups.length > 0 && <Select name="group" label={groupHeading(definition)} value={filters.groupId ?? ''} blank={`All ${plural(groupWord(definition))}`} options={groups.map(({ id, name }) => ({ value: id, label: name }))} />}
      {waves.length > 0 && <Select name="wave" label={capital(definition.words.wave)} value={filters.wave ?? ''} blank={`Every ${definition.words.wave}`} options={waves.map(({ key, name }) => ({ value: key, label: name }))} />}
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

function OtherCycles({ others }: Pick<BoardPage, 'others'>) {
  return (
    <nav aria-label="Other cycles">
      <p className="s">
        {others.length > 0 && (
          <>
            Also under way:{' '}
            {others.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <a href={`/cycles/${id}`}>{name}</a>
              </span>
            ))}
            .{' '}
          </>
        )}
        <a href="/cycles">All cycles</a>
      </p>
    </nav>
  );
}
