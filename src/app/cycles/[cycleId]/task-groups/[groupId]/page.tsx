import { documentPage } from '@/domain/step-address';
import { readFormReturn } from '@/server/form-return';
import { loadTaskGroup, type TaskGroupPage } from '@/server/task-groups/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';
import { SummaryList } from '@/ui/summary-list';
import { Timeline } from '@/ui/timeline';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { change, finish } from '../actions';
import { GroupFields } from '../group-fields';

interface Props {
  params: Promise<{ cycleId: string; groupId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function TaskGroup({ params, searchParams }: Props) {
  const asked = await params;
  const path = `/cycles/${asked.cycleId}/task-groups/${asked.groupId}`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const page = await orNotFound(() => loadTaskGroup(actor, asked, new Date()));
  const { cycle, group, mayChange } = page;
  const hidden = (
    <>
      <Hidden name="as" value={actor.as?.id ?? ''} />
      <Hidden name="cycleId" value={cycle.id} />
      <Hidden name="groupId" value={group.id} />
    </>
  );
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={group.name} returned={returned} back={path}>
      <FormReport returned={returned} heading="Nothing was changed" />
      <Crumbs items={[{ label: cycle.name, href: `/cycles/${cycle.id}` }, { label: 'Task and finish groups', href: `/cycles/${cycle.id}/task-groups` }, { label: group.name }]} />
      <PageHead title={group.name} lead={group.endedOn ? <>A task and finish group of {cycle.name}. It finished on <FullDay on={group.endedOn} />.</> : `A task and finish group of ${cycle.name}.`} />
      <Columns aside={<About page={page} />}>
        <Sheet id="h-purpose" heading="What it is for">
          <p className="doc whitespace-pre-line">{group.purpose}</p>
        </Sheet>
        {page.steps.length > 0 && (
          <Sheet id="h-steps" heading="Its steps">
            <Timeline items={page.steps.map(({ id, name, state, on, words, href }) => ({ id, what: name, state, href: href ?? undefined, when: (words || on) && <>{words} {on && <FullDay on={on} />}</> }))} />
          </Sheet>
        )}
        <Papers page={page} />
        {mayChange && (
          <Sheet id="h-change" heading="Change it">
            <form action={change} className="stack">
              {hidden}
              <p className="s">Whoever leaves no longer sees the group’s papers. Those concerned are told once.</p>
              <GroupFields authorities={page.authorities} group={group} returned={returned} />
              <Buttons>
                <Button>{`Change “${group.name}”`}</Button>
              </Buttons>
            </form>
          </Sheet>
        )}
        {mayChange && (
          <Sheet id="h-finish" heading="Has it finished?">
            <form action={finish} className="stack">
              {hidden}
              <p className="s">Its steps are asked for no longer, and no step waits for them. What it wrote stays where it was shared.</p>
              <Button kind="second">{`“${group.name}” has finished`}</Button>
            </form>
          </Sheet>
        )}
        <WhoCanSee>the members, the authority of the DCS link, the regional team, the data group and the Board. Each paper says by itself who can see it.</WhoCanSee>
      </Columns>
    </Shell>
  );
}

function About({ page: { link, adLead, members } }: { page: TaskGroupPage }) {
  return (
    <Slip id="h-group" heading="Who is in it">
      <SummaryList tight items={[{ term: 'DCS link', words: `DCS, ${link}` }, ...(adLead ? [{ term: 'Leads with them', words: `Assistant Director, ${adLead}` }] : []), { term: members.length === 1 ? 'Member' : 'Members', words: members.join(', ') }]} />
    </Slip>
  );
}

function Papers({ page: { papers } }: { page: TaskGroupPage }) {
  if (papers.length === 0) return null;
  return (
    <Section id="h-papers" heading="Its papers" count={papers.length}>
      <ul className="tasks">
        {papers.map(({ id, name, begun }) => (
          <li className="task" key={id}>
            <div>
              <h3>
                <a href={documentPage('paper', id)}>{capital(name)}</a>
              </h3>
            </div>
            <div className="when">
              <StatusTag state={begun ? 'in-progress' : 'not-started'} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
