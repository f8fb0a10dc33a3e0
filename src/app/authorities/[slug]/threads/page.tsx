import { PROGRESS } from '@/domain/self-views/content';
import { THREAD_STATES, type Thread, type ThreadState, type ThreadYear } from '@/domain/self-views/threads';
import { loadThreads, type ThreadsPage } from '@/server/self-views/threads/load';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { InlineMarkdown } from '@/ui/markdown';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { StatusTag, type State } from '@/ui/status-tag';
import { SummaryList } from '@/ui/summary-list';
import { Tag } from '@/ui/tag';
import { Toolbar } from '@/ui/toolbar';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ of?: string; state?: string }>;
}

const STATES: Record<ThreadState, State> = { new: 'not-started', persisting: 'in-progress', 'not-first': 'waiting', resolved: 'accepted', 'no-longer-named': 'not-needed', 'not-said': 'due' };

export default async function ThreadsPageRoute({ params, searchParams }: Props) {
  const { slug } = await params;
  const { of = '', state = '' } = await searchParams;
  const path = `/authorities/${slug}/threads`;
  const actor = await requireActor(path);
  const page = await orNotFound(() => loadThreads(actor, slug, new Date()));
  const { authority, views, threads } = page;
  const title = `${authority.name}: strengths and areas over the years`;
  const shown = threads.filter((thread) => (of === '' || thread.of === of) && (state === '' || thread.state === state));
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path}>
      <Crumbs items={[{ label: 'Authorities', href: '/authorities' }, { label: authority.name, href: `/authorities/${slug}` }, { label: 'Strengths and areas over the years' }]} />
      <PageHead title={title} lead={<Lead page={page} />} />
      <Toolbar action={path}>
        <Select name="of" label="Which" blank="Strengths and areas" options={[{ value: 'strength', label: 'Strengths' }, { value: 'area', label: 'Areas for development' }]} value={of} />
        <Select name="state" label="What became of them" blank="Anything" options={Object.entries(THREAD_STATES).map(([value, label]) => ({ value, label }))} value={state} />
      </Toolbar>
      <div className="stack">
        {shown.length === 0 && (
          <Empty fact={threads.length === 0 ? 'Nothing is named yet' : 'There is none of that kind'}>{threads.length === 0 ? 'Strengths and areas that a self-view names are followed here from year to year.' : <a href={path}>See all {threads.length}</a>}</Empty>
        )}
        {shown.map((thread) => (
          <ThreadSheet key={thread.thread} thread={thread} />
        ))}
        <WhoCanSee>{page.isOwn ? `you see every self-view of ${authority.name}, the one that is being written too. Others see here only what was handed on to them.` : `you see here the self-views that were handed on to you, as they were then: ${views.map(({ cycle }) => cycle).join(', ')}.`}</WhoCanSee>
      </div>
    </Shell>
  );
}

function Lead({ page: { threads, views } }: { page: ThreadsPage }) {
  const years = views.map(({ cycle, draft }) => (draft ? `${cycle} (as it is written now)` : cycle)).join(', ');
  return (
    <>
      {threads.length} in {views.length === 1 ? 'one self-view' : `${views.length} self-views`}: {years}.
    </>
  );
}

function ThreadSheet({ thread: { thread, of, text, state, named, years } }: { thread: Thread }) {
  return (
    <Sheet as="article" id={`thread-${thread}`} heading={plain(text)}>
      <p>
        <StatusTag state={STATES[state]}>{state === 'resolved' && of === 'strength' ? 'No longer a strength' : THREAD_STATES[state]}</StatusTag> <Tag>{of === 'strength' ? 'Strength' : 'Area for development'}</Tag> <span className="s soft">{named === 1 ? 'Named once' : `Named in ${named} self-views`}</span>
      </p>
      <SummaryList items={years.toReversed().map((year) => ({ term: <a href={`/self-views/${year.documentId}/read${year.named ? `#${year.named.sectionKey}` : ''}`}>{year.cycle}<span className="vh">: self-view</span></a>, words: <Year year={year} of={of} /> }))} />
    </Sheet>
  );
}

function Year({ year: { named, said, progress, actions }, of }: { year: ThreadYear; of: Thread['of'] }) {
  return (
    <div className="stack-s">
      {named ? (
        <p className="doc">
          <InlineMarkdown text={named.text} /> {named.tag && <Tag>{named.tag}</Tag>} <span className="s soft">{named.of !== of ? (named.of === 'strength' ? 'Strength, ' : 'Area for development, ') : ''}{named.section}</span>
        </p>
      ) : (
        <p className="soft">{said ? `${said.state === 'resolved' ? (of === 'strength' ? 'No longer a strength.' : 'Resolved.') : said.state === 'continuing' ? 'It goes on, but is not among the first.' : ''} ${said.words}`.trim() : 'Not named.'}</p>
      )}
      {progress.map((row) => (
        <div key={row.id} className="s">
          <p>
            <b>Progress{row.status && `: ${PROGRESS[row.status].toLowerCase()}`}</b> {row.impact}
          </p>
          {row.evidence && <p>How it is known: {row.evidence}</p>}
          {row.next && <p>Next: {row.next}</p>}
        </div>
      ))}
      {actions.map(({ id, documentId, action, dueOn, standing }) => (
        <p key={id} className="s">
          <b>Action:</b> <a href={`/action-plans/${documentId}/actions/${id}`}>{action}</a>, {standing}; by <FullDay on={dueOn} />
        </p>
      ))}
    </div>
  );
}

/** A heading holds no marks of Markdown. */
const plain = (text: string) => text.replaceAll(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1');
