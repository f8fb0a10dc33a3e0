// Which kinds of document are written in the product, by whom, and until when (North West process 2017/18; the memorandum's clauses
// come from the region's template and are signed as they are).
import { refuse, type Refusal } from '../decision';
import type { EventType } from '../events';
import { dayWords } from '../forums/clock';
import type { Day } from '../model';
import type { Permission } from '../permissions';
import { nameOf, type DocumentFacts, type DocumentKind } from './facts';
import { isSigned, lastAct } from './state';

export const WRITTEN_BY: Partial<Record<DocumentKind, Permission>> = {
  'self-view': 'self-view.write',
  preparation: 'preparation.write',
  'forum-notes': 'forum-notes.draft',
  'regional-profile': 'regional-paper.write',
  programme: 'regional-paper.write',
  paper: 'paper.write',
};

/** What a save is called, where it is not simply the saving of a section. */
export const SAVED_EVENT: Partial<Record<DocumentKind, EventType>> = {
  preparation: 'preparation.saved',
  'regional-profile': 'paper.saved',
  programme: 'paper.saved',
  paper: 'paper.saved',
};

export type WrittenFacts = Pick<DocumentFacts, 'kind' | 'acts'> &
  Partial<Pick<DocumentFacts, 'versions' | 'signatures' | 'signatories'>> & {
    /** Of a preparation: its session. */
    session?: { onDay: Day; endedAt: Date | null; cancelledAt: Date | null } | null;
  };

/** The sentence why the text cannot be changed now; null when it can. */
export function closedToWriting(doc: WrittenFacts): Refusal | null {
  switch (doc.kind) {
    case 'preparation':
      return closedPreparation(doc);
    case 'forum-notes':
      return isAgreed(doc) ? refuse('agreed', 'These notes are agreed and signed. They can no longer be changed.') : null;
    // The region's papers open again when they are changed, and are put to the Board anew.
    case 'regional-profile':
    case 'programme':
      return null;
    case 'paper':
      return closedPaper(doc);
    default:
      return closedToEditing(doc);
  }
}

export function closedToEditing(doc: Pick<DocumentFacts, 'kind' | 'acts'>): Refusal | null {
  const name = nameOf(doc);
  switch (lastAct(doc, 'submitted', 'accepted', 'returned', 'issued', 'signed-off')?.kind) {
    case 'submitted':
      return refuse('submitted', `The ${name} has been submitted. It can be changed when the regional team returns it.`);
    case 'accepted':
      return refuse('accepted', `The ${name} has been accepted. It can be changed only if the regional team returns it.`);
    case 'issued':
      return refuse('issued', `The ${name} has been issued and can no longer be changed.`);
    case 'signed-off':
      return refuse('signed-off', `The ${name} has been signed off and can no longer be changed.`);
    default:
      return null;
  }
}

/** A paper that was handed over, signed or issued is opened again first, with a reason (domain/papers). */
function closedPaper({ acts }: WrittenFacts): Refusal | null {
  const last = lastAct({ acts }, 'put-for-signature', 'submitted', 'issued', 'reopened', 'returned', 'declined');
  if (!last || last.kind === 'reopened' || last.kind === 'returned' || last.kind === 'declined') return null;
  return refuse('handed-over', 'This has been handed over. Open it again, with a reason, to change it.');
}

function isAgreed({ acts, versions = [], signatures = [], signatories = [] }: WrittenFacts): boolean {
  return isSigned({ acts, versions, signatures, signatories });
}

function closedPreparation({ session }: WrittenFacts): Refusal | null {
  if (session?.cancelledAt) return refuse('cancelled', 'This forum was cancelled. What you have written stays here for the next day.');
  if (session?.endedAt) return refuse('ended', `The session was held on ${dayWords(session.onDay)}: the preparation is closed.`);
  return null;
}
