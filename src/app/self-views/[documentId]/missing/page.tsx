import { nameAtStart, nameOf } from '@/domain/documents/facts';
import { countedByKind, TO_DO_KINDS, type ToDo, type ToDoKind } from '@/domain/self-views/to-dos';
import { listed } from '@/domain/self-views/completeness';
import { loadMissing, type MissingPage } from '@/server/self-views/missing/load';
import type { SectionLine } from '@/server/self-views/lines/load';
import { requireActor } from '@/server/session';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag, type State } from '@/ui/status-tag';
import { Toolbar } from '@/ui/toolbar';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ what?: string; by?: string }>;
}

const STATES: Record<ToDoKind, State> = {
  overdue: 'late',
  'child-data': 'late',
  beside: 'due',
  empty: 'not-started',
  missing: 'in-progress',
  evidence: 'in-progress',
  short: 'in-progress',
  'over-limit': 'due',
  comments: 'comments',
  'not-ready': 'waiting',
};

export default async function MissingPageRoute({ params, searchParams }: Props) {
  const { documentId } = await params;
  const { what = '', by = '' } = await searchParams;
  const path = `/self-views/${documentId}/missing`;
  const actor = await requireActor(path);
  const page = await orNotFound(() => loadMissing(actor, documentId, new Date()));
  const title = `What is missing in ${page.authority}’s ${nameOf(page.doc)} ${page.cycle}`;
  const theirs = page.sections.filter(({ writers }) => by === '' || (by === 'nobody' ? writers.length === 0 : writers.some(({ postId }) => postId === by)));
  const ofTheirs = page.toDos.filter(({ sectionKey }) => theirs.some(({ key }) => key === sectionKey));
  const shown = ofTheirs.filter(({ kind }) => what === '' || kind === what);
  const whole = theirs.filter(({ key }) => !ofTheirs.some(({ sectionKey }) => sectionKey === key));
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path}>
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: `${nameAtStart(page.doc)} ${page.cycle}`, href: `/self-views/${documentId}` }, { label: 'What is missing' }]} />
      <PageHead title={title} lead={<Lead page={page} />} />
      <div className="stack">
        <Chosen page={page} path={path} what={what} by={by} />
        <Columns aside={<Margin page={page} path={path} by={by} list={ofTheirs} />}>
          {shown.length === 0 && <Empty fact={page.toDos.length === 0 ? 'Nothing is missing' : 'Nothing of that kind is missing'}>{page.toDos.length === 0 ? <a href={`/documents/${documentId}/sign`}>Read it and put it out for signature</a> : <a href={path}>See everything that is missing</a>}</Empty>}
          {theirs.map((section) => (
            <SectionToDos key={section.key} section={section} list={shown.filter(({ sectionKey }) => sectionKey === section.key)} path={`/self-views/${documentId}`} />
          ))}
          {what === '' && whole.length > 0 && (
            <p>
              <StatusTag state="done">Nothing is missing</StatusTag> in {listed(whole.map(({ title: name }) => name))}.
            </p>
          )}
          <WhoCanSee>people who hold a post at {page.authority}. The region and the challengers never see it.</WhoCanSee>
        </Columns>
      </div>
    </Shell>
  );
}

function Lead({ page: { toDos, sections, due, closed } }: { page: MissingPage }) {
  const lacking = new Set(toDos.map(({ sectionKey }) => sectionKey)).size;
  return (
    <>
      {closed ? `${closed.because} ` : ''}
      {toDos.length === 1 ? 'One thing' : `${toDos.length} things`} in {lacking} of {sections.length} sections.
      {due && !closed && (
        <>
          {' '}
          {due.act}: by <FullDay on={due.dueOn} />.
        </>
      )}{' '}
      It advises and stops nobody.
    </>
  );
}

function Chosen({ page, path, what, by }: { page: MissingPage; path: string; what: string; by: string }) {
  const writers = new Map(page.sections.flatMap((section) => section.writers.map(({ postId, post, mine }) => [postId, mine ? `${post} (you)` : post] as const)));
  return (
    <Toolbar action={path}>
      <Select name="what" label="What" blank="Everything" options={Object.entries(TO_DO_KINDS).map(([value, label]) => ({ value, label }))} value={what} />
      <Select name="by" label="Given to" blank="Everyone" options={[...[...writers].map(([value, label]) => ({ value, label })), { value: 'nobody', label: 'Nobody yet' }]} value={by} />
    </Toolbar>
  );
}

function SectionToDos({ section: { key, ordinal, title, writers }, list, path }: { section: SectionLine; list: readonly ToDo[]; path: string }) {
  if (list.length === 0) return null;
  return (
    <Sheet heading={`${ordinal} ${title}`} id={`h-${key}`}>
      {writers.length > 0 && <p className="s soft">Given to {listed(writers.map(({ post }) => post))}.</p>}
      <ul className="bare stack-s">
        {list.map(({ kind, fieldKey, words }) => (
          <li key={`${kind} ${fieldKey} ${words}`}>
            <StatusTag state={STATES[kind]}>{TO_DO_KINDS[kind]}</StatusTag>{' '}
            <a href={hrefOf(path, key, kind, fieldKey)}>
              {words}
              <span className="vh">: {title}</span>
            </a>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function hrefOf(path: string, key: string, kind: ToDoKind, fieldKey: string | null): string {
  const section = `${path}/sections/${key}`;
  if (kind === 'overdue') return `${path}#h-give`;
  if (kind === 'child-data') return `${path}/x-ray#h-child`;
  if (kind === 'comments') return `${path}/read#${key}`;
  return fieldKey ? `${section}#${fieldKey}` : section;
}

function Margin({ page, path, by, list }: { page: MissingPage; path: string; by: string; list: readonly ToDo[] }) {
  const ready = page.sections.filter((section) => section.ready).length;
  return (
    <>
      <Slip heading="By kind" id="h-kinds">
        <ul className="bare stack-s">
          {countedByKind(list).map(({ kind, name, count }) => (
            <li key={kind}>
              <a href={`${path}?what=${kind}${by ? `&by=${encodeURIComponent(by)}` : ''}`}>{name}</a>: {count}
            </li>
          ))}
        </ul>
        <p className="s soft">
          {ready} of {page.sections.length} sections are marked ready for review.
        </p>
      </Slip>
      <p className="s">
        <a href={`/self-views/${page.doc.id}/x-ray`}>X-ray: what a reader would ask</a>
      </p>
    </>
  );
}
