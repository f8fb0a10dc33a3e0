import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import type { DocumentChange } from '../documents/change';
import type { DocumentFacts, SectionText } from '../documents/facts';
import type { SectionDefinition } from '../documents/template';
import { closedToWriting } from '../documents/writing';
import type { Actor } from '../model';
import { sectionSubject } from './parts';

interface Sheet {
  section: SectionText | undefined;
  definition: SectionDefinition;
  words: string | null;
}

/** A section that only figures have written in holds nothing, or just what they say; `write` is the same with what they say now. */
export function filledSheet({ section, definition, words }: Sheet): { untouched: boolean; write: SectionText | null } {
  const field = definition.fields.find(({ kind }) => kind === 'text');
  if (!field || !section) return { untouched: false, write: null };
  const stands = section.content[field.key] ?? '';
  return { untouched: stands === '' || stands === words, write: words === null || words === stands ? null : { ...section, content: { ...section.content, [field.key]: words } } };
}

/** Puts the words in the first question of the first section that takes any. What stood there is kept as an earlier save. */
export function fillSection({ doc, section, definition, words, actor }: { doc: DocumentFacts; section: SectionText; definition: SectionDefinition; words: string | null; actor: Actor }): Decision<DocumentChange> {
  return decide(actor, 'paper.write', sectionSubject(doc, section.key), () => {
    const closed = closedToWriting(doc);
    if (closed) return closed;
    const field = definition.fields.find(({ kind }) => kind === 'text');
    if (!field) return refuse('no-text', `${definition.title} holds no text that could be filled in.`);
    if (words === null) return refuse('nothing-there', 'There is nothing yet that it could be filled in from.');
    if (section.content[field.key] === words) return refuse('unchanged', 'It is filled in already, and nothing has changed since.');
    return { change: { write: [{ ...section, content: { ...section.content, [field.key]: words } }] }, events: [eventOf(doc, 'paper.saved')] };
  });
}
