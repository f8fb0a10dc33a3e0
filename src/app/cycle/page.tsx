import { redirect } from 'next/navigation';
import { boardPost } from '@/domain/board-post';
import { authorityHome } from '@/domain/home';
import { loadTheCycleId } from '@/server/board/load';
import { requireActor } from '@/server/session';
import { Empty } from '@/ui/empty';
import { PageHead } from '@/ui/page-head';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';

/** For those who read boards the board of the one cycle under way, or the list of several; their own authority's page for everyone else. */
export default async function CyclePage() {
  const actor = await requireActor('/cycle');
  if (boardPost(actor)) {
    const cycleId = await loadTheCycleId(actor, new Date());
    redirect(cycleId ? `/cycles/${cycleId}` : '/cycles');
  }
  const home = authorityHome(actor, null);
  if (home) redirect(home);
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title="Cycle">
      <PageHead title="Cycle" />
      <Empty fact="None of your posts has a part in a cycle">
        What is released to you stands under <a href="/released">Released</a>. Your tasks are in <a href="/my-work">My work</a>.
      </Empty>
    </Shell>
  );
}
