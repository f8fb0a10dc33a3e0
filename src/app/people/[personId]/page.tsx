import { readFormReturn } from '@/server/form-return';
import { loadMyWork } from '@/server/my-work/load';
import { loadPerson } from '@/server/people/load';
import { requireActor } from '@/server/session';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Slip } from '@/ui/slip';
import { SummaryList } from '@/ui/summary-list';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { HeldPost } from './held-post';

interface Props {
  params: Promise<{ personId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { personId } = await params;
  const actor = await requireActor(`/people/${personId}`);
  const person = await orNotFound(() => loadPerson(actor, personId, new Date()));
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const work = person.isSelf ? (await loadMyWork(actor, new Date())).work : null;
  const due = work ? [...work.late, ...work.week, ...work.later] : [];
  const viewer = viewerOf(actor);
  const isKeeper = viewer.sections?.some((section) => section.href === '/people');
  return (
    <Shell viewer={viewer} current="/people" title={person.name} returned={returned} back={`/people/${person.id}`}>
      <FormReport returned={returned} heading="That cannot be done" />
      {isKeeper && <Crumbs items={[{ label: 'People', href: '/people' }, { label: person.name }]} />}
      <PageHead title={person.name} lead={person.isSelf ? 'Your own page: the posts you hold, who held them before you, and what goes with them.' : undefined} />
      <Columns
        aside={
          <Slip heading="Details" id="h-details">
            <SummaryList
              tight
              items={[
                { term: 'Signs in with', words: person.email },
                ...(person.canCorrect ? [{ term: 'A mistake?', words: <a href={`/people/${person.id}/correct`}>Correct the name or address</a> }] : []),
                ...(isKeeper && !person.isSelf ? [{ term: 'Another post', words: <a href={`/people/appoint?person=${person.id}`}>Appoint {person.name}</a> }] : []),
              ]}
            />
          </Slip>
        }
      >
        <div className="stack-l">
          {person.posts.length === 0 && (
            <Empty fact={`${person.name} holds no post`}>
              Without a post there is nothing to see or do. {isKeeper && <a href={`/people/appoint?person=${person.id}`}>Appoint {person.name}</a>}
            </Empty>
          )}
          {person.posts.map((held) => (
            <HeldPost key={held.appointment.id} held={held} personId={person.id} isSelf={person.isSelf} due={due} />
          ))}
        </div>
      </Columns>
    </Shell>
  );
}
