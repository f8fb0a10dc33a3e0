import { postName } from '@/domain/model';
import { namesIn, scopeWords } from '@/domain/processes/cycle-schedule';
import type { ChangedDay } from '@/domain/processes/move-date';
import { loadVersionMove, type VersionPage } from '@/server/cycles/versions/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { dayAndMonth, FullDay, Moment } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { Toolbar } from '@/ui/toolbar';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { NotMet } from '../../not-met';
import { moveCycle } from './actions';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string; to?: string }>;
}

export default async function CycleVersion({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/version`;
  const actor = await requireActor(path);
  const asked = await searchParams;
  const [page, returned] = await Promise.all([orNotFound(() => loadVersionMove(actor, { cycleId, toId: asked.to }, new Date())), readFormReturn(actor.personId, asked.return)]);
  const { cycle, process, newer, to, moves } = page;
  const title = `The version by which ${cycle.name} runs`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="The cycle goes on as it was" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: cycle.name, href: `/cycles/${cycleId}` }, { label: 'Version' }]} />
      <PageHead
        title={title}
        lead={
          <>
            It runs by version {process.version} of <a href={`/processes/${process.id}`}>{process.title}</a>. It can go on by a newer one, when what is different has been seen.
          </>
        }
      />
      <div className="stack-l">
        {newer.length > 1 && (
          <Toolbar>
            <Select name="to" label="Compare with" options={newer.map(({ id, version }) => ({ value: id, label: `Version ${version}` }))} value={to?.id} />
          </Toolbar>
        )}
        {to ? <Difference page={page} to={to} returned={returned} /> : <Empty fact="There is no newer version">Begin one under <a href={`/processes/${process.id}`}>{process.title}</a>, and publish it.</Empty>}
        {moves.length > 0 && (
          <Sheet heading="How it was moved before" id="h-moves">
            <ul>
              {moves.map(({ at, from, to: next, reason }) => (
                <li key={at.toISOString()}>
                  From version {from} to {next}, <Moment at={at} />: {reason}
                </li>
              ))}
            </ul>
          </Sheet>
        )}
        <WhoCanSee>you, as {postName(page.as)}. When the cycle goes on by another version its Directors are told, with the reason.</WhoCanSee>
      </div>
    </Shell>
  );
}

function Difference({ page: { cycle, as }, to, returned }: { page: VersionPage; to: NonNullable<VersionPage['to']>; returned: Parameters<typeof FormReport>[0]['returned'] }) {
  const names = namesIn(cycle);
  return (
    <>
      <Sheet heading={`What is different in version ${to.version}`} id="h-different">
        {to.changes.length === 0 ? (
          <p>Nothing.</p>
        ) : (
          <ul>
            {to.changes.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        )}
        {to.late.length > 0 && (
          <p>
            <b>Late from the start.</b> {to.late.length === 1 ? 'One new date has' : `${to.late.length} new dates have`} passed already: {[...new Set(to.late.map(({ step, dueOn }) => `“${step.name}” on ${dayAndMonth(dueOn)}`))].slice(0, 4).join(', ')}.
          </p>
        )}
      </Sheet>
      <NotMet says={to.refusal ? [] : to.notMet}>The cycle can go on by it even so, and the date be moved then, with a reason. Or mend the process in a newer version first.</NotMet>
      {to.dates.length > 0 && (
        <Sheet heading="Dates that change" id="h-dates">
          <DataTable
            columns={[{ name: 'Step' }, { name: 'For' }, { name: 'Now' }, { name: 'Then' }]}
            rows={alike(to.dates).map(({ day, from, to: then, scopes }) => ({
              id: `${day.step.key}|${day.scope}`,
              cells: [day.step.name, scopes > 1 ? `${scopes} alike` : scopeWords(day.scope, names), <FullDay key="from" on={from} />, <FullDay key="to" on={then} />],
            }))}
          />
        </Sheet>
      )}
      {to.refusal ? (
        <Refusal heading="The cycle cannot go on by it">{to.refusal.because}</Refusal>
      ) : (
        <Sheet heading="Let it go on by this version" id="h-move">
          <form action={moveCycle} className="stack">
            <Hidden name="as" value={as.id} />
            <Hidden name="cycleId" value={cycle.id} />
            <Hidden name="toId" value={to.id} />
            <p className="s">What was done stays done, dates that were moved by hand stay moved, and what the version asks for is made. Every Director of the cycle is told, with the reason.</p>
            <TextArea name="reason" label="Reason" rows={2} {...(returned ? { returned } : {})} />
            <Button>
              Move {cycle.name} to version {to.version} as {postName(as)}
            </Button>
          </form>
        </Sheet>
      )}
    </>
  );
}

/** The same step from the same day to the same other day is one line, for as many as it concerns. */
function alike(dates: readonly ChangedDay[]): (ChangedDay & { scopes: number })[] {
  const lines = new Map<string, ChangedDay & { scopes: number }>();
  for (const date of dates) {
    const key = `${date.day.step.key}|${date.from}|${date.to}`;
    const line = lines.get(key);
    lines.set(key, { ...(line ?? date), scopes: (line?.scopes ?? 0) + 1 });
  }
  return [...lines.values()];
}
