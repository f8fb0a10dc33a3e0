import type { FormReturn } from '@/domain/form';
import { postName, type HeldPost } from '@/domain/model';
import type { PaperPage } from '@/server/regional-papers/load';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { ConfirmFirst, type Confirming } from '../../../../confirm-first';
import { giveBack, signOff } from './actions';

interface SignOffProps {
  page: PaperPage;
  as: HeldPost;
  /** Set while the chair must first confirm who they are. */
  confirm: { confirming: Confirming; kept: string | undefined } | null;
  returned?: FormReturn;
}

/** The chair signs off this very version for the Board, or returns it. */
export function SignOff({ page: { doc, version }, as, confirm, returned }: SignOffProps) {
  if (!version) return null;
  const exact = (
    <>
      <Hidden name="as" value={as.id} />
      <Hidden name="cycleId" value={doc.cycleId} />
      <Hidden name="paperId" value={doc.id} />
      <Hidden name="versionId" value={version.id} />
      <Hidden name="contentHash" value={version.contentHash} />
    </>
  );
  const form = returned ? { returned } : {};
  return (
    <Sheet heading="Sign off" id="h-sign">
      {confirm ? (
        <ConfirmFirst {...confirm} back={`/cycles/${doc.cycleId}/papers/${doc.id}#h-sign`} before="you sign it off" returned={returned} />
      ) : (
        <form action={signOff} className="stack">
          {exact}
          <p className="s">
            <b>What your signature does.</b> Version {version.number} is signed off for the Board and kept for ever.
          </p>
          <Checkbox name="haveRead" label="The Board has read it and agreed it." {...form} />
          <div className="btns">
            <Button icon="signed" size="big">
              Sign off as {postName(as)}
            </Button>
          </div>
        </form>
      )}
      <details open={Boolean(returned?.errors.reason)}>
        <summary>Return it</summary>
        <form action={giveBack} className="stack">
          {exact}
          <TextArea name="reason" label="What would the Board like changed?" rows={4} {...form} />
          <div className="btns">
            <Button kind="second">Return it as {postName(as)}</Button>
          </div>
        </form>
      </details>
    </Sheet>
  );
}
