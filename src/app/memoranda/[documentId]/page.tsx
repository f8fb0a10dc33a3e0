import { OFFICE_NAMES, postName } from '@/domain/model';
import { listed } from '@/domain/self-views/completeness';
import { readFormReturn } from '@/server/form-return';
import { loadMemorandum } from '@/server/memoranda/load';
import { requireActor } from '@/server/session';
import { Columns } from '@/ui/columns';
import { CopyLinks } from '@/ui/copy-links';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { DocumentSections } from '@/ui/document-sections';
import { DocumentSignatures } from '@/ui/document-signatures';
import { DocumentTitle } from '@/ui/document-title';
import { FormReport } from '@/ui/form-report';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { SeenBy } from '@/ui/seen-by';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag, type State } from '@/ui/status-tag';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function MemorandumPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/memoranda/${documentId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([
    orNotFound(() => loadMemorandum(actor, documentId, new Date())),
    readFormReturn(actor.personId, (await searchParams).return),
  ]);
  const { doc, place, version, state } = page;
  const authority = place.authority?.name ?? '';
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={page.title} back={path} {...(returned ? { returned } : {})}>
      <FormReport {...(returned ? { returned } : {})} heading="Nothing has been changed" />
      <Crumbs items={[{ label: authority, href: `/authorities/${place.authority?.slug ?? ''}?cycle=${place.cycle.id}` }, { label: 'Memorandum' }]} />
      <PageHead
        title={page.title}
        lead={
          <>
            {place.cycle.name} cycle. {doc.signatories.length > 0 && `To be signed by the ${listed(doc.signatories.map((office) => OFFICE_NAMES[office]))}`}{page.withSelfView && `; it goes to the regional team with the ${page.withSelfView}`}.
            {page.dueOn && (
              <>
                {' '}
                Due <FullDay on={page.dueOn} />.
              </>
            )}
          </>
        }
        aside={<StatusTag state={STATES[state].state}>{state === 'part-signed' ? `${page.signed} of ${doc.signatories.length} signed` : STATES[state].words}</StatusTag>}
      />
      <Columns
        aside={
          <>
            <Slip heading="Signatures" id="h-sigs">
              <DocumentSignatures doc={doc} at={authority} narrow />
              <p>
                <a href={`/documents/${documentId}/ledger`}>The record of its signatures</a>
              </p>
            </Slip>
            {page.signAs && <LinkButton href={`/documents/${documentId}/sign`} icon="signed">Read and sign as {postName(page.signAs)}</LinkButton>}
            {page.mayPut && <LinkButton href={`/documents/${documentId}/sign`}>Put it out for signature</LinkButton>}
            {page.mayRecord && (
              <p>
                <a href={`/documents/${documentId}/paper-signature`}>Record a signature given on paper</a>
              </p>
            )}
            <Slip heading="Versions" id="h-versions">
              <ul className="bare stack-s">
                {page.versions.map(({ id, number }) => (
                  <li key={id}>
                    <a href={`/documents/${documentId}/versions/${number}`}>Version {number}</a>
                  </li>
                ))}
              </ul>
              <p>
                <a href={`/documents/${documentId}/activity`}>What happened with it</a>
              </p>
            </Slip>
            <CopyLinks base={`/documents/${documentId}`} of={`${authority}’s memorandum`} />
            <SeenBy shares={page.shares} names={page.names} />
          </>
        }
      >
        <Sheet as="article">
          <DocumentTitle under={version ? `Version ${version.number}` : 'Not yet put out for signature'}>{page.heading}</DocumentTitle>
          <DocumentSections sections={page.text} />
        </Sheet>
      </Columns>
    </Shell>
  );
}

const STATES: Record<'issued' | 'part-signed' | 'signed' | 'submitted' | 'accepted' | 'returned' | 'not-out', { state: State; words: string }> = {
  issued: { state: 'in-progress', words: 'Out for signature' },
  'part-signed': { state: 'part-signed', words: '' },
  signed: { state: 'signed', words: 'Signed' },
  submitted: { state: 'waiting', words: 'Submitted' },
  accepted: { state: 'accepted', words: 'Accepted' },
  returned: { state: 'returned', words: 'Returned' },
  'not-out': { state: 'not-open', words: 'Not out for signature' },
};
