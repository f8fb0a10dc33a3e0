import { daysLate, isOpen, RATING_NAMES, RATINGS } from '@/domain/action-plans';
import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import { loadAction, loadNewAction, type ActionPage } from '@/server/action-plans/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Checkbox } from '@/ui/checkbox';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FullDay, Moment } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Radios } from '@/ui/radios';
import { RatingPair } from '@/ui/rating-pair';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';
import { SummaryList } from '@/ui/summary-list';
import { TextArea } from '@/ui/text-area';
import { VoiceBlock } from '@/ui/voice-block';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { change, escalate, report, review, stop } from '../../../actions';
import { ActionFields } from '../../action-fields';
import { pairOf, RATING_STATE } from '../../action-item';

interface Props {
  params: Promise<{ documentId: string; actionId: string }>;
  searchParams: Promise<{ return?: string; change?: string }>;
}

export default async function ActionPageView({ params, searchParams }: Props) {
  const { documentId, actionId } = await params;
  const { return: back, change: changing } = await searchParams;
  const path = `/action-plans/${documentId}/actions/${actionId}`;
  const actor = await requireActor(path);
  const now = new Date();
  const [page, returned] = await Promise.all([orNotFound(() => loadAction(actor, documentId, actionId, now)), readFormReturn(actor.personId, back)]);
  const { action, place } = page;
  const title = `Action ${action.number}: ${action.action}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/action-plans" title={title} back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="This cannot be saved yet" />}
      <Crumbs items={[{ label: 'Action plans', href: '/action-plans' }, { label: `${place.authority}, ${place.cycle}`, href: `/action-plans/${documentId}` }, { label: `Action ${action.number}` }]} />
      <PageHead title={action.action} lead={`Action ${action.number} of ${place.authority}’s plan`} />
      <Columns aside={<Margin page={page} />}>
        {changing === 'yes' && page.may.write && isOpen(action) ? (
          <ChangeForm page={page} returned={returned} owners={(await loadNewAction(actor, documentId, now)).owners} />
        ) : (
          <>
            <What page={page} />
            {isOpen(action) && page.may.review && <ReviewForm page={page} returned={returned} />}
            {isOpen(action) && page.may.report && <ReportForm page={page} returned={returned} />}
            <History page={page} />
          </>
        )}
      </Columns>
    </Shell>
  );
}

function What({ page: { action, place, may, today } }: { page: ActionPage }) {
  const days = daysLate(action, today);
  return (
    <Sheet>
      <p className="meta btns">
        {action.overdue && <StatusTag state="late">{`${days} ${days === 1 ? 'day' : 'days'} late`}</StatusTag>}
        {action.closedAt && <StatusTag state="done">Closed</StatusTag>}
        {action.stoppedAt && <StatusTag state="not-needed">Stopped: {action.stoppedWhy}</StatusTag>}
        {action.escalatedAt && isOpen(action) && <StatusTag state="waiting">Raised with the group lead</StatusTag>}
      </p>
      <SummaryList
        items={[
          { term: 'Finding', words: <span className="doc">{action.finding}</span> },
          { term: 'Intended impact on children', words: <span className="doc">{action.impact}</span> },
          { term: 'Success measure', words: <span className="doc">{action.measure}</span> },
          { term: 'Owner', words: action.owner },
          { term: 'Due', words: <FullDay on={action.dueOn} /> },
          { term: 'Work done', words: action.doneAt ? <Moment at={action.doneAt} /> : 'Not yet' },
          { term: 'Impact shown', words: action.impactShownAt ? <Moment at={action.impactShownAt} /> : 'Not yet' },
        ]}
      />
      <RatingPair {...pairOf(action, place.authority, may.review ? 'Your rating' : 'Challenger')} />
    </Sheet>
  );
}

function ReportForm({ page, returned }: { page: ActionPage; returned: FormReturn | undefined }) {
  const { action, plan, may, place } = page;
  const back = returned && 'text' in returned.values ? { returned } : {};
  return (
    <Section id="report" heading="Report progress">
      <form action={report} className="own stack">
        <Hidden name="as" value={may.report!.id} />
        <Hidden name="planId" value={plan.id} />
        <Hidden name="actionId" value={action.id} />
        <Radios name="rating" id="report-rating" legend={`${place.authority}’s rating`} inline options={options} value={action.report?.rating ?? 'on-track'} {...back} />
        <TextArea name="text" label="What has changed" hint="What was done, and what children or families would notice" doc rows={4} {...back} />
        <TextArea name="evidence" label="Evidence" hint="What shows it, and where it can be read. Needed for impact shown and for closing. Nothing that identifies a child." rows={2} {...back} />
        <Checkbox name="asksToClose" label="Ask the lead peer challenger to agree that this action is closed" {...back} />
        <Buttons>
          <Button>Report as {postName(may.report!)}</Button>
        </Buttons>
      </form>
    </Section>
  );
}

function ReviewForm({ page, returned }: { page: ActionPage; returned: FormReturn | undefined }) {
  const { action, plan, may, next, place } = page;
  const back = returned && 'comment' in returned.values ? { returned } : {};
  return (
    <Section id="review" heading={`Your rating of action ${action.number}`}>
      <form action={review} className="theirs stack">
        <Hidden name="as" value={may.review!.id} />
        <Hidden name="planId" value={plan.id} />
        <Hidden name="actionId" value={action.id} />
        <Hidden name="next" value={next ?? ''} />
        <Radios name="rating" id="review-rating" legend="Your rating" inline options={options} {...(action.review ? { value: action.review.rating } : {})} {...back} />
        <TextArea name="comment" label="Why, in a sentence or two" doc rows={3} {...back} />
        {action.report?.asksToClose && <Checkbox name="agreesClose" label={`Agree that this action is closed, as ${place.authority} asks`} hint={`Evidence given: ${action.report.evidence}`} {...back} />}
        <Buttons>
          <Button>
            {next ? 'Save and go to the next action' : 'Save the review'} as {postName(may.review!)}
          </Button>
        </Buttons>
      </form>
    </Section>
  );
}

const options = RATINGS.map((rating) => ({ value: rating, label: RATING_NAMES[rating] }));

function ChangeForm({ page, returned, owners }: { page: ActionPage; returned: FormReturn | undefined; owners: { id: string; office: string; remit: string }[] }) {
  const { action, plan, may } = page;
  return (
    <Sheet id="change" heading={`Change action ${action.number}`}>
      <form action={change} className="stack">
        <Hidden name="as" value={may.write!.id} />
        <Hidden name="planId" value={plan.id} />
        <Hidden name="actionId" value={action.id} />
        <Hidden name="typedOver" value={String(action.version)} />
        {returned?.refusal && (
          <div className="note">
            <b>As it stands now:</b> {action.action} Finding: {action.finding} Impact: {action.impact} Measure: {action.measure} Owner: {action.owner}.
          </div>
        )}
        <ActionFields owners={owners} returned={returned} values={{ ...action, ownerPostId: action.ownerPostId ?? '' }} />
        <Buttons>
          <Button>Save the change as {postName(may.write!)}</Button>
          <a href={`/action-plans/${plan.id}/actions/${action.id}`}>Back</a>
        </Buttons>
      </form>
    </Sheet>
  );
}

function History({ page }: { page: ActionPage }) {
  return (
    <Section id="history" heading="Reports and reviews" count={page.history.length}>
      {page.history.length === 0 ? (
        <p className="soft">None yet.</p>
      ) : (
        <ol className="bare stack">
          {page.history.map((said) => (
            <li key={said.id}>
              <VoiceBlock voice={said.voice} who={said.post}>
                <p className="s">
                  <StatusTag state={RATING_STATE[said.rating]} /> <span className="soft"><Moment at={said.at} /></span>
                </p>
                <p className="doc">{said.words}</p>
                {said.evidence && (
                  <p className="s">
                    <b>Evidence:</b> {said.evidence}
                  </p>
                )}
              </VoiceBlock>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Margin({ page }: { page: ActionPage }) {
  const { action, may, plan } = page;
  const ids = (
    <>
      <Hidden name="planId" value={plan.id} />
      <Hidden name="actionId" value={action.id} />
    </>
  );
  if (!isOpen(action)) return <Slip heading="This action is finished">It stays readable with its reports and reviews.</Slip>;
  return (
    <>
      {may.write && (
        <Slip id="mend" heading="Change it">
          <p className="s">
            <a href="?change=yes">Change the words, the owner or the date</a>
          </p>
        </Slip>
      )}
      {may.escalate && action.overdue && !action.escalatedAt && (
        <Slip id="raise" heading="Overdue">
          <form action={escalate} className="stack">
            <Hidden name="as" value={may.escalate.id} />
            {ids}
            <p className="s">The group lead is told once and finds it in their work.</p>
            <Button kind="second" size="small">Raise with the group lead</Button>
          </form>
        </Slip>
      )}
      {may.stop && (
        <Slip id="stop" heading="Stop it">
          <details className="more">
            <summary>Stop this action</summary>
            <form action={stop} className="stack">
              <Hidden name="as" value={may.stop.id} />
              {ids}
              <TextArea name="why" label="Why" hint="Your reviewer reads it" rows={2} />
              <Button kind="second" size="small">Stop as {postName(may.stop)}</Button>
            </form>
          </details>
        </Slip>
      )}
    </>
  );
}
