import { postName } from '@/domain/model';
import type { PaperState } from '@/domain/papers/stages';
import type { IssuingPage } from '@/server/papers/step/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { StatusTag, type State } from '@/ui/status-tag';
import { issueTogether } from './actions';

const STATES: Record<PaperState, { state: State; words: string }> = {
  writing: { state: 'in-progress', words: 'Being written' },
  'handed-over': { state: 'waiting', words: 'Handed over, not issued yet' },
  'out-for-signature': { state: 'part-signed', words: 'Out for signature' },
  signed: { state: 'signed', words: 'Signed, not issued yet' },
  issued: { state: 'done', words: 'Issued' },
};

interface IssuePapersProps {
  issuing: IssuingPage;
  asked: { cycleId: string; stepKey: string; authority?: string | undefined; group?: string | undefined };
  /** "Wigan" */
  whose: string;
}

/** All papers of the step, and the one button that issues them at one moment. */
export function IssuePapers({ issuing: { as, name, papers, hidden, refusal }, asked, whose }: IssuePapersProps) {
  const several = papers.length + hidden > 1;
  return (
    <Sheet id="h-issue" heading={`The ${name}`}>
      <ul className="bare stack-s">
        {papers.map(({ id, by, state }) => (
          <li key={id}>
            <a href={`/papers/${id}`}>{by ? `By ${by}` : `The ${name}`}</a> <StatusTag state={STATES[state].state}>{STATES[state].words}</StatusTag>
          </li>
        ))}
        {hidden > 0 && <li className="soft">{hidden === 1 ? 'One more is still being written.' : `${hidden} more are still being written.`}</li>}
      </ul>
      {papers.length > 1 && (
        <p>
          <a href={`/papers/${papers[0]!.id}/beside`}>Read them side by side</a>
        </p>
      )}
      {refusal ? (
        refusal.refused !== 'already-issued' && <Refusal>{refusal.because}</Refusal>
      ) : (
        <form action={issueTogether} className="btns">
          <Hidden name="as" value={as.id} />
          <Hidden name="cycleId" value={asked.cycleId} />
          <Hidden name="stepKey" value={asked.stepKey} />
          {asked.authority && <Hidden name="authority" value={asked.authority} />}
          {asked.group && <Hidden name="group" value={asked.group} />}
          <Button>
            Issue {several ? (papers.length === 2 ? `both ${name}` : `all ${papers.length} ${name}`) : `the ${name}`} to {whose} as {postName(as)}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
