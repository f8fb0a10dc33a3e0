import { Fragment } from 'react';
import { listCycles, type CycleLine } from '@/server/cycles/load';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';

export default async function Cycles({ searchParams }: { searchParams: Promise<{ return?: string }> }) {
  const actor = await requireActor('/cycles');
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const { cycles, mayOpen, mayClose } = await listCycles(actor);
  const day = today(new Date());
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title="Cycles" returned={returned} back="/cycles">
      <FormReport returned={returned} heading="The cycle cannot be changed" />
      <PageHead
        title="Cycles"
        lead="A cycle runs from one summer to the next: self-view, questions, forum, notes, action plan."
        aside={mayOpen ? <LinkButton href={cycles[0] ? `/cycles/new?from=${cycles[0].id}` : '/cycles/new'}>{cycles[0] ? 'Start the next cycle' : 'Open a cycle'}</LinkButton> : undefined}
      />
      {cycles.length === 0 ? (
        <Empty fact="No cycle yet">{mayOpen ? <a href="/cycles/new">Open the first cycle</a> : 'The regional team opens it.'}</Empty>
      ) : (
        <Sheet as="div">
          <DataTable
            columns={[{ name: 'Cycle' }, { name: 'Where it stands' }, { name: 'Day 0' }, { name: 'Runs' }, { name: 'Authorities', num: true }, { name: 'Pages', full: true, hidden: true }]}
            rows={cycles.map((cycle) => ({
              id: cycle.id,
              cells: [
                <a key="cycle" href={`/cycles/${cycle.id}`}>{cycle.name}</a>,
                <Standing key="standing" cycle={cycle} today={day} />,
                <FullDay key="anchor" on={cycle.anchorOn} />,
                <Fragment key="runs"><FullDay on={cycle.startsOn} /> to <FullDay on={cycle.endsOn} /></Fragment>,
                cycle.authorities,
                <Fragment key="pages">
                  <a href={`/cycles/${cycle.id}/dates`}>Dates<span className="vh"> of {cycle.name}</span></a>
                  {mayOpen && <> · <a href={`/cycles/new?from=${cycle.id}`}>Start another<span className="vh"> from {cycle.name}</span></a></>}
                  {mayClose && !cycle.closedOn && <> · <a href={`/cycles/${cycle.id}/close`}>Close<span className="vh"> {cycle.name}</span></a></>}
                </Fragment>,
              ],
            }))}
          />
        </Sheet>
      )}
      {mayOpen && (
        <ul className="bare">
          <li className="pb-s1">
            <a href="/cycles/conflicts">Who does not challenge whom</a>
          </li>
          <li>
            <a href="/advice-before-signature">Advice before signature: what every self-view is asked</a>
          </li>
        </ul>
      )}
    </Shell>
  );
}

function Standing({ cycle, today }: { cycle: CycleLine; today: string }) {
  if (cycle.closedOn) return <StatusTag state="done">Closed</StatusTag>;
  if (cycle.startsOn > today) return <StatusTag state="not-started">Opens later</StatusTag>;
  return cycle.endsOn < today ? <StatusTag state="due">Past its last day</StatusTag> : <StatusTag state="in-progress">Under way</StatusTag>;
}
