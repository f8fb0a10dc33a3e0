import { nameOf } from '@/domain/documents/facts';
import { postName } from '@/domain/model';
import { readersInWords } from '@/domain/processes/self-view-way';
import { readFormReturn } from '@/server/form-return';
import { loadSubmission, type SubmissionPage } from '@/server/documents/submissions/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { DocumentSignatures } from '@/ui/document-signatures';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { XRayAdvice } from '../../../x-ray-advice';
import { submitNow } from './actions';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function SubmitPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/documents/${documentId}/submit`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([
    orNotFound(() => loadSubmission(actor, documentId, new Date())),
    readFormReturn(actor.personId, (await searchParams).return),
  ]);
  const { selfView, mou } = page;
  const authority = selfView.place.authority?.name ?? '';
  const title = headingOf(page);
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} {...(returned ? { returned } : {})}>
      <FormReport {...(returned ? { returned } : {})} heading="Nothing has been submitted" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: selfView.title, href: `/self-views/${documentId}` }, { label: 'Submit' }]} />
      <PageHead title={title} lead={`${selfView.place.cycle.name} cycle. ${mou ? `The ${nameOf(selfView.doc)} and the memorandum go to the regional team together.` : 'It goes to the regional team when it is signed.'}`} aside={<State page={page} />} />
      <Columns kind="signing" aside={<Submit page={page} authority={authority} />}>
        {page.returned.map(({ which, reason, at }) => (
          <Refusal key={which} heading={`The ${which} was returned`}>
            <span className="pre">{reason}</span> <span className="soft">(<Moment at={at} />)</span>
          </Refusal>
        ))}
        {page.submit && !page.submit.refusal && <XRayAdvice actor={actor} documentId={documentId} brief />}
        {[selfView, ...(mou ? [mou] : [])].map(({ doc, title: name }) => (
          <Sheet heading={name} id={`h-${doc.kind}`} key={doc.id}>
            <DocumentSignatures doc={doc} at={authority} />
            <p>
              <a href={`/documents/${doc.id}/sign`}>{doc.kind === 'mou' ? 'Read the memorandum' : 'Read what is signed'}</a> · <a href={`/documents/${doc.id}/ledger`}>The record of its signatures</a>
            </p>
          </Sheet>
        ))}
      </Columns>
    </Shell>
  );
}

function headingOf({ selfView: { title }, isAccepted, submittedAt, submit }: SubmissionPage): string {
  if (isAccepted) return `${title} has been accepted`;
  if (submittedAt && submit?.refusal) return `${title} has been submitted`;
  return `Submit ${title}`;
}

function State({ page: { isAccepted, submittedAt, returned, way } }: { page: SubmissionPage }) {
  if (returned.length > 0) return <StatusTag state="returned">Returned</StatusTag>;
  if (isAccepted) return <StatusTag state="accepted" />;
  if (submittedAt) return way.ends === 'accepted' ? <StatusTag state="waiting">Waiting: with the regional team</StatusTag> : <StatusTag state="done">Submitted</StatusTag>;
  return null;
}

function Submit({ page: { submit, missing, selfView, submittedAt, way }, authority }: { page: SubmissionPage; authority: string }) {
  const region = selfView.place.region.name;
  const readers = readersInWords(way, selfView.doc);
  return (
    <section className="sheet stack" aria-labelledby="h-submit">
      <h2 id="h-submit">Submit to the {region}</h2>
      {submittedAt && (
        <p className="s">
          Last submitted on <Moment at={submittedAt} />.
        </p>
      )}
      {missing.length > 0 && submit && (
        <ul className="stack-s">
          {missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <WhoCanSee>
        after this the {region} team reads the signed text{readers && `; once it is accepted, ${readers} too`}. Drafts, comments and earlier versions stay with {authority}.
      </WhoCanSee>
      {!submit && <p className="soft">The DCS of {authority} submits.</p>}
      {submit?.refusal && missing.length === 0 && <p>{submit.refusal.because}</p>}
      {submit && !submit.refusal && (
        <form action={submitNow}>
          <Hidden name="as" value={submit.as.id} />
          <Hidden name="documentId" value={selfView.doc.id} />
          <div className="btns">
            <Button size="big">Submit as {postName(submit.as)}</Button>
          </div>
        </form>
      )}
    </section>
  );
}
