import { readFormReturn } from '@/server/form-return';
import { loadTaskGroups, type GroupLine } from '@/server/task-groups/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { setUp } from './actions';
import { GroupFields } from './group-fields';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function TaskGroups({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/task-groups`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const page = await orNotFound(() => loadTaskGroups(actor, cycleId, new Date()));
  const { cycle, groups } = page;
  const title = `Task and finish groups of ${cycle.name}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="No group was set up" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: cycle.name, href: `/cycles/${cycle.id}` }, { label: 'Task and finish groups' }]} />
      <PageHead title={title} lead="Authorities that work on one thing through the year, each group with one Director as its link." />
      <div className="stack-l">
        {groups.length === 0 ? (
          <Empty fact="No group has been set up">{page.notToSetUp === null ? 'Set the first one up below.' : 'The coordinator sets them up.'}</Empty>
        ) : (
          <Sheet as="div">
            <DataTable
              caption="Groups, with their DCS link and members"
              columns={[{ name: 'Group' }, { name: 'DCS link' }, { name: 'Members', full: true }, { name: 'Where it stands' }]}
              rows={groups.map((line) => ({ id: line.group.id, cells: [<a key="group" href={`${path}/${line.group.id}`}>{line.group.name}</a>, `DCS, ${line.link}`, line.members.join(', '), <Standing key="stands" line={line} />] }))}
            />
          </Sheet>
        )}
        {page.notToSetUp === null && (
          <Sheet id="h-set-up" heading="Set up a group">
            <form action={setUp} className="stack">
              <Hidden name="as" value={actor.as!.id} />
              <Hidden name="cycleId" value={cycle.id} />
              <GroupFields authorities={page.authorities} returned={returned} />
              <Buttons>
                <Button>Set it up as SLI coordinator</Button>
              </Buttons>
            </form>
          </Sheet>
        )}
        <WhoCanSee>{page.readsAll ? 'the regional team, the data group, the Board, and the authorities that are in a group or give it its link.' : 'you see the groups in which your authority is. The regional team, the data group and the Board see all of them.'}</WhoCanSee>
      </div>
    </Shell>
  );
}

function Standing({ line: { group, done, steps } }: { line: GroupLine }) {
  if (group.endedOn) return <><StatusTag state="done">Finished</StatusTag> <FullDay on={group.endedOn} /></>;
  if (steps === 0) return <StatusTag state="in-progress">At work</StatusTag>;
  return <StatusTag state={done === steps ? 'done' : 'in-progress'}>{`${done} of ${steps} steps done`}</StatusTag>;
}
