import { redirect } from 'next/navigation';
import { authorityHome } from '@/domain/home';
import { boardPost, loadCurrentCycleId } from '@/server/board/load';
import { requireActor } from '@/server/session';
import { Empty } from '@/ui/empty';
import { PageHead } from '@/ui/page-head';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';

/** The board of the cycle under way for those who read boards; their own authority's page for everyone else. */
export default async function CyclePage() {
  const actor = await requireActor('/cycle');
  const readsBoard = boardPost(actor);
  if (!readsBoard) {
    const home = authorityHome(actor, null);
    if (home) redirect(home);
  }
  const cycleId = readsBoard ? await loadCurrentCycleId(actor) : null;
  if (cycleId) redirect(`/cycles/${cycleId}`);
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title="Cycle">
      <PageHead title="Cycle" />
      {readsBoard ? (
        <Empty fact="No cycle has been opened yet">
          The coordinator opens one from the region’s process. <a href="/cycles">See the cycles</a>
        </Empty>
      ) : (
        <Empty fact="None of your posts has a part in a cycle">
          What is released to you stands under <a href="/released">Released</a>. Your tasks are in <a href="/my-work">My work</a>.
        </Empty>
      )}
    </Shell>
  );
}
