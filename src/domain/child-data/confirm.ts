// Words that look like data about a child may be something else: whoever may write them says so, by name, and is not asked again for
// these words. Changed words are asked about again. The event and the record hold no word of them.
import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import type { DocumentFacts } from '../documents/facts';
import { subjectOf } from '../documents/subject';
import type { Actor } from '../model';
import { CHILD_DATA, type ChildDataKind } from './find';

export interface PlacedChildData {
  kind: ChildDataKind;
  where: string;
  masked: string;
  hash: string;
}

export interface Confirmed {
  hash: string;
  kind: ChildDataKind;
  place: string;
}

interface Confirming {
  doc: DocumentFacts;
  actor: Actor;
  /** The posts to which the section is given. */
  givenToPostIds: readonly string[];
  /** What stands there now; null when the words have gone. */
  found: PlacedChildData | null;
  isConfirmed: boolean;
}

export function confirmNotAChild({ doc, actor, givenToPostIds, found, isConfirmed }: Confirming): Decision<Confirmed> {
  return decide<Confirmed>(actor, 'self-view.write', { ...subjectOf(doc), givenToPostIds }, () => {
    if (!found) return refuse('words-changed', 'These words have been changed since. Look at what stands there now.');
    if (isConfirmed) return refuse('confirmed', 'Somebody has said so already.');
    const { hash, kind, where } = found;
    return { change: { hash, kind, place: where }, events: [eventOf(doc, 'child-data.confirmed', { what: CHILD_DATA[kind], place: where })] };
  });
}
