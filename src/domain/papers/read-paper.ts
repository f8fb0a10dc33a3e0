// A process may ask that a post reads something before it goes on: opening it is the reading, kept once for each person in each post.
import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import type { DocumentFacts } from '../documents/facts';
import { readableVersions } from '../documents/reading';
import { postName, type Actor, type HeldPost } from '../model';
import { permits } from '../permissions';
import { readerSubject } from './parts';
import { isWithReaders } from './stages';

/** The posts in which the actor is to read it, and has read it once it is open before them: nothing to read yet, or nobody who must, is none. */
export function readsAs(actor: Actor, doc: DocumentFacts, now: Date): HeldPost[] {
  const subject = readerSubject(doc);
  if ((subject.parties ?? []).length === 0 || !isThere(actor, doc, now)) return [];
  return actor.posts.filter((post) => permits('paper.read', post, subject));
}

export function readPaper({ doc, actor, already, now }: { doc: DocumentFacts; actor: Actor; already: boolean; now: Date }): Decision<object> {
  return decide<object>(actor, 'paper.read', readerSubject(doc), () => {
    if (!isThere(actor, doc, now)) return refuse('nothing-to-read', 'Nothing has been handed over yet.');
    if (already) return refuse('already-read', 'You have opened it before.');
    return { change: {}, events: [eventOf(doc, 'paper.read', { post: postName({ ...actor.as!, acting: false }) })] };
  });
}

const isThere = (actor: Actor, doc: DocumentFacts, now: Date) => (doc.kind !== 'paper' || isWithReaders(doc)) && readableVersions(actor, doc, now).length > 0;
