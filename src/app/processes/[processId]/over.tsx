import { partText, type ProcessPart } from '@/domain/processes/compose/parts-of';
import type { DraftPage } from '@/server/processes/load';
import { Hidden } from '@/ui/hidden';

/** Which draft a form alters, as whom, and over what: a colleague's change of the same part is then seen. */
export function Over({ page: { process, as }, part }: { page: Pick<DraftPage, 'process' | 'as'>; part?: ProcessPart }) {
  return (
    <>
      <Hidden name="as" value={as.id} />
      <Hidden name="processId" value={process.id} />
      <Hidden name="saves" value={String(process.saves)} />
      {part && <Hidden name="over" value={partText(process.definition, part)} />}
    </>
  );
}
