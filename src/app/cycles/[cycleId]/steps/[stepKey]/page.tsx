import type { Actor } from '@/domain/model';
import { partyTitle, type Party } from '@/domain/parties';
import { permits } from '@/domain/permissions';
import { roleAddress } from '@/domain/step-address';
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
import { LinkButton } from '@/ui/link-button';
import { Markdown } from '@/ui/markdown';
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

/** For what the step is done: one of these names it in the address; none of them is the region. */
const OF = ['authority', 'group', 'wave'] as const;
type Of = (typeof OF)[number];

interface Props {
  params: Promise<{ cycleId: string; stepKey: string }>;
  searchParams: Promise<{ return?: string } & Partial<Record<Of, string>>>;
}

export default async function Step({ params, searchParams }: Props) {
  const { cycleId, stepKey } = await params;
  const { return: returnId, ...asked } = await searchParams;
  const of = OF.find((name) => typeof asked[name] === 'string' && asked[name] !== '');
  const path = `/cycles/${cycleId}/steps/${stepKey}${of ? `?${of}=${encodeURIComponent(asked[of]!)}` : ''}`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, returnId);
  const stepAsked = { cycleId, stepKey, ...(of ? { [of]: asked[of] } : {}) };
  const page = await orNotFound(() => loadStep(actor, stepAsked, new Date()));
  const issuing = await loadIssuing(actor, stepAsked, new Date());
  const { cycle, at } = page;
  const { step, state } = at;
  const isAhead = state.is !== 'done' && state.is !== 'not-needed';
  const hidden = (
    <>
      <Hidden name="as" value={actor.as?.id ?? ''} />
      <Hidden name="cycleId" value={cycle.id} />
      <Hidden name="stepKey" value={step.key} />
      <Hidden name="scope" value={at.scope} />
      {of && <Hidden name={of} value={asked[of]!} />}
    </>
  );
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={step.name} returned={returned} back={path}>
      <FormReport returned={returned} heading="Nothing was recorded" />
      {page.follows && <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: cycle.name, href: `/cycles/${cycle.id}` }, { label: step.name }]} />}
      <PageHead title={step.name} lead={<>{capital(page.whose)}. {step.event ? 'It takes place on' : 'Due on'} <FullDay on={at.dates.dueOn} />.</>} />
      <Columns aside={<Standing page={page} />}>
        {step.guidance && (
          <Sheet id="h-guidance" heading="What to do">
            <div className="doc">
              <Markdown text={step.guidance} />
            </div>
          </Sheet>
        )}
        {step.doneWhen !== 'recorded' && isAhead && <p className="note">Nobody ticks this step off: it is done as soon as the work itself is.</p>}
        {step.role && at.place && isAhead && mayFind(actor, page) && (
          <p>
            <LinkButton href={roleAddress(cycle.id, step.role, at.place)}>Choose for {at.place.name}</LinkButton>
          </p>
        )}
        {issuing && <IssuePapers issuing={issuing} asked={stepAsked} whose={page.whose} />}
        {page.notToRecord === null && (
          <Sheet id="h-record" heading="Record it as done">
            <form action={record} className="stack">
              {hidden}
              <TextArea name="note" label="Note" hint="What came of it, in a sentence. Nothing confidential." rows={3} returned={returned} />
              <Button>{`Record as done for ${page.whose}`}</Button>
            </form>
          </Sheet>
        )}
        {page.notToRecord && step.doneWhen === 'recorded' && isAhead && <Refusal heading="It cannot be recorded now">{page.notToRecord.because}</Refusal>}
        {page.note && (
          <Sheet id="h-note" heading="What was recorded">
            <p className="doc">{page.note}</p>
          </Sheet>
        )}
        {page.notToWaive === null && (
          <Sheet id="h-waive" heading={`Not needed for ${page.whose}?`}>
            <form action={waive} className="stack">
              {hidden}
              <p className="s">{`What waits for it will wait no longer. ${at.place ? `${at.place.name} sees the reason` : 'Everyone in the region sees the reason'}.`}</p>
              <TextArea name="reason" label="Reason" rows={2} returned={returned} />
              <Button kind="second">{`Mark as not needed for ${page.whose}`}</Button>
            </form>
          </Sheet>
        )}
        {page.notToReopen === null && (
          <Sheet id="h-reopen" heading="That was a mistake">
            <form action={reopen} className="stack">
              {hidden}
              <p className="s">{`Takes back that it was recorded as ${state.is === 'done' ? 'done' : 'not needed'}. Whoever owes it finds it in their work again.`}</p>
              <TextArea name="reason" label="Reason" rows={2} returned={returned} />
              <Button kind="second">{`Open it again for ${page.whose}`}</Button>
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

const mayFind = (actor: Actor, { cycle }: StepPage) => actor.as !== null && permits('cycle.assign-role', actor.as, { regionId: cycle.regionId });

function seenBy({ at, whose }: StepPage): string {
  const readers = 'the regional team, the data group and the Board';
  switch (at.step.per) {
    case 'authority':
      return `${whose}, the lead of its group, those who have a part in the step, ${readers}.`;
    case 'group':
      return `the authorities and the lead of ${whose}, ${readers}.`;
    case 'task-group':
      return `the members of ${whose} and the authority of its DCS link, ${readers}.`;
    default:
      return 'everyone who holds a post in the region. Agencies beside an authority, Ofsted, the LGA and the DfE do not see it unless the step is theirs.';
  }
}

function Standing({ page: { at, roles } }: { page: StepPage }) {
  const officeName = (party: Party) => partyTitle(party, { roles });
  const { state, step, dates } = at;
  return (
    <Slip id="h-stands" heading="Where it stands">
      <SummaryList
        tight
        items={[
          { term: 'State', words: <State at={at} /> },
          { term: step.event ? 'Takes place' : 'Due', words: <FullDay on={dates.dueOn} /> },
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
