import { isRefusal } from '@/domain/decision';
import { loadRelease } from '@/server/releases/load';
import { openRelease } from '@/server/releases/open-release';
import { NotFound } from '@/server/not-found';
import { lastDayOf } from '@/domain/releases';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { FullDay, Moment } from '@/ui/day';
import { DocumentSections } from '@/ui/document-sections';
import { DocumentTitle } from '@/ui/document-title';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';

export default async function ReleasePage({ params }: { params: Promise<{ releaseId: string }> }) {
  const { releaseId } = await params;
  const path = `/released/${releaseId}`;
  const actor = await requireActor(path);
  const { release, version, why, place, text } = await orNotFound(async () => {
    const at = new Date();
    if (isRefusal(await openRelease(actor, { releaseId }, at))) throw new NotFound();
    return loadRelease(actor, releaseId, at);
  });
  const authority = place.authority?.name ?? '';
  const title = `${authority}: pack for the annual conversation`;
  return (
    <Shell viewer={viewerOf(actor)} current="/released" title={title} back="/released">
      <Crumbs items={[{ label: 'Released to you', href: '/released' }, { label: authority }]} />
      <PageHead
        title={title}
        lead={
          <>
            {place.cycle.name} cycle. {why}. Released on <Moment at={release.releasedAt} />
            {release.untilAt && (
              <>
                , until the end of <FullDay on={lastDayOf(release.untilAt)} />
              </>
            )}
            .
          </>
        }
      />
      <Sheet as="article">
        <DocumentTitle under={`Version ${version.number}`}>{title}</DocumentTitle>
        <DocumentSections sections={text} />
      </Sheet>
      <WhoCanSee>{authority}, and you until the day above. {authority} sees that you have opened it.</WhoCanSee>
    </Shell>
  );
}
