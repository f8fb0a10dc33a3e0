// Sections are given to colleagues of the same authority to write, each by a day; a contributor writes those and no others
// (domain: section owners).
import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import { closedToEditing } from '../documents/edit';
import type { DocumentFacts, SectionFact } from '../documents/facts';
import { subjectOf } from '../documents/subject';
import type { Actor, Day } from '../model';

export interface GivenPost {
  id: string;
  authorityId: string | null;
  name: string;
}

export interface SectionGift {
  postId: string;
  dueOn: Day | null;
}

interface Gift {
  doc: DocumentFacts;
  section: SectionFact;
  actor: Actor;
  post: GivenPost;
  dueOn: Day | null;
  today: Day;
}

export function giveSection({ doc, section, actor, post, dueOn, today }: Gift): Decision<SectionGift> {
  return decide(actor, 'self-view.assign', subjectOf(doc), () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    if (post.authorityId !== doc.authorityId) return refuse('not-a-colleague', 'A section is given to someone of the same authority.');
    if (dueOn && dueOn < today) return refuse('due-in-the-past', 'Choose a day that has not passed.');
    return { change: { postId: post.id, dueOn }, events: [eventOf(doc, 'section.assigned', { section: section.title, sectionKey: section.key, to: post.name, postId: post.id, dueOn })] };
  });
}

export function takeBackSection({ doc, section, actor, post }: Pick<Gift, 'doc' | 'section' | 'actor' | 'post'>): Decision<{ postId: string }> {
  return decide(actor, 'self-view.assign', subjectOf(doc), () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    if (!section.givenToPostIds.includes(post.id)) return refuse('not-given', 'This section is not given to that post.');
    return { change: { postId: post.id }, events: [eventOf(doc, 'section.taken-back', { section: section.title, sectionKey: section.key, from: post.name })] };
  });
}
