import { listCycles, type CycleLine } from '@/server/cycles/load';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
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
          <table className="dt stackable">
            <thead>
              <tr>
                <th scope="col">Cycle</th>
                <th scope="col">Where it stands</th>
                <th scope="col">Day 0</th>
                <th scope="col">Runs</th>
                <th scope="col" className="num">Authorities</th>
                <th scope="col"><span className="vh">Pages</span></th>
              </tr>
            </thead>
            <tbody>
              {cycles.map((cycle) => (
                <tr key={cycle.id}>
                  <th scope="row"><a href={`/cycles/${cycle.id}`}>{cycle.name}</a></th>
                  <td data-label="Where it stands"><Standing cycle={cycle} today={day} /></td>
                  <td data-label="Day 0"><FullDay on={cycle.anchorOn} /></td>
                  <td data-label="Runs"><FullDay on={cycle.startsOn} /> to <FullDay on={cycle.endsOn} /></td>
                  <td data-label="Authorities" className="num">{cycle.authorities}</td>
                  <td className="full">
                    <a href={`/cycles/${cycle.id}/dates`}>Dates<span className="vh"> of {cycle.name}</span></a>
                    {mayOpen && <> · <a href={`/cycles/new?from=${cycle.id}`}>Start another<span className="vh"> from {cycle.name}</span></a></>}
                    {mayClose && !cycle.closedOn && <> · <a href={`/cycles/${cycle.id}/close`}>Close<span className="vh"> {cycle.name}</span></a></>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      )}
      {mayOpen && (
        <p>
          <a href="/advice-before-signature">Advice before signature: what every self-view is asked</a>
        </p>
      )}
    </Shell>
  );
}

function Standing({ cycle, today }: { cycle: CycleLine; today: string }) {
  if (cycle.closedOn) return <StatusTag state="done">Closed</StatusTag>;
  if (cycle.startsOn > today) return <StatusTag state="not-started">Opens later</StatusTag>;
  return cycle.endsOn < today ? <StatusTag state="due">Past its last day</StatusTag> : <StatusTag state="in-progress">Under way</StatusTag>;
}
