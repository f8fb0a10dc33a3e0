import { postName, type HeldPost } from '@/domain/model';
import type { PaperPage } from '@/server/regional-papers/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Refusal } from '@/ui/refusal';
import { Slip } from '@/ui/slip';
import { putBefore } from './actions';

export function PutToBoard({ page: { doc, putRefusal }, as }: { page: PaperPage; as: HeldPost }) {
  return (
    <Slip heading="Put it to the Board" id="h-put">
      <p className="s">The saved text is frozen as a version. The Board reads that version, and nothing that you write afterwards.</p>
      {putRefusal ? (
        <Refusal>{putRefusal.because}</Refusal>
      ) : (
        <form action={putBefore} className="btns">
          <Hidden name="as" value={as.id} />
          <Hidden name="cycleId" value={doc.cycleId} />
          <Hidden name="paperId" value={doc.id} />
          <Button>Put it to the Board as {postName(as)}</Button>
        </form>
      )}
    </Slip>
  );
}
