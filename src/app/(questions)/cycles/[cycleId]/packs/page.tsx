import { postName } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { loadIssue } from '@/server/questions/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Crumbs } from '@/ui/crumbs';
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
        <table className="dt stackable">
          <thead>
            <tr>
              <th scope="col">Authority</th>
              <th scope="col">Questions</th>
              <th scope="col" className="num">
                Figures
              </th>
              <th scope="col">Self-view</th>
            </tr>
          </thead>
          <tbody>
            {page.packs.map((pack) => (
              <tr key={pack.documentId}>
                <th scope="row">
                  <a href={`/questions/${pack.documentId}`}>{pack.authority}</a>
                </th>
                <td data-label="Questions">{pack.waived ? <StatusTag state="not-needed" /> : <StatusTag state={pack.agreed ? 'done' : 'in-progress'}>{page.issuedAt ? 'Issued' : pack.agreed ? 'Agreed' : 'Not agreed yet'}</StatusTag>}</td>
                <td className="num" data-label="Figures">{pack.figures}</td>
                <td data-label="Self-view">{pack.selfViewAccepted ? 'Accepted' : 'Not accepted yet'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="s">
          <a href={`/cycles/${cycleId}/figures`}>Enter or upload figures</a>
        </p>
      </Sheet>
    </Shell>
  );
}
