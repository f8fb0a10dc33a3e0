import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { issueTogether, partOf } from '@/domain/papers/issue-together';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findPapersOfStep, type StepAsked } from './step/store';

/** Issues every paper of a step at one moment. */
export const issuePapers = (actor: Actor, asked: StepAsked, at: Date) =>
  transact(actor, at, async (tx) => {
    const { papers, count } = await findPapersOfStep(tx, actor, asked, at);
    const decision = issueTogether({ docs: papers, hidden: count - papers.length, actor });
    if (isRefusal(decision)) return decision;
    for (const doc of papers) {
      const part = partOf(decision, doc.id);
      if (part) await saveDocumentChange(tx, actor, doc, part, at);
    }
    return decision;
  });
