// A form comes back from outside: it is taken in only if it is this self-view's, and nothing of it stands in the text before someone
// accepts it, section by section, through the same save as what is typed here.
import { z } from 'zod';
import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import { closedToEditing } from '../documents/writing';
import { nameOf, type DocumentFacts } from '../documents/facts';
import type { Actor } from '../model';
import type { Subject } from '../permissions';
import type { ReadBack } from './answer';
import type { FormReference } from './form';

/** What is kept of a form until its sections are accepted. */
export const keptForm = z.object({
  sections: z.array(z.object({ key: z.string(), baseVersion: z.number().int().min(0), typed: z.record(z.string(), z.string()) })),
  unplaced: z.array(z.object({ where: z.string(), words: z.string() })),
  missing: z.array(z.string()),
  /** Where the file had lost its reference and was set beside the text as it stood. */
  withoutReference: z.boolean(),
});
export type KeptForm = z.infer<typeof keptForm>;

/** Anyone who writes any section of a self-view may bring its form back. */
export function formSubject(doc: DocumentFacts): Subject {
  return { regionId: doc.regionId, authorityId: doc.authorityId, givenToPostIds: doc.sections.flatMap(({ givenToPostIds }) => givenToPostIds) };
}

interface BringBack {
  doc: DocumentFacts;
  actor: Actor;
  file: string;
  /** This self-view. */
  own: Pick<FormReference, 'authority' | 'cycle'>;
  reference: FormReference | null;
  read: ReadBack;
  versionOf: (sectionKey: string) => number;
}

export function bringBackForm({ doc, actor, file, own, reference, read, versionOf }: BringBack): Decision<KeptForm> {
  return decide<KeptForm>(actor, 'self-view.write', formSubject(doc), () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    if (reference && reference.documentId !== doc.id) {
      return refuse('another-form', `This is the form of ${reference.authority} for ${reference.cycle}, not that of ${own.authority} for ${own.cycle}. Nothing was taken from it.`);
    }
    if (read.found === 0) return refuse('no-form', `This Word file is no ${nameOf(doc)} form: none of its questions is in it. Download the form here and fill that in.`);
    const sections = Object.entries(read.typed).map(([key, typed]) => ({ key, baseVersion: versionOf(key), typed }));
    return { change: { sections, unplaced: read.unplaced, missing: read.missing, withoutReference: reference === null }, events: [eventOf(doc, 'form.returned', { file })] };
  });
}
