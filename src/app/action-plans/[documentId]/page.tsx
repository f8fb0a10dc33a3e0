import { postName } from '@/domain/model';
import { loadPlan, type PlanPage } from '@/server/action-plans/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { CopyLinks } from '@/ui/copy-links';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { SeenBy } from '@/ui/seen-by';
import { Slip } from '@/ui/slip';
import { Stats } from '@/ui/stats';
import { SummaryList } from '@/ui/summary-list';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { submit } from '../actions';
import { ActionItem } from './action-item';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string; order?: string }>;
}

export default async function ActionPlanPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const { return: back, order } = await searchParams;
  const path = `/action-plans/${documentId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([
    orNotFound(() => loadPlan(actor, documentId, order === 'number' ? 'number' : 'need', new Date())),
    readFormReturn(actor.personId, back),
  ]);
  const { place, may, counts } = page;
  const title = may.review && page.writtenAt ? `Review ${place.authority}’s action plan` : `${place.authority}’s action plan`;
  return (
    <Shell viewer={viewerOf(actor)} current="/action-plans" title={title} back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="The plan cannot be put forward yet" />}
      <Crumbs items={[{ label: 'Action plans', href: '/action-plans' }, { label: `${place.authority}, ${place.cycle}` }]} />
      <PageHead title={title} lead={leadOf(page)} aside={<Aside page={page} />} />
      <Columns aside={<Margin page={page} />}>
        <Stats
          items={[
            { label: 'Actions', figure: counts.actions },
            { label: 'Overdue', figure: counts.overdue },
            { label: may.review ? `You and ${place.authority} differ` : 'Ratings differ', figure: counts.differ },
            { label: 'Impact shown', figure: counts.impactShown, of: `of ${counts.actions}` },
          ]}
        />
        <Section id="actions" heading="Actions" count={order === 'number' ? <>By number. <a href="?order=need">Overdue first</a></> : <>Overdue first. <a href="?order=number">Order by number</a></>}>
          {page.actions.length === 0 ? (
            <Empty fact="No actions yet">Each one starts from a finding in the agreed notes and says what will be better for children.</Empty>
          ) : (
            <ol className="ap bare">
              {page.actions.map((action) => (
                <ActionItem key={action.id} action={action} page={page} />
              ))}
            </ol>
          )}
        </Section>
        <CopyLinks base={`/documents/${documentId}`} of={`${place.authority}’s action plan`} />
        <SeenBy shares={page.audiences} names={{ authority: place.authority, group: place.group, region: place.region, roles: page.plan.roles }} not="The Board sees counts, not these words." />
      </Columns>
    </Shell>
  );
}

function leadOf({ place, counts, writtenAt }: PlanPage): string {
  if (!writtenAt) return `${place.cycle} cycle. It is being written: nobody outside ${place.authority} can read it until the Director puts it forward.`;
  return `${place.cycle} cycle. ${counts.open} of ${counts.actions} actions are open.`;
}

function Aside({ page }: { page: PlanPage }) {
  const { may, plan } = page;
  return (
    <div className="btns">
      {may.submit && page.actions.length > 0 && (
        <form action={submit}>
          <Hidden name="as" value={may.submit.id} />
          <Hidden name="planId" value={plan.id} />
          <Button>Put the plan forward as {postName(may.submit)}</Button>
        </form>
      )}
      {may.write && (
        <LinkButton href={`/action-plans/${plan.id}/actions/new`} kind={may.submit && page.actions.length > 0 ? 'second' : 'main'}>
          Add an action
        </LinkButton>
      )}
    </div>
  );
}

function Margin({ page }: { page: PlanPage }) {
  const { place, writtenAt, plan } = page;
  return (
    <>
      <Slip id="reviewers" heading="Who follows this plan">
        <SummaryList
          tight
          items={[
            { term: 'Lead peer challenger', words: place.leadChallenger ? `DCS, ${place.leadChallenger}` : 'Not named yet' },
            { term: 'Group lead', words: `${place.group} group` },
            { term: 'Put forward', words: writtenAt ? <Moment at={writtenAt} /> : 'Not yet' },
          ]}
        />
      </Slip>
      <Slip id="words" heading="What the words mean">
        <p className="s">
          <b>Done</b> means the work is finished. <b>Impact shown</b> means that children’s experience is measurably better, with evidence. An action is closed when the authority asks for it with evidence and its reviewer
          agrees.
        </p>
      </Slip>
      <Slip id="history" heading="What has happened">
        <p className="s">
          <a href={`/documents/${plan.id}/activity`}>Activity of this plan</a>
        </p>
      </Slip>
    </>
  );
}
