import { loadActivity } from '@/server/documents/activity/load';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { PageHead } from '@/ui/page-head';
import { Pagination } from '@/ui/pagination';
import { Sheet } from '@/ui/sheet';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ page?: string }>;
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/documents/${documentId}/activity`;
  const actor = await requireActor(path);
  const number = Math.max(1, Math.min(10_000, Number((await searchParams).page) || 1));
  const page = await orNotFound(() => loadActivity(actor, documentId, Math.floor(number), new Date()));
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={`${page.title}: what happened`} back={path}>
      <Crumbs items={[{ label: page.title, href: `/documents/${documentId}` }, { label: 'What happened' }]} />
      <PageHead title={`What happened with ${page.title}`} lead={page.own ? 'Newest first. What happens inside your side is shown to your side alone.' : 'Newest first.'} />
      <Sheet>
        {page.happenings.length === 0 ? (
          <Empty fact="Nothing yet">What is done with it will stand here, with the post and the time.</Empty>
        ) : (
          <ol className="bare stack">
            {page.happenings.map(({ id, at, says, by }) => (
              <li key={id}>
                <p>{says}</p>
                <p className="s soft">
                  <Moment at={at} />
                  {by && ` · ${by.post || 'No post'}, ${by.person}`}
                </p>
              </li>
            ))}
          </ol>
        )}
        {page.pages > 1 && <Pagination page={page.page} pages={page.pages} href={(to) => `${path}?page=${to}`} />}
      </Sheet>
    </Shell>
  );
}
