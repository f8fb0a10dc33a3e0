import { redirect } from 'next/navigation';
import { postName } from '@/domain/model';
import { loadNewPack } from '@/server/annual-conversations/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { SummaryList } from '@/ui/summary-list';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { compile } from '../actions';

interface Props {
  searchParams: Promise<{ cycle?: string; authority?: string; return?: string }>;
}

export default async function NewPackPage({ searchParams }: Props) {
  const { cycle = '', authority: slug = '', return: back } = await searchParams;
  const path = `/annual-conversations/new?cycle=${encodeURIComponent(cycle)}&authority=${encodeURIComponent(slug)}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadNewPack(actor, { cycleId: cycle, slug }, new Date())), readFormReturn(actor.personId, back)]);
  if (page.existingId) redirect(`/annual-conversations/${page.existingId}`);
  const { madeOf, capacity, refusal, of, place } = page;
  const authority = place.authority?.name ?? '';
  const title = 'Put the pack for the annual conversation together';
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} {...(returned ? { returned } : {})}>
      <FormReport {...(returned ? { returned } : {})} heading="The pack has not been put together" />
      <Crumbs items={[{ label: authority, href: `/authorities/${slug}?cycle=${of.cycleId}` }, { label: 'Annual conversation' }]} />
      <PageHead title={title} lead={`${authority}, ${place.cycle.name} cycle. It holds what was signed and agreed, word for word, for the annual conversation with Ofsted.`} />
      <Sheet heading="What it is made of" id="h-made">
        <SummaryList
          items={[
            { term: 'Self-view', words: madeOf.selfView ? <a href={`/documents/${madeOf.selfViewId}/versions/${madeOf.selfView.number}`}>Version {madeOf.selfView.number}, signed</a> : 'Not signed yet' },
            { term: 'Forum notes', words: madeOf.notes && madeOf.notesId ? <a href={`/documents/${madeOf.notesId}/versions/${madeOf.notes.number}`}>Version {madeOf.notes.number}, agreed</a> : 'Not agreed yet' },
            { term: 'Actions', words: 'As they stand on the day' },
          ]}
        />
        <WhoCanSee>{authority} alone, until its DCS releases it to Ofsted.</WhoCanSee>
        {refusal ? (
          <Refusal>{refusal.because}</Refusal>
        ) : (
          <form action={compile}>
            <Hidden name="as" value={capacity.id} />
            <Hidden name="cycleId" value={of.cycleId} />
            <Hidden name="authorityId" value={of.authorityId} />
            <Hidden name="slug" value={slug} />
            <div className="btns">
              <Button>Put it together as {postName(capacity)}</Button>
            </div>
          </form>
        )}
      </Sheet>
    </Shell>
  );
}
