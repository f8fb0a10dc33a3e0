import { loadPack } from '@/server/annual-conversations/load';
import { readFormReturn } from '@/server/form-return';
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
import { SeenBy } from '@/ui/seen-by';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { CompileAgain } from './compile-again';
import { ConversationNotes } from './conversation-notes';
import { ReleaseForm } from './release-form';
import { Releases } from './releases';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function AnnualConversationPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/annual-conversations/${documentId}`;
  const actor = await requireActor(path);
  const kept = (await searchParams).return;
  const [page, returned] = await Promise.all([orNotFound(() => loadPack(actor, documentId, new Date())), readFormReturn(actor.personId, kept)]);
  const confirm = page.release && page.confirmFirst ? { confirming: { name: actor.name, ...(await loadConfirming(actor.personId)) }, kept } : null;
  const { place, version, compiledAt } = page;
  const authority = place.authority?.name ?? '';
  const back = returned ? { returned } : {};
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={page.title} back={path} {...back}>
      <FormReport {...back} heading="Nothing has been released or changed" />
      <Crumbs items={[{ label: authority, href: `/authorities/${place.authority?.slug ?? ''}?cycle=${place.cycle.id}` }, { label: 'Annual conversation' }]} />
      <PageHead
        title={page.title}
        lead={
          <>
            {place.cycle.name} cycle. Version {version?.number}
            {compiledAt && (
              <>
                , put together on <Moment at={compiledAt} />
              </>
            )}
            .
          </>
        }
        aside={page.isReleasedNow ? <StatusTag state="released">Released to Ofsted</StatusTag> : <StatusTag state="locked">Not released</StatusTag>}
      />
      <Columns
        kind="signing"
        aside={
          <div className="stack">
            {page.changedSince && <CompileAgain page={page} />}
            <ReleaseForm page={page} confirm={confirm} {...back} />
            <Releases page={page} />
            {page.wasReleased && page.compile && <ConversationNotes page={page} {...back} />}
            <CopyLinks base={`/documents/${documentId}`} of={`${authority}’s pack`} />
            <SeenBy shares={page.shares} names={page.names} not={page.shares.length > 1 ? 'Ofsted reads the released version and nothing else.' : 'Nobody else can open it, the regional team included.'} />
            <p className="s">
              <a href={`/documents/${documentId}/activity`}>What happened with it</a>
            </p>
          </div>
        }
      >
        <Sheet as="article">
          <DocumentTitle under={`${place.cycle.name} cycle · version ${version?.number ?? ''}`}>{page.title}</DocumentTitle>
          <DocumentSections sections={page.text} />
        </Sheet>
      </Columns>
    </Shell>
  );
}
