import { listPlans, type PlanLine } from '@/server/action-plans/load';
import { requireActor } from '@/server/session';
import { Empty } from '@/ui/empty';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';

export default async function ActionPlans({ searchParams }: { searchParams: Promise<{ cycle?: string }> }) {
  const actor = await requireActor('/action-plans');
  const { cycle } = await searchParams;
  const plans = await listPlans(actor, new Date(), cycle ?? null);
  const overdue = plans.reduce((sum, plan) => sum + plan.overdue, 0);
  return (
    <Shell viewer={viewerOf(actor)} current="/action-plans" title="Action plans">
      <PageHead title="Action plans" lead={overdue > 0 ? `${overdue} ${overdue === 1 ? 'action is' : 'actions are'} overdue in the plans that you can see.` : 'Nothing is overdue in the plans that you can see.'} />
      {plans.length === 0 ? (
        <Empty fact="No action plan that you can open">A plan comes here when its authority puts it forward, or when you write for an authority whose notes are agreed.</Empty>
      ) : (
        [...new Set(plans.map((plan) => plan.cycle))].map((name) => (
          <Sheet key={name} id={`cycle-${name.replace('/', '-')}`} heading={`${name} cycle`}>
            <PlanTable plans={plans.filter((plan) => plan.cycle === name)} />
          </Sheet>
        ))
      )}
    </Shell>
  );
}

function PlanTable({ plans }: { plans: PlanLine[] }) {
  return (
    <DataTable
      columns={[
        { name: 'Authority' },
        { name: 'State' },
        { name: 'Open', num: true },
        { name: 'Overdue', num: true },
        { name: 'Ratings differ', num: true },
        { name: 'Impact shown', num: true },
        { name: 'Next due' },
      ]}
      rows={plans.map((plan) => ({
        id: plan.id,
        cells: [
          <a key="plan" href={`/action-plans/${plan.id}`}>{plan.authority}</a>,
          <PlanState key="state" plan={plan} />,
          `${plan.open} of ${plan.actions}`,
          plan.overdue > 0 ? <StatusTag state="late">{plan.overdue}</StatusTag> : '0',
          plan.differ,
          plan.impactShown,
          plan.nextDueOn ? <FullDay on={plan.nextDueOn} /> : 'None',
        ],
      }))}
    />
  );
}

function PlanState({ plan }: { plan: PlanLine }) {
  if (!plan.writtenAt) return <StatusTag state={plan.actions === 0 ? 'not-started' : 'in-progress'}>{plan.actions === 0 ? 'Not started' : 'Being written'}</StatusTag>;
  return plan.open === 0 ? <StatusTag state="done">Closed</StatusTag> : <StatusTag state="in-progress">In delivery</StatusTag>;
}
