import { postName } from '@/domain/model';
import type { PackPage } from '@/server/annual-conversations/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { compile } from '../actions';

/** Something in the pack has changed since it was put together. */
export function CompileAgain({ page: { doc, compile: as } }: { page: PackPage }) {
  return (
    <Sheet heading="Something has changed" id="h-again">
      <p className="s">The self-view, the notes or the actions are no longer what the pack says.</p>
      {as && (
        <form action={compile}>
          <Hidden name="as" value={as.id} />
          <Hidden name="packId" value={doc.id} />
          <Hidden name="cycleId" value={doc.cycleId} />
          <Hidden name="authorityId" value={doc.authorityId ?? ''} />
          <div className="btns">
            <Button kind="second">Put it together again as {postName(as)}</Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
