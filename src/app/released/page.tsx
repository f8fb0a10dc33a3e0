import { loadReleased } from '@/server/releases/load';
import { lastDayOf } from '@/domain/releases';
import { requireActor } from '@/server/session';
import { Empty } from '@/ui/empty';
import { FullDay, Moment } from '@/ui/day';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../or-not-found';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';

export default async function ReleasedPage() {
  const actor = await requireActor('/released');
  const lines = await orNotFound(() => loadReleased(actor, new Date()));
  const title = 'Released to you';
  return (
    <Shell viewer={viewerOf(actor)} current="/released" title={title}>
      <PageHead title={title} lead="What authorities have released to you, for as long as they release it." />
      <Sheet>
        {lines.length === 0 ? (
          <Empty fact="Nothing is released to you now">An authority’s DCS releases its pack for the annual conversation. It will stand here from that moment.</Empty>
        ) : (
          <ul className="bare stack">
            {lines.map(({ id, authority, cycle, why, releasedAt, untilAt }) => (
              <li key={id}>
                <h2>
                  <a href={`/released/${id}`}>
                    {authority}: pack for the annual conversation, {cycle}
                  </a>
                </h2>
                <p>{why}</p>
                <p className="s soft">
                  Released on <Moment at={releasedAt} />
                  {untilAt && (
                    <>
                      , until the end of <FullDay on={lastDayOf(untilAt)} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
        <WhoCanSee>the authority sees each time that you open what it released.</WhoCanSee>
      </Sheet>
    </Shell>
  );
}
