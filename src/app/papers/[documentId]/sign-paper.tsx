import { shortHash } from '@/domain/annual-conversation-pack';
import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import type { PaperPage } from '@/server/papers/load';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DocumentSignatures } from '@/ui/document-signatures';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { ConfirmFirst, type Confirming } from '../../confirm-first';
import { decline, sign } from './actions';
import { openedWhen } from './words';

interface SignPaperProps {
  page: PaperPage;
  signing: NonNullable<PaperPage['signing']>;
  /** Set while this person must first confirm who they are. */
  confirm: { confirming: Confirming; kept: string | undefined } | null;
  returned?: FormReturn;
}

/** The place to sign this very version, or to return it with a reason. */
export function SignPaper({ page, signing: { as, signer }, confirm, returned }: SignPaperProps) {
  const { doc, place, version } = page;
  if (!version) return null;
  const form = returned ? { returned } : {};
  const exact = (
    <>
      <Hidden name="as" value={as.id} />
      <Hidden name="paperId" value={doc.id} />
      <Hidden name="versionId" value={version.id} />
      <Hidden name="contentHash" value={version.contentHash} />
    </>
  );
  const opens = page.opens.find(({ stage }) => stage === 'signed');
  return (
    <Sheet heading="Sign" id="h-sign">
      <p className="s">
        <b>What your signature does.</b> It is for this very text: version {version.number}, kept for ever. If it is opened again it no longer counts, and you are told. {opens && opens.to.length > 0 && openedWhen(opens)}
      </p>
      <DocumentSignatures doc={doc} at={place.authority?.name ?? place.region.name} names={place.parties} narrow mine={signer?.key} />
      {confirm ? (
        <ConfirmFirst {...confirm} back={`/papers/${doc.id}#h-sign`} before="you sign" returned={returned} />
      ) : (
        <form action={sign} className="stack">
          {exact}
          <Checkbox name="haveRead" label="I have read it and agree it as it stands." {...form} />
          <div className="btns">
            <Button icon="signed" size="big">
              Sign as {postName(as)}
            </Button>
          </div>
        </form>
      )}
      <details open={Boolean(returned?.errors.declineReason)}>
        <summary>Return it with a reason</summary>
        <form action={decline} className="stack">
          {exact}
          <TextArea name="declineReason" label="What would have to change?" hint="It goes back to those who wrote it. Signatures already given on this version no longer count." rows={4} {...form} />
          <div className="btns">
            <Button kind="second">Return it as {postName(as)}</Button>
          </div>
        </form>
      </details>
      <p className="xs soft">
        Version {version.number}, <abbr title="The first signs of the SHA-256 of the text">mark</abbr> {shortHash(version.contentHash)}
      </p>
    </Sheet>
  );
}
