import type { Accepted } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { partOf, type Submission, type SubmissionChange } from '@/domain/submission';
import type { Tx } from '../../db';
import { NotFound } from '../../not-found';
import { findDocument, findDocumentOf } from '../find-document';
import { saveDocumentChange } from '../save-change';

/** The self-view, and the memorandum that goes with it where the process has one. */
export async function findSubmission(tx: Tx, actor: Actor, selfViewId: string, at: Date): Promise<Submission> {
  const selfView = await findDocument(tx, actor, selfViewId, at);
  if (selfView.kind !== 'self-view') throw new NotFound();
  const { cycleId, authorityId } = selfView;
  return { selfView, mou: selfView.way?.withMemorandum ? await findDocumentOf(tx, actor, { cycleId, authorityId, kind: 'mou' }, at) : null };
}

export async function saveSubmission(tx: Tx, actor: Actor, of: Submission, decision: Accepted<SubmissionChange>, at: Date): Promise<void> {
  const [selfView, mou] = [partOf(decision, 'selfView'), partOf(decision, 'mou')];
  if (selfView) await saveDocumentChange(tx, actor, of.selfView, selfView, at);
  if (mou && of.mou) await saveDocumentChange(tx, actor, of.mou, mou, at);
}
