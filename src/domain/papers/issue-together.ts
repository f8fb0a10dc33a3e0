// All papers of one step go out at one moment, so that an author does not read one moderator before the other.
import { decide, refuse, isRefusal, type Accepted, type Decision, type Outcome } from '../decision';
import type { DocumentChange } from '../documents/change';
import { nameOf, type DocumentFacts } from '../documents/facts';
import type { Actor } from '../model';
import { issuePaper } from './issue-paper';
import { writerSubject } from './parts';
import { paperState } from './stages';

export interface IssuedTogether {
  /** What is done with each, by the id of its document. */
  changes: ReadonlyMap<string, DocumentChange>;
}

/** `hidden`: those that are not handed over yet, and so not seen by the one who issues. */
export function issueTogether({ docs, hidden, actor }: { docs: readonly DocumentFacts[]; hidden: number; actor: Actor }): Decision<IssuedTogether> {
  return decide<IssuedTogether>(actor, 'paper.issue', writerSubject(docs[0]!), () => {
    const left = docs.filter((doc) => paperState(doc) !== 'issued');
    const waiting = hidden + left.filter((doc) => paperState(doc) === 'writing').length;
    if (waiting > 0) return refuse('not-handed-over', `${waiting} of ${docs.length + hidden} ${nameOf(docs[0]!)} ${waiting === 1 ? 'has' : 'have'} not been handed over yet. They are issued together when all are there.`);
    if (left.length === 0) return refuse('already-issued', `The ${nameOf(docs[0]!)} have been issued already.`);
    const changes = new Map<string, DocumentChange>();
    const events: Outcome<DocumentChange>['events'][number][] = [];
    for (const doc of left) {
      const decision = issuePaper({ doc, actor, missing: [] });
      if (isRefusal(decision)) return decision;
      changes.set(doc.id, decision.change);
      events.push(...decision.events);
    }
    return { change: { changes }, events: events as [typeof events[number], ...typeof events] };
  });
}

/** The part of it that concerns one document. */
export function partOf(accepted: Accepted<IssuedTogether>, documentId: string): Accepted<DocumentChange> | null {
  const change = accepted.change.changes.get(documentId);
  return change ? { ...accepted, change } : null;
}
