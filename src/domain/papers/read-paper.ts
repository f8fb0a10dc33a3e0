// A process may ask that a post reads something before it goes on: opening it is the reading, and it is kept once for each person.
import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import type { DocumentFacts } from '../documents/facts';
import { readableVersions } from '../documents/reading';
import { postName, type Actor } from '../model';
import { capacityFor } from '../permissions';
import { readerSubject } from './parts';
import { isWithReaders } from './stages';

/** The post in which the actor is to read it: nothing to read yet, or nobody who must, is none. */
export function readsAs(actor: Actor, doc: DocumentFacts, now: Date) {
  const subject = readerSubject(doc);
  if ((subject.parties ?? []).length === 0 || !isThere(actor, doc, now)) return null;
  return capacityFor(actor, 'paper.read', subject);
}

export function readPaper({ doc, actor, already, now }: { doc: DocumentFacts; actor: Actor; already: boolean; now: Date }): Decision<object> {
  return decide<object>(actor, 'paper.read', readerSubject(doc), () => {
    if (!isThere(actor, doc, now)) return refuse('nothing-to-read', 'Nothing has been handed over yet.');
    if (already) return refuse('already-read', 'You have opened it before.');
    return { change: {}, events: [eventOf(doc, 'paper.read', { post: postName({ ...actor.as!, acting: false }) })] };
  });
}

const isThere = (actor: Actor, doc: DocumentFacts, now: Date) => (doc.kind !== 'paper' || isWithReaders(doc)) && readableVersions(actor, doc, now).length > 0;
