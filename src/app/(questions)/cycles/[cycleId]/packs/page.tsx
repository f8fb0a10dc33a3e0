import { postName } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { loadIssue } from '@/server/questions/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { FullDay, Moment } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { issue } from '../actions';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function Packs({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/packs`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadIssue(actor, cycleId)), readFormReturn(actor.personId, (await searchParams).return)]);
  const wanted = page.packs.filter((pack) => !pack.waived);
  const ready = wanted.filter((pack) => pack.agreed).length;
  return (
    <Shell viewer={viewerOf(actor)} current="/questions" title="Issue the packs" back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="The packs cannot be issued yet" />}
      <Crumbs items={[{ label: 'Questions', href: '/questions' }, { label: `Packs, ${page.name}` }]} />
      <PageHead
        title={page.issuedAt ? 'The packs are issued' : `${ready} of ${wanted.length} packs are ready`}
        lead={page.issuedAt ? <>Since <Moment at={page.issuedAt} />.</> : <>All go out at one moment, at the meeting on <FullDay on={page.anchorOn} />.</>}
      />
      {!page.issuedAt && page.may && ready === wanted.length && (
        <form action={issue} className="slip stack">
          <Hidden name="as" value={page.may.id} />
          <Hidden name="cycleId" value={cycleId} />
          <Checkbox name="sure" label={`Issue ${wanted.length} packs now. Each authority, its challengers and its group lead can read its own from this moment; it cannot be undone.`} {...(returned ? { returned } : {})} />
          <Button>Issue all packs as {postName(page.may)}</Button>
        </form>
      )}
      <Sheet id="packs" heading="Pack by pack">
        <DataTable
          columns={[{ name: 'Authority' }, { name: 'Questions' }, { name: 'Figures', num: true }, { name: 'Self-view' }]}
          rows={page.packs.map((pack) => ({
            id: pack.documentId,
            cells: [
              <a key="pack" href={`/questions/${pack.documentId}`}>{pack.authority}</a>,
              pack.waived ? <StatusTag state="not-needed" /> : <StatusTag state={pack.agreed ? 'done' : 'in-progress'}>{page.issuedAt ? 'Issued' : pack.agreed ? 'Agreed' : 'Not agreed yet'}</StatusTag>,
              pack.figures,
              pack.selfViewAccepted ? 'Accepted' : 'Not accepted yet',
            ],
          }))}
        />
        <p className="s">
          <a href={`/cycles/${cycleId}/figures`}>Enter or upload figures</a>
        </p>
      </Sheet>
    </Shell>
  );
}
