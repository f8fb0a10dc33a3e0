import { isRefusal } from '@/domain/decision';
import type { DocumentFacts } from '@/domain/documents/facts';
import { actingAs, type Actor } from '@/domain/model';
import * as rules from '@/domain/papers/read-paper';
import { findDocument } from '../documents/find-document';
import { transact } from '../transact';
import { hasRead, saveReading } from './store';

/** Opening a document is reading it, for each of one's posts that its process asks to read it; for everyone else nothing happens. */
export async function recordReading(actor: Actor, doc: DocumentFacts, at: Date): Promise<void> {
  for (const { id } of rules.readsAs(actor, doc, at)) await readPaper(actingAs(actor, id)!, { documentId: doc.id }, at);
}

export const readPaper = (actor: Actor, { documentId }: { documentId: string }, at: Date) =>
  transact<object>(actor, at, async (tx) => {
    const doc = await findDocument(tx, actor, documentId, at);
    const decision = rules.readPaper({ doc, actor, already: await hasRead(tx, actor, documentId), now: at });
    if (!isRefusal(decision)) await saveReading(tx, actor, documentId, decision, at);
    return decision;
  });
