import { signerName, signersOf } from '@/domain/documents/signers';
import { postName } from '@/domain/model';
import type { PaperPage } from '@/server/papers/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Icon } from '@/ui/icon';
import { Refusal } from '@/ui/refusal';
import { Slip } from '@/ui/slip';
import { handOver, issue } from './actions';
import { openedWhen } from './words';

/** What happens when it is handed over, said before the button is pressed; of what the regional team writes itself, when it is issued. */
export function HandOver({ page, act, issues }: { page: PaperPage; act: NonNullable<PaperPage['handOver']>; issues: boolean }) {
  const { doc, place, opens, writing } = page;
  const signers = signersOf(doc);
  const at = place.authority?.name ?? place.region.name;
  return (
    <Slip heading={issues ? 'Issue it' : signers.length > 0 ? 'Put it out for signature' : 'Hand it over'} id="h-hand-over">
      <div className="stack s">
        <p>What is saved is frozen as version {(doc.versions.at(-1)?.number ?? 0) + 1}. To change it afterwards you open it again, and say why.</p>
        {signers.length > 0 && <p>It is signed by {signers.map((signer) => signerName(signer, at, place.parties)).join('; ')}, in any order.</p>}
        {opens.map((each) => (
          <p key={each.stage}>{openedWhen(each)}</p>
        ))}
      </div>
      {writing && writing.warnings.length > 0 && (
        <div className="advice">
          <p className="privacy">
            <Icon name="late" /> <b>This may tell a reader who a child is.</b> Take it out before it goes further.
          </p>
          <ul className="s">
            {writing.warnings.map(({ where, words }) => (
              <li key={`${where} ${words}`}>
                {where}: {words}
              </li>
            ))}
          </ul>
        </div>
      )}
      {act.refusal ? (
        <Refusal>{act.refusal.because}</Refusal>
      ) : (
        <form action={issues ? issue : handOver} className="btns">
          <Hidden name="as" value={act.as.id} />
          <Hidden name="paperId" value={doc.id} />
          {signers.length > 0 && <Hidden name="signed" value="yes" />}
          <Button>
            {issues ? 'Issue it' : signers.length > 0 ? 'Put it out for signature' : 'Hand it over'} as {postName(act.as)}
          </Button>
        </form>
      )}
    </Slip>
  );
}
