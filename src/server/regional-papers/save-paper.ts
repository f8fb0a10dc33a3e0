import type { Actor } from '@/domain/model';
import { writeSections } from '../documents/write-section';
import { transact } from '../transact';
import { findPaper } from './store';

interface SavePaper {
  paperId: string;
  /** Text by section key. */
  texts: Readonly<Record<string, string>>;
  /** The version of each section that the writer had read. */
  read: Readonly<Record<string, number>>;
}

/** Saves the sections that were changed, over what the writer had read; two who write at once lose nothing. */
export const savePaper = (actor: Actor, { paperId, texts, read }: SavePaper, at: Date) =>
  transact(actor, at, async (tx) => {
    const { id: documentId } = await findPaper(tx, actor, paperId, at);
    const sections = Object.entries(texts).map(([sectionKey, text]) => ({ documentId, sectionKey, baseVersion: read[sectionKey] ?? 1, typed: { text: text.trim() } }));
    return writeSections(tx, actor, sections, at);
  });
