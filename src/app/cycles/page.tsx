import { Fragment } from 'react';
import { z } from 'zod';
import { boardPost } from '@/domain/board-post';
import { authorityHome } from '@/domain/home';
import { regionsFollowed, type Actor } from '@/domain/model';
import { loadCycles, type CyclesPage, type OpenCycle } from '@/server/cycles/under-way/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { WhoCanSee } from '@/ui/who-can-see';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export default async function Cycles({ searchParams }: { searchParams: Promise<{ return?: string; page?: string }> }) {
  const actor = await requireActor('/cycles');
  const asked = await searchParams;
  const returned = await readFormReturn(actor.personId, asked.return);
  const page = await loadCycles(actor, pageNumber.parse(asked.page), new Date());
  const { open, past, mayOpen } = page;
  const title = open.length === 0 ? 'No cycle is under way' : open.length === 1 ? 'One cycle is under way' : `${open.length} cycles are under way`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back="/cycles">
      <FormReport returned={returned} heading="The cycle cannot be changed" />
      <PageHead
        title={title}
        lead={<><FullDay on={page.today} />. Each cycle follows a process of the region, from its first step to its last.</>}
        aside={mayOpen ? <HeadLinks /> : undefined}
      />
      <div className="stack-l">
        {open.length === 0 ? (
          <Empty fact="No cycle is open">{mayOpen ? <a href="/cycles/new">Open a cycle from one of the region’s processes</a> : 'The regional team opens it.'}</Empty>
        ) : (
          <UnderWay page={page} home={boardPost(actor) ? null : (cycleId) => homeIn(actor, cycleId)} />
        )}
        {past.cycles.length > 0 && <Past page={page} />}
        {mayOpen ? (
          <ul className="bare s">
            <li className="pb-s1"><a href="/cycles/conflicts">Who does not challenge whom</a></li>
            <li><a href="/advice-before-signature">Advice before signature: what every self-view is asked</a></li>
          </ul>
        ) : (
          regionsFollowed(actor).length > 0 && (
            <ul className="bare s">
              <li><a href="/processes">The region’s processes</a></li>
            </ul>
          )
        )}
        <WhoCanSee>everyone who holds a post in the region sees its cycles and their dates. {page.readsBoard ? 'How far the steps are is for the regional team, the data group and the Board.' : 'How far the steps of other authorities are is not shared with you.'}</WhoCanSee>
      </div>
    </Shell>
  );
}

function HeadLinks() {
  return (
    <>
      <LinkButton href="/cycles/new">Open a cycle</LinkButton>{' '}
      <LinkButton href="/processes" kind="second">
        Processes
      </LinkButton>
    </>
  );
}

const homeIn = (actor: Actor, cycleId: string) => authorityHome(actor, cycleId);

function UnderWay({ page: { open, readsBoard, mayOpen, mayClose, today }, home }: { page: CyclesPage; home: ((cycleId: string) => string | null) | null }) {
  return (
    <Section id="h-open" heading="Cycles under way" count={open.length}>
      <DataTable
        caption="Cycles under way"
        columns={[
          { name: 'Cycle' },
          { name: 'Day 0' },
          { name: readsBoard ? 'How far' : 'Your part' },
          { name: 'Next date' },
          { name: 'Taking part' },
          { name: 'Pages', full: true, hidden: true },
        ]}
        rows={open.map((cycle) => ({
          id: cycle.id,
          cells: [
            <Fragment key="cycle">
              {home && cycle.own.length === 0 ? cycle.name : <a href={home?.(cycle.id) ?? `/cycles/${cycle.id}`}>{cycle.name}</a>}
              <span className="hint">{cycle.process}</span>
            </Fragment>,
            <FullDay key="anchor" on={cycle.anchorOn} />,
            readsBoard ? <Far key="far" cycle={cycle} today={today} /> : cycle.own.join(', ') || 'None',
            cycle.next ? <Fragment key="next"><FullDay on={cycle.next.on} /><span className="hint">{cycle.next.name}</span></Fragment> : 'All have passed',
            taking(cycle),
            <Fragment key="pages">
              <a href={`/cycles/${cycle.id}/dates`}>Dates<span className="vh"> of {cycle.name}</span></a>
              {readsBoard && <> · <a href={`/cycles/${cycle.id}/owed`}>Owed<span className="vh"> in {cycle.name}</span></a></>}
              {mayOpen && <> · <a href={`/cycles/new?from=${cycle.id}`}>Open the next<span className="vh"> after {cycle.name}</span></a></>}
              {mayClose && <> · <a href={`/cycles/${cycle.id}/close`}>Close<span className="vh"> {cycle.name}</span></a></>}
            </Fragment>,
          ],
        }))}
      />
    </Section>
  );
}

function Far({ cycle: { steps, startsOn, endsOn }, today }: { cycle: OpenCycle; today: string }) {
  if (!steps) return null;
  return (
    <>
      {steps.done} of {steps.of} steps done
      <span className="hint">
        {steps.late > 0 ? (
          <StatusTag state="late">{`${steps.late} late`}</StatusTag>
        ) : startsOn > today ? (
          <StatusTag state="not-started">Opens later</StatusTag>
        ) : endsOn < today ? (
          <StatusTag state="due">Past its last day</StatusTag>
        ) : (
          <StatusTag state="in-progress">Nothing late</StatusTag>
        )}
      </span>
    </>
  );
}

/** "12 of 15 authorities" */
function taking({ taking: count, there }: OpenCycle): string {
  return count === there ? `All ${there} authorities` : `${count} of ${there} authorities`;
}

function Past({ page: { past, mayOpen } }: { page: CyclesPage }) {
  return (
    <Section id="h-past" heading="Past cycles">
      <DataTable
        caption="Past cycles, newest first"
        columns={[{ name: 'Cycle' }, { name: 'Day 0' }, { name: 'Closed' }, { name: 'Took part' }, { name: 'Pages', full: true, hidden: true }]}
        rows={past.cycles.map(({ id, name, process, anchorOn, closedOn, authorities }) => ({
          id,
          cells: [
            <Fragment key="cycle">
              <a href={`/cycles/${id}`}>{name}</a>
              <span className="hint">{process}</span>
            </Fragment>,
            <FullDay key="anchor" on={anchorOn} />,
            <FullDay key="closed" on={closedOn} />,
            `${authorities} ${authorities === 1 ? 'authority' : 'authorities'}`,
            <Fragment key="pages">
              <a href={`/cycles/${id}/dates`}>Dates<span className="vh"> of {name}</span></a>
              {mayOpen && <> · <a href={`/cycles/new?from=${id}`}>Start another<span className="vh"> from {name}</span></a></>}
            </Fragment>,
          ],
        }))}
      />
      <Pagination page={past.page} pages={past.pages} href={(page) => `/cycles?page=${page}`} />
    </Section>
  );
}
