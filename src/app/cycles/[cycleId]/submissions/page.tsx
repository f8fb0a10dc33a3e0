import { nameAtStart } from '@/domain/documents/facts';
import { loadSubmissions, type SubmissionLine, type SubmissionState } from '@/server/documents/submissions/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { Moment } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { StatusTag, type State } from '@/ui/status-tag';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string }>;
}

const STATES: Record<SubmissionState, { state: State; words: string }> = {
  waiting: { state: 'due', words: 'Waits for your answer' },
  submitted: { state: 'done', words: 'Submitted' },
  accepted: { state: 'accepted', words: 'Accepted' },
  returned: { state: 'returned', words: 'Returned' },
  'not-submitted': { state: 'not-started', words: 'Not submitted' },
};

export default async function SubmissionsPage({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/submissions`;
  const actor = await requireActor(path);
  const [{ cycle, lines, isAnswered, called }, returned] = await Promise.all([orNotFound(() => loadSubmissions(actor, cycleId)), readFormReturn(actor.personId, (await searchParams).return)]);
  const waiting = lines.filter(({ state }) => state === 'waiting').length;
  const title = !isAnswered ? `Submissions of the ${cycle.name} cycle` : waiting === 0 ? 'No submission waits for you' : waiting === 1 ? 'One submission waits for you' : `${waiting} submissions wait for you`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path} {...(returned ? { returned } : {})}>
      <FormReport {...(returned ? { returned } : {})} heading="It has not been answered" />
      <Crumbs items={[{ label: cycle.name, href: `/cycles/${cycleId}` }, { label: 'Submissions' }]} />
      <PageHead title={title} lead={`${cycle.name} cycle. ${isAnswered ? 'You accept a submission as complete or return it with a reason; you do not judge what it says.' : 'This process ends with the submission; one that is not complete can be returned with a reason.'}`} />
      <Section id="h-all" heading="Every authority" count={lines.length}>
        <DataTable
          caption={`Submissions of the ${cycle.name} cycle`}
          columns={[{ name: 'Authority' }, { name: nameAtStart({ kind: 'self-view', name: called }) }, { name: 'Submitted' }, ...(lines.some(({ memorandum }) => memorandum) ? [{ name: 'Memorandum' }] : [])]}
          rows={lines.map((line) => ({ id: line.selfViewId, cells: cellsOf(line, path) }))}
        />
      </Section>
    </Shell>
  );
}

const MEMORANDUM: Record<NonNullable<SubmissionLine['memorandum']>, string> = { submitted: 'Submitted', accepted: 'Accepted', returned: 'Returned', none: 'Not submitted' };

function cellsOf({ selfViewId, authority, state: at, submittedAt, memorandum }: SubmissionLine, path: string) {
  const { state, words } = STATES[at];
  return [
    at === 'not-submitted' ? authority.name : <a href={`${path}/${selfViewId}`}>{authority.name}</a>,
    <StatusTag key="state" state={state}>{words}</StatusTag>,
    submittedAt ? <Moment at={submittedAt} /> : '–',
    ...(memorandum ? [MEMORANDUM[memorandum]] : []),
  ];
}
