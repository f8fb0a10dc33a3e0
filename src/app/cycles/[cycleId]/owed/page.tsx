import { z } from 'zod';
import type { OwedItem } from '@/domain/chase';
import { whereRead } from '@/domain/step-address';
import { loadOwed } from '@/server/board/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { Toolbar } from '@/ui/toolbar';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const shownOf = z.enum(['late', 'all']).catch('all');

export default async function OwedPage({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/owed`;
  const actor = await requireActor(path);
  const asked = await searchParams;
  const returned = await readFormReturn(actor.personId, asked.return);
  const { cycle, facts, owed, mayChase, today } = await orNotFound(() => loadOwed(actor, cycleId, new Date()));
  const shown = shownOf.parse(asked.show);
  const rows = owed.filter((item) => shown === 'all' || item.daysLate > 0);
  const late = owed.filter((item) => item.daysLate > 0).length;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={`Owed now in ${cycle.name}`} returned={returned} back={path}>
      <Crumbs items={[{ label: `Who owes what in ${cycle.name}`, href: `/cycles/${cycle.id}` }, { label: 'By day' }]} />
      <FormReport returned={returned} heading="No reminder was sent" />
      <PageHead
        title={`${owed.length} ${owed.length === 1 ? 'thing is' : 'things are'} owed now`}
        lead={<><FullDay on={today} />. {late === 0 ? 'Nothing is late.' : `${late} ${late === 1 ? 'is' : 'are'} late, the longest first.`}</>}
      />
      <div className="stack">
        <Toolbar action={path}>
          <Select name="show" label="Show" value={shown} options={[{ value: 'all', label: 'Everything owed' }, { value: 'late', label: 'What is late' }]} />
        </Toolbar>
        {rows.length === 0 ? (
          <Empty fact={shown === 'late' ? 'Nothing is late' : 'Nobody owes anything now'}>
            What comes next stands on the board. <a href={`/cycles/${cycle.id}`}>See the board</a>
          </Empty>
        ) : (
          <form className="stack" action={`/cycles/${cycle.id}/chase`} method="get">
            <Sheet as="div">
              <DataTable
                caption="Who owes what, by the day on which it is or was due"
                columns={[...(mayChase ? [{ name: 'Remind', hidden: true as const }] : []), { name: 'Who' }, { name: 'What' }, { name: 'Due' }, { name: 'State' }]}
                head={mayChase ? 1 : 0}
                rows={rows.map((item) => ({
                  id: item.key,
                  cells: [
                    ...(mayChase ? [item.canChase && <Tick key="tick" item={item} />] : []),
                    item.by,
                    <What key="what" item={item} href={whereRead(item.at, facts)} />,
                    <FullDay key="due" on={item.dueOn} />,
                    <State key="state" item={item} />,
                  ],
                }))}
              />
            </Sheet>
            {mayChase && (
              <Buttons>
                <Button icon="mail">See the reminders</Button>
                <span className="s soft">You read and change each message before it goes.</span>
              </Buttons>
            )}
          </form>
        )}
        <WhoCanSee>the regional team, the data group and the Board.</WhoCanSee>
      </div>
    </Shell>
  );
}

function Tick({ item }: { item: OwedItem }) {
  return (
    <label>
      <input className="size-s5 accent-pen" type="checkbox" name="owe" value={item.key} defaultChecked={item.daysLate > 0 && !item.isRegions} />
      <span className="vh">Remind {item.by}: {item.act}</span>
    </label>
  );
}

function What({ item: { act }, href }: { item: OwedItem; href: string | null }) {
  const words = act.charAt(0).toUpperCase() + act.slice(1);
  return href ? <a href={href}>{words}</a> : words;
}

function State({ item: { state, daysLate } }: { item: OwedItem }) {
  const signed = state.signed && state.signed.count > 0 ? `${state.signed.count} of ${state.signed.of} signed` : null;
  if (daysLate > 0) return <StatusTag state="late">{`${daysLate} ${daysLate === 1 ? 'day' : 'days'} late${signed ? `, ${signed}` : ''}`}</StatusTag>;
  if (state.note?.is === 'comments') return <StatusTag state="comments">{`${state.note.count} to answer`}</StatusTag>;
  if (signed) return <StatusTag state="part-signed">{signed}</StatusTag>;
  return <StatusTag state={state.is === 'waiting' ? 'waiting' : state.begun ? 'in-progress' : 'not-started'} />;
}
