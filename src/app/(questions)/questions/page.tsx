import { listReadings } from '@/server/questions/load';
import { requireActor } from '@/server/session';
import { DataTable } from '@/ui/data-table';
import { Empty } from '@/ui/empty';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { StatusTag, type State } from '@/ui/status-tag';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';

const STATE: Record<'not-started' | 'drafting' | 'agreed' | 'issued', { state: State; words: string }> = {
  'not-started': { state: 'not-started', words: 'Not started' },
  drafting: { state: 'in-progress', words: 'Being drafted' },
  agreed: { state: 'done', words: 'Agreed' },
  issued: { state: 'done', words: 'Issued' },
};

export default async function Questions({ searchParams }: { searchParams: Promise<{ cycle?: string }> }) {
  const actor = await requireActor('/questions');
  const { cycle } = await searchParams;
  const page = await listReadings(actor, cycle ?? null, new Date());
  const readings = page?.readings ?? [];
  const agreed = readings.filter(({ state }) => state === 'agreed' || state === 'issued').length;
  return (
    <Shell viewer={viewerOf(actor)} current="/questions" title="Headlines and questions">
      <PageHead
        title="Headlines and questions"
        lead={page ? `${page.cycle.name} cycle. ${agreed} of ${readings.length} agreed.` : 'No cycle under way asks for headlines and questions.'}
        aside={
          page && actor.posts.some((post) => post.office === 'sli-coordinator') ? (
            <div className="btns">
              <LinkButton href={`/cycles/${page.cycle.id}/packs`}>{page.cycle.packsIssuedAt ? 'See the packs' : 'See and issue the packs'}</LinkButton>
              <LinkButton kind="second" href={`/cycles/${page.cycle.id}/enquiries`}>
                Ofsted’s lines of enquiry
              </LinkButton>
            </div>
          ) : undefined
        }
      />
      {readings.length === 0 ? (
        <Empty fact="Nothing to read yet">Each authority’s questions are drafted here when a cycle is open. The data group and the regional team see them before they are issued.</Empty>
      ) : (
        [...new Set(readings.map((reading) => reading.group))].map((group) => (
          <Sheet key={group} id={`group-${group.replaceAll(' ', '-')}`} heading={`${group} group`}>
            <DataTable
              columns={[
                { name: 'Authority' },
                { name: 'State' },
                { name: 'Self-view' },
                { name: 'Headline', full: true },
                { name: 'Focus' },
                { name: 'Questions', num: true },
                { name: 'Ofsted’s lines', num: true },
              ]}
              rows={readings
                .filter((reading) => reading.group === group)
                .map((reading) => ({
                  id: reading.id,
                  cells: [
                    <a key="reading" href={`/${page?.atDesk ? 'questions' : 'packs'}/${reading.id}`}>{reading.authority}</a>,
                    <StatusTag key="state" state={STATE[reading.state].state}>{STATE[reading.state].words}</StatusTag>,
                    reading.selfViewAccepted ? 'Accepted' : 'Not here yet',
                    reading.headline || <span className="soft">None yet</span>,
                    reading.focus || <span className="soft">None yet</span>,
                    reading.questions,
                    reading.enquiries,
                  ],
                }))}
            />
          </Sheet>
        ))
      )}
      {page && page.others.length > 0 && (
        <nav className="s" aria-label="Other cycles">
          Questions of other cycles under way:{' '}
          {page.others.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={`/questions?cycle=${id}`}>{name}</a>
            </span>
          ))}
        </nav>
      )}
    </Shell>
  );
}
