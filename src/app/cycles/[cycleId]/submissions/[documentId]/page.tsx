import type { ReactNode } from 'react';
import { nameOf } from '@/domain/documents/facts';
import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import { readersInWords } from '@/domain/processes/self-view-way';
import { isSubmitted, sharedVersion } from '@/domain/documents/state';
import { loadSubmission, type SubmissionPage } from '@/server/documents/submissions/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { DocumentSignatures } from '@/ui/document-signatures';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Radios } from '@/ui/radios';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { TextArea } from '@/ui/text-area';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { accept, giveBack } from './actions';

interface Props {
  params: Promise<{ cycleId: string; documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function SubmissionAnswerPage({ params, searchParams }: Props) {
  const { cycleId, documentId } = await params;
  const path = `/cycles/${cycleId}/submissions/${documentId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([
    orNotFound(() => loadSubmission(actor, documentId, new Date())),
    readFormReturn(actor.personId, (await searchParams).return),
  ]);
  const authority = page.selfView.place.authority?.name ?? '';
  const title = `${authority}’s submission`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path} {...(returned ? { returned } : {})}>
      <FormReport {...(returned ? { returned } : {})} heading="It has not been answered" />
      <Crumbs items={[{ label: 'Submissions', href: `/cycles/${cycleId}/submissions` }, { label: authority }]} />
      <PageHead
        title={title}
        lead={
          <>
            {page.selfView.place.cycle.name} cycle. {page.submittedAt && <>Submitted on <Moment at={page.submittedAt} />. </>}{page.isAccepted ? 'It has been accepted.' : page.way.ends !== 'accepted' ? 'This process asks for no answer.' : 'Is it complete: the right text, signed by everyone who must?'}
          </>
        }
      />
      <Columns kind="signing" aside={<Answer page={page} cycleId={cycleId} authority={authority} {...(returned ? { returned } : {})} />}>
        {[page.selfView, ...(page.mou ? [page.mou] : [])].map(({ doc, title: name }) => {
          const version = sharedVersion(doc);
          return (
            <Sheet heading={name} id={`h-${doc.kind}`} key={doc.id}>
              {version && <DocumentSignatures doc={doc} at={authority} versionId={version.id} />}
              {version && (
                <p>
                  <a href={`/documents/${doc.id}/versions/${version.number}`}>Read version {version.number}</a> · <a href={`/documents/${doc.id}/ledger`}>The record of its signatures</a>
                </p>
              )}
              {!isSubmitted(doc) && doc.kind === 'mou' && !version && <p className="soft">It has not been submitted.</p>}
            </Sheet>
          );
        })}
      </Columns>
    </Shell>
  );
}

function Answer({ page, cycleId, authority, returned }: { page: SubmissionPage; cycleId: string; authority: string; returned?: FormReturn }) {
  const { accept: may, giveBack: mayReturn, selfView } = page;
  if (!mayReturn) return <Sheet><p>The SLI coordinator accepts or returns it.</p></Sheet>;
  const hidden = (
    <>
      <Hidden name="as" value={mayReturn.id} />
      <Hidden name="documentId" value={selfView.doc.id} />
      <Hidden name="cycleId" value={cycleId} />
      <Hidden name="authority" value={authority} />
    </>
  );
  const open = page.submittedAt !== null;
  return (
    <div className="stack">
      {may && <Accept page={page} may={may} authority={authority} hidden={hidden} />}
      {open && (
        <Sheet heading="Return it with a reason" id="h-return">
          <form action={giveBack} className="stack">
            {hidden}
            {page.mou ? (
              <Radios
                name="which"
                legend="What goes back?"
                value="self-view"
                {...(returned ? { returned } : {})}
                options={[
                  { value: 'self-view', label: `The ${nameOf(selfView.doc)}`, hint: 'It is put out for signature and signed again.' },
                  { value: 'mou', label: 'The memorandum', hint: `The ${nameOf(selfView.doc)} keeps its signatures.` },
                  { value: 'both', label: 'Both' },
                ]}
              />
            ) : (
              <Hidden name="which" value="self-view" />
            )}
            <TextArea name="reason" label="What has to be done again, and why?" hint={`${authority} reads it as you write it.`} rows={4} {...(returned ? { returned } : {})} />
            <div className="btns">
              <Button kind="second">Return as {postName(mayReturn)}</Button>
            </div>
          </form>
        </Sheet>
      )}
    </div>
  );
}

function Accept({ page, may, authority, hidden }: { page: SubmissionPage; may: NonNullable<SubmissionPage['accept']>; authority: string; hidden: ReactNode }) {
  return (
    <Sheet heading={page.isAccepted && may.refusal ? 'Your answer' : 'Accept it'} id="h-accept">
      <WhoCanSee>{seenAfter(page, authority)}</WhoCanSee>
      {page.isAccepted && may.refusal ? (
        <StatusTag state="accepted">Accepted</StatusTag>
      ) : may.refusal ? (
        <Refusal>{may.refusal.because}</Refusal>
      ) : (
        <form action={accept}>
          {hidden}
          <div className="btns">
            <Button icon="done">Accept as {postName(may.as)}</Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}

/** Who reads the self-view when it is accepted, and later. */
function seenAfter({ isAccepted, way, selfView }: SubmissionPage, authority: string): string {
  const readers = readersInWords(way, selfView.doc);
  const next = readers ? `${isAccepted ? '' : 'after you accept, '}${readers} can read the ${nameOf(selfView.doc)}.` : `${authority} and the regional team, before and after you accept it.`;
  return way.withPacks ? `${next} ${authority}’s challengers read it when the packs are issued.` : next;
}
