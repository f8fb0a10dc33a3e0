import { loadRegister, type ConflictLine, type RegisterPage } from '@/server/conflicts/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { DateFields } from '@/ui/date-fields';
import { FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { TextArea } from '@/ui/text-area';
import { VisuallyHidden } from '@/ui/visually-hidden';
import { WhoCanSee } from '@/ui/who-can-see';
import type { FormReturn } from '@/domain/form';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { end, record } from './actions';

const TITLE = 'Who does not challenge whom';

export default async function ConflictsPage({ searchParams }: { searchParams: Promise<{ return?: string }> }) {
  const actor = await requireActor('/cycles/conflicts');
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const page = await orNotFound(() => loadRegister(actor, new Date()));
  const { standing, over, mayRecord } = page;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={TITLE} returned={returned} back="/cycles/conflicts">
      <FormReport returned={returned} heading="Nothing was recorded" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: TITLE }]} />
      <PageHead title={TITLE} lead="Two authorities that share a service, have a personal tie or are in a dispute are kept apart: in sets, in rotations, in every role, and as lead peer challengers." />
      <Columns aside={<About />}>
        <Sheet id="h-standing" heading={standing.length === 0 ? 'Kept apart now' : `Kept apart now: ${standing.length}`}>
          {standing.length === 0 ? <Empty fact="Every authority may challenge every other">Nothing has been recorded that speaks against it.</Empty> : <Lines lines={standing} asPostId={mayRecord ? actor.as!.id : null} />}
        </Sheet>
        {mayRecord && <Record page={page} returned={returned} asPostId={actor.as!.id} />}
        {over.length > 0 && (
          <Sheet id="h-over" heading="No longer">
            <Lines lines={over} asPostId={null} />
          </Sheet>
        )}
        <WhoCanSee>the SLI coordinator and the facilitators of the region. No authority sees it, nor does the Board.</WhoCanSee>
      </Columns>
    </Shell>
  );
}

function Lines({ lines, asPostId }: { lines: readonly ConflictLine[]; asPostId: string | null }) {
  const columns = [{ name: 'Authorities' }, { name: 'Why', full: true as const }, { name: 'Since' }, { name: 'Until' }];
  return (
    <DataTable
      columns={asPostId ? [...columns, { name: 'End it', hidden: true as const, full: true as const }] : columns}
      rows={lines.map((line) => ({
        id: line.id,
        cells: [
          `${line.one} and ${line.other}`,
          line.reason,
          <FullDay key="since" on={line.recordedOn} />,
          <Until key="until" line={line} />,
          ...(asPostId ? [<End key="end" line={line} asPostId={asPostId} />] : []),
        ],
      }))}
    />
  );
}

function Until({ line: { untilOn, endedOn } }: { line: ConflictLine }) {
  if (endedOn) return <>Ended on <FullDay on={endedOn} /></>;
  return untilOn ? <FullDay on={untilOn} /> : <>Somebody ends it</>;
}

function End({ line, asPostId }: { line: ConflictLine; asPostId: string }) {
  return (
    <form action={end}>
      <Hidden name="as" value={asPostId} />
      <Hidden name="conflictId" value={line.id} />
      <Button kind="link">
        End it<VisuallyHidden>: {line.one} and {line.other}</VisuallyHidden>
      </Button>
    </form>
  );
}

function Record({ page: { authorities }, returned, asPostId }: { page: RegisterPage; returned: FormReturn | undefined; asPostId: string }) {
  const options = authorities.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Sheet id="h-record" heading="Keep two authorities apart">
      <form action={record} className="stack">
        <Hidden name="as" value={asPostId} />
        <Select name="authorityId" label="First authority" blank="Choose an authority" options={options} returned={returned} />
        <Select name="otherId" label="Second authority" blank="Choose an authority" options={options} returned={returned} />
        <TextArea name="reason" label="Reason" hint="For the regional team alone: shared service, personal tie, dispute." rows={2} returned={returned} />
        <DateFields name="untilOn" legend="Until, if it is known" hint="The last day. Left empty, it stands until somebody ends it." returned={returned} />
        <Button>Record it as SLI coordinator</Button>
      </form>
    </Sheet>
  );
}

function About() {
  return (
    <Slip id="h-about" heading="What it does">
      <p className="s">A cycle that is being opened proposes nothing that brings the two together, and cannot be opened with them in one set or with one reading, visiting or leading the other.</p>
      <p className="s">Cycles that are open stay as they are.</p>
    </Slip>
  );
}
