import { listPlans, type PlanLine } from '@/server/action-plans/load';
import { requireActor } from '@/server/session';
import { Empty } from '@/ui/empty';
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
    <table className="dt stackable">
        <thead>
          <tr>
            <th scope="col">Authority</th>
            <th scope="col">State</th>
            <th scope="col" className="num">Open</th>
            <th scope="col" className="num">Overdue</th>
            <th scope="col" className="num">Ratings differ</th>
            <th scope="col" className="num">Impact shown</th>
            <th scope="col">Next due</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id}>
              <th scope="row"><a href={`/action-plans/${plan.id}`}>{plan.authority}</a></th>
              <td data-label="State"><PlanState plan={plan} /></td>
              <td className="num" data-label="Open">{plan.open} of {plan.actions}</td>
              <td className="num" data-label="Overdue">{plan.overdue > 0 ? <StatusTag state="late">{plan.overdue}</StatusTag> : '0'}</td>
              <td className="num" data-label="Ratings differ">{plan.differ}</td>
              <td className="num" data-label="Impact shown">{plan.impactShown}</td>
              <td data-label="Next due">{plan.nextDueOn ? <FullDay on={plan.nextDueOn} /> : 'None'}</td>
            </tr>
          ))}
        </tbody>
    </table>
  );
}

function PlanState({ plan }: { plan: PlanLine }) {
  if (!plan.writtenAt) return <StatusTag state={plan.actions === 0 ? 'not-started' : 'in-progress'}>{plan.actions === 0 ? 'Not started' : 'Being written'}</StatusTag>;
  return plan.open === 0 ? <StatusTag state="done">Closed</StatusTag> : <StatusTag state="in-progress">In delivery</StatusTag>;
}
