import { headingOf, summaryOf, type MyWork } from '@/domain/tasks';
import { loadMyWork, type MyWorkPage } from '@/server/my-work/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Columns } from '@/ui/columns';
import { FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { EventList } from '@/ui/event-list';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Slip } from '@/ui/slip';
import { TaskList } from '@/ui/task-list';
import { TaskRow } from '@/ui/task-row';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';
import { JourneySlip } from './journey-slip';
import { taskRow } from './task-view';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function MyWorkPage({ searchParams }: Props) {
  const actor = await requireActor('/my-work');
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const page = await loadMyWork(actor, new Date());
  const { work, today } = page;
  const severalPosts = actor.posts.length > 1;
  const isNobody = actor.posts.length === 0;
  const title = isNobody ? 'You hold no post now' : headingOf(work);
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} returned={returned}>
      <FormReport returned={returned} heading="That could not be done" />
      <PageHead big title={title} lead={<><FullDay on={today} />. {summaryOf(work)}</>} />
      <Columns aside={<Margin page={page} />}>
        {isNobody ? (
          <Empty fact="There is nothing to do without a post">
            Tasks belong to posts, and you hold none today. Your region’s coordinator appoints people to posts. <a href="/help">How posts work</a>
          </Empty>
        ) : (
          <Bands work={work} page={page} severalPosts={severalPosts} />
        )}
        <Lately page={page} />
      </Columns>
    </Shell>
  );
}

function Bands({ work, page, severalPosts }: { work: MyWork; page: MyWorkPage; severalPosts: boolean }) {
  const due = [
    { id: 'h-late', heading: 'Late', tasks: work.late },
    { id: 'h-week', heading: 'This week', tasks: work.week },
    { id: 'h-later', heading: 'Later', tasks: work.later },
  ].filter(({ tasks }) => tasks.length > 0);
  const first = due[0]?.tasks[0]?.key;
  const severalCycles = page.cycles.length > 1;
  return (
    <>
      {due.length === 0 && (
        <Empty fact="Nothing is due from you now">
          {page.cycles.length > 0 ? (
            <>
              What comes next in {page.cycles.length === 1 ? `the ${page.cycles[0]!.name} cycle` : 'each cycle'} stands beside this. <a href="/cycle">See the cycle</a>
            </>
          ) : (
            'No cycle is under way that needs one of your posts.'
          )}
        </Empty>
      )}
      {due.map(({ id, heading, tasks }) => (
        <Section key={id} id={id} heading={heading} count={tasks.length}>
          <TaskList>
            {tasks.map((task) => (
              <TaskRow key={task.key} {...taskRow(task, { post: severalPosts, cycle: severalCycles }, page.today)} form={task.key === first ? 'filled' : heading === 'Later' ? 'link' : 'outlined'} />
            ))}
          </TaskList>
        </Section>
      ))}
      {work.waiting.length > 0 && (
        <Section id="h-wait" heading="With someone else" count="Nothing for you to do">
          <TaskList>
            {work.waiting.map((task) => (
              <TaskRow key={task.key} {...taskRow(task, { post: false, cycle: severalCycles }, page.today)} quiet />
            ))}
          </TaskList>
        </Section>
      )}
    </>
  );
}

function Lately({ page: { lately } }: { page: MyWorkPage }) {
  if (lately.length === 0) return null;
  return (
    <Section id="h-lately" heading="Done by you lately">
      <EventList named items={lately} />
    </Section>
  );
}

function Margin({ page: { cycles, news } }: { page: MyWorkPage }) {
  return (
    <>
      {cycles.map(({ id, journey }) => journey && <JourneySlip key={id} id={`h-cyc-${id}`} brief={cycles.length > 1} {...journey} />)}
      <Slip heading="What happened lately" id="h-new">
        {news.length === 0 ? (
          <p className="s soft">Nothing yet that you may read of.</p>
        ) : (
          <EventList named items={news} />
        )}
      </Slip>
    </>
  );
}
