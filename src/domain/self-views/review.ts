// Before the Lead Member signs, colleagues of the same authority read the self-view and comment on it, section by section and
// paragraph by paragraph; the region never sees these comments (domain: "shared with colleagues", comment threads).
import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import type { DocumentChange } from '../documents/change';
import { closedToEditing } from '../documents/edit';
import { nameOf, type DocumentFacts } from '../documents/facts';
import { isSigned, lastAct, versionForSignature } from '../documents/state';
import { subjectOf } from '../documents/subject';
import type { Actor } from '../model';
import { audience, type Audience } from '../visibility';

export function isInReview(doc: Pick<DocumentFacts, 'acts'>): boolean {
  return lastAct(doc, 'put-for-review', 'put-for-signature', 'submitted')?.kind === 'put-for-review';
}

export function putForReview({ doc, actor }: { doc: DocumentFacts; actor: Actor }): Decision<DocumentChange> {
  return decide<DocumentChange>(actor, 'self-view.put-for-review', subjectOf(doc), () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    if (isSigned(doc)) return refuse('signed', `The ${nameOf(doc)} is signed. It opens for review when its text is changed.`);
    if (versionForSignature(doc)) return refuse('out-for-signature', `The ${nameOf(doc)} is out for signature already.`);
    if (isInReview(doc)) return refuse('in-review', `The ${nameOf(doc)} is out for internal review already.`);
    return { change: { act: { kind: 'put-for-review' } }, events: [eventOf(doc, 'document.put-for-review')] };
  });
}

export interface NewComment {
  sectionKey: string;
  /** From 1; 0 is the whole section. */
  paragraph: number;
  /** The paragraph as it was read, so that the comment is found again when others come before it. */
  quoted: string;
  body: string;
  audience: Audience;
}

interface Commenting {
  doc: DocumentFacts;
  actor: Actor;
  comment: Omit<NewComment, 'audience'>;
}

export function commentOnSection({ doc, actor, comment }: Commenting): Decision<NewComment> {
  return decide<NewComment>(actor, 'self-view.comment', subjectOf(doc), () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    const section = doc.sections.find(({ key }) => key === comment.sectionKey);
    if (!section) return refuse('no-section', 'There is no such section.');
    const body = comment.body.trim();
    if (body === '') return refuse('no-words', 'Write your comment.');
    return {
      change: { ...comment, body, audience: audience.authority(doc.authorityId!) },
      events: [eventOf(doc, 'document.commented', { section: section.title, sectionKey: section.key, paragraph: comment.paragraph, writers: section.givenToPostIds.join(' ') })],
    };
  });
}

export interface CommentFact {
  id: string;
  sectionKey: string;
  settledAt: Date | null;
}

export interface Settlement {
  commentId: string;
  as: 'accepted' | 'answered';
  answer: string;
}

/** Accepted: the words were changed because of it. Answered: they were not, and why. */
export function settleComment({ doc, actor, comment, as, answer }: { doc: DocumentFacts; actor: Actor; comment: CommentFact; as: Settlement['as']; answer: string }): Decision<Settlement> {
  const section = doc.sections.find(({ key }) => key === comment.sectionKey);
  return decide<Settlement>(actor, 'self-view.write', { ...subjectOf(doc), givenToPostIds: section?.givenToPostIds ?? [] }, () => {
    if (comment.settledAt) return refuse('settled', 'Someone has settled this comment already.');
    const words = answer.trim();
    if (as === 'answered' && words === '') return refuse('no-answer', 'Say why the words stay as they are.');
    return { change: { commentId: comment.id, as, answer: words }, events: [eventOf(doc, 'document.comment-settled', { as, section: section?.title ?? '' })] };
  });
}
