import { isRefusal, refuse } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/regional-papers';
import { saveDocumentChange } from '../documents/save-change';
import { findSections } from '../documents/store';
import { transact } from '../transact';
import { findPaper } from './store';

interface SavePaper {
  paperId: string;
  /** Text by section key. */
  texts: Readonly<Record<string, string>>;
  /** The number of saves of each section that the writer had read. */
  read: Readonly<Record<string, number>>;
}

/** Saves the sections that were changed. A section that someone else saved meanwhile is not overwritten: the writer is told. */
export const savePaper = (actor: Actor, { paperId, texts, read }: SavePaper, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findPaper(tx, actor, paperId, at);
    const live = await findSections(tx, paperId);
    const changed = live.filter(({ key, content }) => texts[key] !== undefined && texts[key].trim() !== String(content.text ?? '').trim());
    const overtaken = changed.find(({ key }) => doc.sections.find((section) => section.key === key)?.version !== read[key]);
    if (overtaken) return refuse('saved-meanwhile', `Someone has just saved “${overtaken.title}”. Your words are in the form below; the saved text is shown under it. Put them together and save again.`);
    const sections = changed.map((section) => ({ ...section, content: { ...section.content, text: texts[section.key]!.trim() } }));
    const decision = rules.savePaper({ doc, sections, actor });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });
