import { partyName } from '@/domain/parties';
import { isOwed } from '@/domain/workflow';
import { loadStep, type StepPage } from '@/server/cycles/load';
import { readFormReturn } from '@/server/form-return';
import { loadIssuing } from '@/server/papers/step/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { EventList } from '@/ui/event-list';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';
import { SummaryList } from '@/ui/summary-list';
import { TextArea } from '@/ui/text-area';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { record, reopen, waive } from '../../../actions';
import { IssuePapers } from './issue-papers';

interface Props {
  params: Promise<{ cycleId: string; stepKey: string }>;
  searchParams: Promise<{ return?: string; authority?: string; group?: string }>;
}

export default async function Step({ params, searchParams }: Props) {
  const { cycleId, stepKey } = await params;
  const { return: returnId, authority, group } = await searchParams;
  const path = `/cycles/${cycleId}/steps/${stepKey}${authority ? `?authority=${encodeURIComponent(authority)}` : group ? `?group=${encodeURIComponent(group)}` : ''}`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, returnId);
  const page = await orNotFound(() => loadStep(actor, { cycleId, stepKey, authority, group }, new Date()));
  const issuing = await loadIssuing(actor, { cycleId, stepKey, authority, group }, new Date());
  const { cycle, at } = page;
  const { step, state } = at;
  const hidden = (
    <>
      <Hidden name="as" value={actor.as?.id ?? ''} />
      <Hidden name="cycleId" value={cycle.id} />
      <Hidden name="stepKey" value={step.key} />
      <Hidden name="scope" value={at.scope} />
      {authority && <Hidden name="authority" value={authority} />}
      {group && <Hidden name="group" value={group} />}
    </>
  );
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={step.name} returned={returned} back={path}>
      <FormReport returned={returned} heading="Nothing was recorded" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: cycle.name, href: `/cycles/${cycle.id}` }, { label: step.name }]} />
      <PageHead title={step.name} lead={<>{capital(whose(page))}. Due on <FullDay on={at.dates.dueOn} />.</>} />
      <Columns aside={<Standing page={page} />}>
        {step.doneWhen !== 'recorded' && !['done', 'not-needed'].includes(state.is) && <p className="note">Nobody ticks this step off: it is done as soon as the work itself is.</p>}
        {issuing && <IssuePapers issuing={issuing} asked={{ cycleId, stepKey, authority, group }} whose={whose(page)} />}
        {page.notToRecord === null && (
          <Sheet id="h-record" heading="Record it as done">
            <form action={record} className="stack">
              {hidden}
              <TextArea name="note" label="Note" hint="What came of it, in a sentence. Nothing confidential." rows={3} returned={returned} />
              <Button>{`Record as done for ${whose(page)}`}</Button>
            </form>
          </Sheet>
        )}
        {page.notToRecord && step.doneWhen === 'recorded' && !['done', 'not-needed'].includes(state.is) && <Refusal heading="It cannot be recorded now">{page.notToRecord.because}</Refusal>}
        {page.note && (
          <Sheet id="h-note" heading="What was recorded">
            <p className="doc">{page.note}</p>
          </Sheet>
        )}
        {page.notToWaive === null && (
          <Sheet id="h-waive" heading={`Not needed for ${whose(page)}?`}>
            <form action={waive} className="stack">
              {hidden}
              <p className="s">{`What waits for it will wait no longer. ${at.place ? `${at.place.name} sees the reason` : 'Everyone in the region sees the reason'}.`}</p>
              <TextArea name="reason" label="Reason" rows={2} returned={returned} />
              <Button kind="second">{`Mark as not needed for ${whose(page)}`}</Button>
            </form>
          </Sheet>
        )}
        {page.notToReopen === null && (
          <Sheet id="h-reopen" heading="That was a mistake">
            <form action={reopen} className="stack">
              {hidden}
              <p className="s">{`Takes back that it was recorded as ${state.is === 'done' ? 'done' : 'not needed'}. Whoever owes it finds it in their work again.`}</p>
              <TextArea name="reason" label="Reason" rows={2} returned={returned} />
              <Button kind="second">{`Open it again for ${whose(page)}`}</Button>
            </form>
          </Sheet>
        )}
        {page.recorded.length > 0 && (
          <Sheet id="h-recorded" heading="When it was recorded">
            <EventList items={page.recorded} />
          </Sheet>
        )}
        <WhoCanSee>{seenBy(page)}</WhoCanSee>
      </Columns>
    </Shell>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function whose({ at, groupName }: StepPage): string {
  if (at.place) return at.place.name;
  return at.step.per === 'group' && groupName ? `the ${groupName} group` : 'the region';
}

function seenBy({ at, groupName }: StepPage): string {
  if (at.place) return `${at.place.name}, the lead of its group, the regional team, the data group and the Board.`;
  return at.step.per === 'group' ? `the lead of the ${groupName} group, the regional team, the data group and the Board.` : 'everyone who holds a post in the region.';
}

function Standing({ page: { at } }: { page: StepPage }) {
  const { state, step, dates } = at;
  return (
    <Slip id="h-stands" heading="Where it stands">
      <SummaryList
        tight
        items={[
          { term: 'State', words: <State at={at} /> },
          { term: 'Due', words: <FullDay on={dates.dueOn} /> },
          ...(dates.opensOn ? [{ term: 'Opens', words: <FullDay on={dates.opensOn} /> }] : []),
          ...(state.is === 'not-open' && state.waitsFor.length > 0 ? [{ term: 'Waits for', words: state.waitsFor.join(', ') }] : []),
          ...(isOwed(state) ? [{ term: 'With', words: state.owedBy.map(officeName).join(', ') }] : []),
          { term: 'Whose step', words: step.who.map(officeName).join(', ') },
        ]}
      />
    </Slip>
  );
}

function State({ at: { state } }: Pick<StepPage, 'at'>) {
  switch (state.is) {
    case 'done':
      return <><StatusTag state="done" /> on <FullDay on={state.on} /></>;
    case 'not-needed':
      return <><StatusTag state="not-needed" />: {state.because}</>;
    case 'not-open':
      return <StatusTag state="not-open">Not open yet</StatusTag>;
    case 'overdue':
      return <StatusTag state="late">{state.days === 1 ? '1 day late' : `${state.days} days late`}</StatusTag>;
    case 'waiting':
      return <StatusTag state="waiting">Waiting</StatusTag>;
    case 'open':
      return <StatusTag state={state.begun ? 'in-progress' : 'not-started'}>{state.begun ? 'In progress' : 'Open'}</StatusTag>;
  }
}

const officeName = (party: StepPage['at']['step']['who'][number]) => capital(partyName(party));
