import { nameOf } from '@/domain/documents/facts';
import { signaturesThatCount } from '@/domain/documents/state';
import { postName } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { loadSignPage, type SignPage } from '@/server/documents/sign-page/load';
import { requireActor } from '@/server/session';
import { loadConfirming } from '@/server/sign-in/load';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FullDay, Moment } from '@/ui/day';
import { DocumentSections, numbered } from '@/ui/document-sections';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { XRayAdvice } from '../../../x-ray-advice';
import { SignBox } from './sign-box';
import { WhatChanged } from './what-changed';
import { WhereOnTheJourney } from './where-on-the-journey';
import { isLong, minutesToRead } from './words';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function SignDocumentPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/documents/${documentId}/sign`;
  const actor = await requireActor(path);
  const kept = (await searchParams).return;
  const [page, returned] = await Promise.all([orNotFound(() => loadSignPage(actor, documentId, new Date())), readFormReturn(actor.personId, kept)]);
  const confirming = page.confirmFirst ? { name: actor.name, ...(await loadConfirming(actor.personId)) } : null;
  const title = headingOf(page);
  const changedFirst = page.changes?.since.is === 'signature';
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} {...(returned ? { returned } : {})}>
      <FormReport {...(returned ? { returned } : {})} heading="It has not been signed" next={<a href={path}>Open the text that is out for signature now</a>} />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: page.title, href: `/documents/${documentId}` }, { label: 'Sign' }]} />
      <PageHead title={title} lead={<Lead page={page} />} big />
      <Columns kind="signing" aside={<SignBox page={page} confirm={confirming && { confirming, kept }} {...(returned ? { returned } : {})} />}>
        {page.wentBack && (
          <Sheet heading={`The ${page.wentBack.by} ${page.wentBack.did}`} id="h-back">
            <p className="pre">{page.wentBack.reason}</p>
            <p className="s soft">
              <Moment at={page.wentBack.at} />
            </p>
          </Sheet>
        )}
        {!page.isSigned && <XRayAdvice actor={actor} documentId={documentId} brief />}
        {changedFirst && <WhatChanged page={page} />}
        <Text page={page} />
        {!changedFirst && page.changes && <WhatChanged page={page} />}
      </Columns>
    </Shell>
  );
}

/**
 * What is signed. A short text stands whole; of a long one the opening section comes first, with the journey grid where there is one,
 * and the other sections are folded under their titles.
 */
function Text({ page: { text, journey, place, doc, version } }: { page: SignPage }) {
  if (text.length === 0) return <Sheet heading="What it says" id="h-says"><p>It is still being written.</p></Sheet>;
  const heading = version ? 'What it says' : 'As it stands now';
  if (!isLong(text)) return <Sheet heading={heading} id="h-says"><DocumentSections sections={text} /></Sheet>;
  const [opening, ...rest] = text;
  return (
    <>
      <Sheet heading={heading} id="h-says">
        <div className="brief">
          <DocumentSections sections={[opening!]} />
        </div>
      </Sheet>
      {journey && <WhereOnTheJourney journey={journey} authority={place.authority?.name ?? ''} />}
      <Sheet heading={`The rest of the ${nameOf(doc)}`} id="h-rest" gap={false}>
        <p className="s soft mt-s2 mb-s4">
          {rest.length} sections; open what you want to read.{' '}
          {version && <a href={`/documents/${doc.id}/versions/${version.number}`}>Read all of it on one page</a>}
        </p>
        <DocumentSections sections={rest} from={numbered(opening!.text) + 1} folded />
      </Sheet>
    </>
  );
}

function headingOf({ doc, title, version, capacity, refusal, isSigned }: SignPage): string {
  if (!version) return `${title} ${doc.kind === 'forum-notes' ? 'are' : 'is'} not out for signature`;
  if (capacity && !refusal) return `Read and sign ${title}`;
  if (isSigned) return `${title} ${doc.kind === 'forum-notes' ? 'are' : 'is'} signed`;
  return capacity && refusal?.refused === 'already-signed' ? `You have signed ${title}` : `Read ${title}`;
}

function Lead({ page }: { page: SignPage }) {
  const { capacity, refusal, version, dueOn, text, doc } = page;
  const by = dueOn && (
    <>
      , by <FullDay on={dueOn} />
    </>
  );
  const whole = minutesToRead(text.map((section) => section.text));
  if (!version) return <>{refusal?.because ?? 'You can read it here when it is put out for signature.'}</>;
  if (capacity && !refusal) {
    return (
      <>
        You sign as {postName(capacity)}
        {by}. {isLong(text) ? `The short version comes first: about ${inMinutes(minutesToRead([text[0]!.text]) + 1)}. All of it takes about ${whole}.` : `About ${inMinutes(whole)} to read.`}{' '}
        <a className="min-[60rem]:hidden" href="#h-sign">
          Go to your signature
        </a>
      </>
    );
  }
  if (page.isSigned) return <>Version {version.number} is signed by everyone who must.</>;
  return (
    <>
      Version {version.number}. {signaturesThatCount(doc).length} of {doc.signatories.length} have signed{by}.
    </>
  );
}

const inMinutes = (minutes: number) => (minutes === 1 ? 'one minute' : `${minutes} minutes`);
