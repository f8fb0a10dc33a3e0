import type { FormReturn } from '@/domain/form';
import { OFFICE_NAMES, postName } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { loadPaper, type PaperPage } from '@/server/regional-papers/load';
import { requireActor } from '@/server/session';
import { loadConfirming } from '@/server/sign-in/load';
import { Columns } from '@/ui/columns';
import { CopyLinks } from '@/ui/copy-links';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { DocumentSections } from '@/ui/document-sections';
import { DocumentTitle } from '@/ui/document-title';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { SeenBy } from '@/ui/seen-by';
import { Sheet } from '@/ui/sheet';
import { SignatureBlocks } from '@/ui/signature-blocks';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';
import type { Confirming } from '../../../../confirm-first';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { PutToBoard } from './put-to-board';
import { SignOff } from './sign-off';
import { WritePaper } from './write-paper';

interface Props {
  params: Promise<{ cycleId: string; documentId: string }>;
  searchParams: Promise<{ return?: string; write?: string }>;
}

export default async function PaperPageOfCycle({ params, searchParams }: Props) {
  const { cycleId, documentId } = await params;
  const { return: back, write } = await searchParams;
  const path = `/cycles/${cycleId}/papers/${documentId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadPaper(actor, { cycleId, paperId: documentId }, new Date())), readFormReturn(actor.personId, back)]);
  const form = returned ? { returned } : {};
  const confirm = page.chair && page.confirmFirst ? { confirming: { name: actor.name, ...(await loadConfirming(actor.personId)) }, kept: back } : null;
  const writing = page.writer && (page.state === 'writing' || write === 'yes');
  const title = page.chair ? `Read and sign off ${lower(page.title)}` : page.title;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path} {...form}>
      <FormReport {...form} heading="It has not been done" />
      <Crumbs items={[{ label: 'Cycle', href: `/cycles/${cycleId}` }, { label: page.title }]} />
      <PageHead title={title} lead={`${page.place.cycle.name} cycle. The regional team writes it; the Board’s chair signs it off.`} aside={<State page={page} />} />
      {page.returned && page.writer && (
        <Refusal heading="The Board returned it">
          <span className="pre">{page.returned.reason}</span>
        </Refusal>
      )}
      <Columns kind={page.chair ? 'signing' : 'margin'} aside={<Aside page={page} path={path} confirm={confirm} {...form} />}>
        {writing ? (
          <WritePaper page={page} personId={actor.personId} {...form} />
        ) : (
          <Sheet as="article">
            <DocumentTitle under={page.version ? `Version ${page.version.number}` : undefined}>{page.title}</DocumentTitle>
            <DocumentSections sections={page.text} />
          </Sheet>
        )}
      </Columns>
    </Shell>
  );
}

const lower = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);

function State({ page: { state, signedOff } }: { page: PaperPage }) {
  if (state === 'signed-off' && signedOff) return <StatusTag state="signed">Signed off</StatusTag>;
  return state === 'with-board' ? <StatusTag state="waiting">Waiting: with the Board chair</StatusTag> : <StatusTag state="in-progress">Being written</StatusTag>;
}

function Aside({ page, path, confirm, returned }: { page: PaperPage; path: string; confirm: { confirming: Confirming; kept: string | undefined } | null; returned?: FormReturn }) {
  const { place, signedOff, versions, doc, writer, state } = page;
  return (
    <div className="stack">
      {page.chair && <SignOff page={page} as={page.chair} confirm={confirm} {...(returned ? { returned } : {})} />}
      {signedOff && (
        <Slip heading="Signed off" id="h-signed">
          <SignatureBlocks narrow items={[{ post: `${signedOff.acting ? 'Acting ' : ''}${OFFICE_NAMES[signedOff.office]}, ${place.region.name}`, state: 'signed', name: signedOff.personName, at: signedOff.signedAt }]} />
        </Slip>
      )}
      {writer && state === 'writing' && <PutToBoard page={page} as={writer} />}
      {writer && state !== 'writing' && (
        <p>
          <a href={`${path}?write=yes`}>Change it</a> <span className="s soft">It then comes back from the Board and is put to them again. You write as {postName(writer)}.</span>
        </p>
      )}
      {doc.signatures.length > 0 && (
        <p className="s">
          <a href={`/documents/${doc.id}/ledger`}>The record of its signatures</a>
        </p>
      )}
      {versions.length > 0 && (
        <Slip heading="Versions" id="h-versions">
          <ul className="bare stack-s">
            {versions.toReversed().map(({ id, number, createdAt }) => (
              <li key={id}>
                <a href={`/documents/${doc.id}/versions/${number}`}>Version {number}</a>{' '}
                <span className="xs soft">
                  <Moment at={createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </Slip>
      )}
      <CopyLinks base={`/documents/${page.doc.id}`} of={page.title} />
      <SeenBy shares={page.shares} names={page.names} not="The Board sees it from when it is put to them, and only that text." />
    </div>
  );
}
