import { signaturesThatCount } from '@/domain/documents/state';
import { signersOf } from '@/domain/documents/signers';
import { areaTitle } from '@/domain/self-views/own-area';
import { isOwed } from '@/domain/workflow';
import { readFormReturn } from '@/server/form-return';
import { loadPaper, type PaperPage } from '@/server/papers/load';
import { recordReading } from '@/server/papers/record-reading';
import { loadAreas } from '@/server/self-views/threads/load';
import { requireActor } from '@/server/session';
import { loadConfirming } from '@/server/sign-in/load';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { DocumentSections } from '@/ui/document-sections';
import { DocumentTitle } from '@/ui/document-title';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { Margin } from './margin';
import { SignPaper } from './sign-paper';
import { WritePaper } from './write-paper';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string; add?: string }>;
}

export default async function PaperPageRoute({ params, searchParams }: Props) {
  const { documentId } = await params;
  const { return: back, add = null } = await searchParams;
  const path = `/papers/${documentId}`;
  const actor = await requireActor(path);
  const now = new Date();
  const [page, returned] = await Promise.all([orNotFound(() => loadPaper(actor, documentId, now)), readFormReturn(actor.personId, back)]);
  await recordReading(actor, page.doc, now);
  const form = returned ? { returned } : {};
  const { place, signing, writing } = page;
  const own = page.asksForArea && place.authority ? await loadAreas(actor, place.authority.slug, now) : null;
  const years = place.authority ? `/authorities/${place.authority.slug}/threads` : null;
  const signs = signing !== null && signing.refusal === null;
  const confirm = signs && signing.confirmFirst ? { confirming: { name: actor.name, ...(await loadConfirming(actor.personId)) }, kept: back } : null;
  const title = signs ? `Read and sign ${inSentence(page.title)}` : page.title;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path} {...form}>
      <FormReport {...form} heading="It has not been done" />
      <Crumbs items={[...(place.authority ? [{ label: place.authority.name, href: `/authorities/${place.authority.slug}?cycle=${place.cycle.id}` }] : [{ label: 'Cycle', href: `/cycles/${place.cycle.id}` }]), { label: page.title }]} />
      <PageHead title={title} lead={<Lead page={page} />} aside={<State page={page} />} />
      {page.wentBack && <WentBack page={page} wentBack={page.wentBack} />}
      <Columns kind={signs ? 'signing' : 'margin'} aside={signs ? <SignPaper page={page} signing={signing} confirm={confirm} {...form} /> : <Margin page={page} {...form} />}>
        {writing?.as ? <WritePaper page={page} writing={writing} as={writing.as} personId={actor.personId} add={add} areas={own ? { choices: own.choices, at: own.threads.size > 0 ? years : null } : undefined} {...form} /> : <Text page={page} seen={own?.threads} />}
        {signs && <Margin page={page} {...form} />}
      </Columns>
    </Shell>
  );
}

const inSentence = (title: string) => title.replace(/^The /, 'the ');

function Lead({ page: { place, steps, writing } }: { page: PaperPage }) {
  const next = steps.find(({ state }) => isOwed(state));
  return (
    <>
      {place.cycle.name} cycle.{' '}
      {next && (
        <>
          {next.step.name}: due by <FullDay on={next.dates.dueOn} />.
        </>
      )}{' '}
      {writing?.as && 'It is saved as you write.'}
    </>
  );
}

function State({ page: { state, doc } }: { page: PaperPage }) {
  switch (state) {
    case 'writing':
      return <StatusTag state="in-progress">Being written</StatusTag>;
    case 'handed-over':
      return <StatusTag state="done">Handed over</StatusTag>;
    case 'out-for-signature':
      return <StatusTag state="part-signed">{`${signaturesThatCount(doc).length} of ${signersOf(doc).length} signed`}</StatusTag>;
    case 'signed':
      return <StatusTag state="signed">Signed by everyone who must</StatusTag>;
    case 'issued':
      return <StatusTag state="done">Issued</StatusTag>;
  }
}

const BACK: Record<string, string> = { returned: 'The regional team returned it', declined: 'A signatory declined to sign', reopened: 'It was opened again' };

function WentBack({ wentBack }: { page: PaperPage; wentBack: NonNullable<PaperPage['wentBack']> }) {
  return (
    <Refusal heading={BACK[wentBack.is] ?? 'It came back'}>
      <span className="pre">{wentBack.reason}</span>
    </Refusal>
  );
}

/** The text as it was frozen; the draft for those who see it and do not write it. */
function Text({ page: { title, version, text, areas, place }, seen }: { page: PaperPage; seen: ReadonlySet<string> | undefined }) {
  const linked = areas.filter(({ id }) => seen?.has(id));
  return (
    <Sheet as="article">
      <DocumentTitle under={version ? `Version ${version.number}` : 'The draft as it stands. Others write it.'}>{title}</DocumentTitle>
      <DocumentSections sections={text} />
      {linked.map((area) => (
        <p key={area.id} className="s">
          Over the years: <a href={`/authorities/${place.authority?.slug}/threads#thread-${area.id}`}>{areaTitle(area)}</a>
        </p>
      ))}
    </Sheet>
  );
}
