import { shortHash } from '@/domain/annual-conversation-pack';
import { nameOf } from '@/domain/documents/facts';
import { stillToSign } from '@/domain/documents/state';
import type { FormReturn } from '@/domain/form';
import { postName, type HeldPost } from '@/domain/model';
import type { SignPage } from '@/server/documents/sign-page/load';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DocumentSignatures } from '@/ui/document-signatures';
import { Hidden } from '@/ui/hidden';
import { Refusal } from '@/ui/refusal';
import { TextArea } from '@/ui/text-area';
import { WhoCanSee } from '@/ui/who-can-see';
import { ConfirmFirst, type Confirming } from '../../../confirm-first';
import { decline, putForSignature, signNow, takeBack } from './actions';
import { wordsFor } from './words';

interface SignBoxProps {
  page: SignPage;
  /** Set while this person must first confirm who they are. */
  confirm: { confirming: Confirming; kept: string | undefined } | null;
  returned?: FormReturn;
}

/** The place to sign: what it does, who sees it, who has signed, and the one act that is this person's. */
export function SignBox({ page, confirm, returned }: SignBoxProps) {
  const { doc, place, version, capacity, refusal, put, recallAs } = page;
  const authority = place.authority?.name ?? place.region.name;
  const may = capacity && version && !refusal;
  return (
    <section className="sheet stack" aria-labelledby="h-sign">
      <h2 id="h-sign">{may ? 'Sign' : 'Signatures'}</h2>
      <div className="stack s">
        {may && (
          <p>
            <b>What your signature does.</b> It is for this very text: version {version.number}, kept for ever. If a word is changed later it no longer counts, and you are shown the change. {wordsFor(doc.kind).does(doc.way)}
          </p>
        )}
        <WhoCanSee>{wordsFor(doc.kind).seen(authority, doc)}</WhoCanSee>
      </div>
      <DocumentSignatures doc={doc} at={authority} narrow mine={may ? capacity.office : undefined} />
      {may && confirm && <ConfirmFirst {...confirm} back={`/documents/${doc.id}/sign#h-sign`} before="you sign" returned={returned} />}
      {may && !confirm && <SignForm page={page} as={capacity} authority={authority} {...(returned ? { returned } : {})} />}
      {may && <DeclineForm page={page} as={capacity} {...(returned ? { returned } : {})} />}
      {capacity && version && refusal && refusal.refused !== 'already-signed' && <Refusal>{refusal.because}</Refusal>}
      {put && <PutForm page={page} put={put} />}
      {recallAs && <RecallForm page={page} as={recallAs} {...(returned ? { returned } : {})} />}
      {version && (
        <p className="xs soft">
          Version {version.number}, <abbr title="The first signs of the SHA-256 of the text">mark</abbr> {shortHash(version.contentHash)}. <a href={`/documents/${doc.id}/versions/${version.number}`}>All versions</a>
        </p>
      )}
      <p className="s">
        <a href={`/documents/${doc.id}/ledger`}>The record of its signatures</a>
      </p>
    </section>
  );
}

function Exact({ page, as }: { page: SignPage; as: HeldPost }) {
  return (
    <>
      <Hidden name="as" value={as.id} />
      <Hidden name="documentId" value={page.doc.id} />
      <Hidden name="versionId" value={page.version!.id} />
      <Hidden name="contentHash" value={page.version!.contentHash} />
    </>
  );
}

function SignForm({ page, as, authority, returned }: { page: SignPage; as: HeldPost; authority: string; returned?: FormReturn }) {
  const others = stillToSign(page.doc).filter((office) => office !== as.office);
  return (
    <form action={signNow} className="stack">
      <Exact page={page} as={as} />
      <Hidden name="kind" value={page.doc.kind} />
      <Hidden name="name" value={page.doc.name ?? ''} />
      <Hidden name="number" value={String(page.version!.number)} />
      <Hidden name="others" value={others.join(' ')} />
      <Hidden name="ends" value={page.doc.way?.ends ?? ''} />
      <Checkbox name="haveRead" label={wordsFor(page.doc.kind).confirm(authority, nameOf(page.doc), page.journey !== null)} {...(returned ? { returned } : {})} />
      <div className="btns">
        <Button icon="signed" size="big">
          Sign as {postName(as)}
        </Button>
      </div>
    </form>
  );
}

function DeclineForm({ page, as, returned }: { page: SignPage; as: HeldPost; returned?: FormReturn }) {
  return (
    <details open={Boolean(returned?.errors.reason)}>
      <summary>Return it with a reason</summary>
      <form action={decline} className="stack">
        <Exact page={page} as={as} />
        <TextArea name="reason" label="What would have to change?" hint="It goes back to those who wrote it. Signatures already given on this version no longer count." rows={4} {...(returned ? { returned } : {})} />
        <div className="btns">
          <Button kind="second">Return it as {postName(as)}</Button>
        </div>
      </form>
    </details>
  );
}

function RecallForm({ page, as, returned }: { page: SignPage; as: HeldPost; returned?: FormReturn }) {
  return (
    <details open={Boolean(returned?.errors.recallReason)}>
      <summary>Take it back from signature</summary>
      <form action={takeBack} className="stack">
        <Hidden name="as" value={as.id} />
        <Hidden name="documentId" value={page.doc.id} />
        <TextArea name="recallReason" label="Why do you take it back?" hint="The signatories are told and read it. Signatures already given on this version no longer count; the text can be changed and put out again." rows={3} {...(returned ? { returned } : {})} />
        <div className="btns">
          <Button kind="second">Take it back as {postName(as)}</Button>
        </div>
      </form>
    </details>
  );
}

function PutForm({ page, put }: { page: SignPage; put: NonNullable<SignPage['put']> }) {
  if (put.refusal) return <Refusal>{put.refusal.because}</Refusal>;
  return (
    <form action={putForSignature} className="stack">
      <Hidden name="as" value={put.capacity.id} />
      <Hidden name="documentId" value={page.doc.id} />
      <p className="s">The text is frozen as a version of its own and the signatories are told. If it is changed afterwards, their signatures no longer count.</p>
      <div className="btns">
        <Button icon="signed">Put it out for signature as {postName(put.capacity)}</Button>
      </div>
    </form>
  );
}
