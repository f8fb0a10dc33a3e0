import { isRefusal, type Refusal } from '@/domain/decision';
import { nameOf } from '@/domain/documents/facts';
import { actingAs, type Actor, type HeldPost } from '@/domain/model';
import { issueTogether } from '@/domain/papers/issue-together';
import { writerSubject } from '@/domain/papers/parts';
import { paperState, type PaperState } from '@/domain/papers/stages';
import { capacityFor } from '@/domain/permissions';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { byPeer } from '../store';
import { findPapersOfStep, findPaperToOpen, type StepAsked } from './store';

/** The id of the paper that a step leads this person to. */
export const loadPaperOfStep = (actor: Actor, asked: StepAsked, at: Date): Promise<string> => findPaperToOpen(db, actor, asked, at);

export interface IssuingPage {
  as: HeldPost;
  /** "moderation comments" */
  name: string;
  papers: readonly { id: string; by: string; state: PaperState }[];
  /** How many are not there for the regional team yet. */
  hidden: number;
  refusal: Refusal | null;
}

/** The papers that a step issues, for the regional team; null for everyone else, and where it is about none. */
export async function loadIssuing(actor: Actor, asked: StepAsked, at: Date): Promise<IssuingPage | null> {
  const found = await findPapersOfStep(db, actor, asked, at).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (found?.step.doneWhen !== 'issued') return null;
  const { papers, count } = found;
  const as = capacityFor(actor, 'paper.issue', writerSubject(papers[0]!));
  if (!as) return null;
  const hidden = count - papers.length;
  const decision = issueTogether({ docs: papers, hidden, actor: actingAs(actor, as.id)! });
  return {
    as,
    name: nameOf(papers[0]!),
    papers: (await byPeer(db, papers)).map(({ paper, by }) => ({ id: paper.id, by, state: paperState(paper) })),
    hidden,
    refusal: isRefusal(decision) ? decision : null,
  };
}
