import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import type { PackPage } from '@/server/annual-conversations/load';
import { Button } from '@/ui/button';
import { DateFields } from '@/ui/date-fields';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { ConfirmFirst, type Confirming } from '../../confirm-first';
import { release } from '../actions';

interface ReleaseFormProps {
  page: PackPage;
  /** Set while the DCS must first confirm who they are. */
  confirm: { confirming: Confirming; kept: string | undefined } | null;
  returned?: FormReturn;
}

/** The DCS alone releases: what, why, until when. */
export function ReleaseForm({ page: { doc, version, release: as, isReleasedNow, place, text }, confirm, returned }: ReleaseFormProps) {
  if (!version) return null;
  if (isReleasedNow) {
    return (
      <Sheet heading="Release" id="h-release">
        <p className="s">Version {version.number} is with Ofsted.</p>
      </Sheet>
    );
  }
  if (!as) {
    return (
      <Sheet heading="Release" id="h-release">
        <p className="s">The DCS of {place.authority?.name} alone can release it to Ofsted.</p>
      </Sheet>
    );
  }
  if (confirm) {
    return (
      <Sheet heading={`Release version ${version.number} to Ofsted`} id="h-release">
        <ConfirmFirst {...confirm} back={`/annual-conversations/${doc.id}#h-release`} before="you release it" returned={returned} />
      </Sheet>
    );
  }
  return (
    <Sheet heading={`Release version ${version.number} to Ofsted`} id="h-release">
      <form action={release} className="stack">
        <Hidden name="as" value={as.id} />
        <Hidden name="packId" value={doc.id} />
        <Hidden name="versionId" value={version.id} />
        <p className="s">Ofsted will read exactly this version: {text.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)).join('; ')}. Nothing else.</p>
        <TextArea name="why" label="What for?" hint="Ofsted and your colleagues read this." rows={2} value="For the annual conversation" {...(returned ? { returned } : {})} />
        <DateFields name="untilOn" legend="Until when?" hint="The last day on which Ofsted can open it. You can withdraw it sooner." {...(returned ? { returned } : {})} />
        <div className="btns">
          <Button icon="eye">Release to Ofsted as {postName(as)}</Button>
        </div>
      </form>
    </Sheet>
  );
}
