import { postName } from '@/domain/model';
import { loadNewAction } from '@/server/action-plans/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refused } from '@/ui/refused';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { add } from '../../../actions';
import { ActionFields } from '../../action-fields';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string; from?: string; carry?: string }>;
}

export default async function NewAction({ params, searchParams }: Props) {
  const { documentId } = await params;
  const { return: back, from, carry } = await searchParams;
  const path = `/action-plans/${documentId}/actions/new`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadNewAction(actor, documentId, new Date())), readFormReturn(actor.personId, back)]);
  const { place, may, findings, carried } = page;
  const plan = { label: `${place.authority}, ${place.cycle}`, href: `/action-plans/${documentId}` };
  const finding = findings.find(({ id }) => id === from);
  const old = carried.find(({ id }) => id === carry);
  return (
    <Shell viewer={viewerOf(actor)} current="/action-plans" title="Add an action" back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="The action cannot be added yet" />}
      <Crumbs items={[{ label: 'Action plans', href: '/action-plans' }, plan, { label: 'Add an action' }]} />
      {!may.write ? (
        <Refused heading="Only the authority writes its action plan" because={`The Director, an Assistant Director or the policy officer of ${place.authority} adds actions.`} next={<a href={plan.href}>Read the plan</a>} />
      ) : (
        <>
          <PageHead title={`Add an action to ${place.authority}’s plan`} lead="From a finding to what will be better for children." />
          <Columns aside={<Starts findings={findings} carried={carried} />}>
            <Sheet>
              <form action={add} className="stack">
                <Hidden name="as" value={may.write.id} />
                <Hidden name="planId" value={documentId} />
                {old && <Hidden name="carriedFromId" value={old.id} />}
                <ActionFields
                  owners={page.owners}
                  returned={returned}
                  values={{ finding: old?.finding ?? finding?.text ?? '', action: old?.action ?? '', impact: old?.impact ?? '', measure: old?.measure ?? '', owner: old?.owner ?? finding?.owner ?? '', ownerPostId: '' }}
                />
                <Buttons>
                  <Button>Add the action as {postName(may.write)}</Button>
                  <a href={plan.href}>Back to the plan</a>
                </Buttons>
              </form>
            </Sheet>
          </Columns>
        </>
      )}
    </Shell>
  );
}

type Page = Awaited<ReturnType<typeof loadNewAction>>;

function Starts({ findings, carried }: Pick<Page, 'findings' | 'carried'>) {
  return (
    <>
      <Slip id="findings" heading="Start from the forum">
        {findings.length === 0 ? (
          <p className="s soft">When the notes are agreed, the immediate actions and the support asked for stand here.</p>
        ) : (
          <ul className="bare stack">
            {findings.map((finding) => (
              <li key={finding.id} className="s">
                <a href={`?from=${finding.id}`}>{finding.text}</a> <span className="soft">({finding.from})</span>
              </li>
            ))}
          </ul>
        )}
      </Slip>
      {carried.length > 0 && (
        <Slip id="carried" heading="Still open from earlier cycles">
          <ul className="bare stack">
            {carried.map((action) => (
              <li key={action.id} className="s">
                <a href={`?carry=${action.id}`}>{action.action}</a>{' '}
                <span className="soft">
                  (action {action.number}, {action.cycle})
                </span>
              </li>
            ))}
          </ul>
        </Slip>
      )}
    </>
  );
}
