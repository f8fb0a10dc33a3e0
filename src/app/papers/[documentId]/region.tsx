import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import type { PaperPage } from '@/server/papers/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Refusal } from '@/ui/refusal';
import { Slip } from '@/ui/slip';
import { TextArea } from '@/ui/text-area';
import { giveBack, issue } from './actions';
import { openedWhen } from './words';

/** What the regional team does with a paper that was handed to it: issue it, or return it with what should be changed. */
export function Region({ page, returned }: { page: PaperPage; returned?: FormReturn }) {
  const { doc, issue: issuing, give, opens, others } = page;
  if (!issuing && !give) return null;
  const opening = opens.find(({ stage }) => stage === 'issued');
  const steps = page.steps.find(({ step }) => step.doneWhen === 'issued');
  return (
    <Slip heading={issuing ? 'Issue it' : 'Return it'} id="h-region">
      {issuing && (
        <div className="stack s">
          {opening && <p>{openedWhen(opening)}</p>}
          {issuing.refusal ? (
            <Refusal>{issuing.refusal.because}</Refusal>
          ) : (
            <form action={issue} className="btns">
              <Hidden name="as" value={issuing.as.id} />
              <Hidden name="paperId" value={doc.id} />
              <Button>Issue it as {postName(issuing.as)}</Button>
            </form>
          )}
          {others.length > 0 && steps && (
            <p>
              <a href={`/cycles/${doc.cycleId}/steps/${steps.step.key}${page.place.authority ? `?authority=${page.place.authority.slug}` : ''}`}>Issue all of them together</a>
            </p>
          )}
        </div>
      )}
      {give && (
        <details open={Boolean(returned?.errors.returnReason)}>
          <summary>Return it to those who wrote it</summary>
          <form action={giveBack} className="stack">
            <Hidden name="as" value={give.id} />
            <Hidden name="paperId" value={doc.id} />
            <TextArea name="returnReason" label="What should be changed, and why?" hint="Those who wrote it read this. Signatures given on this version no longer count." rows={4} {...(returned ? { returned } : {})} />
            <div className="btns">
              <Button kind="second">Return it as {postName(give)}</Button>
            </div>
          </form>
        </details>
      )}
    </Slip>
  );
}
