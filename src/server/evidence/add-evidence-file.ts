import { isRefusal, type Accepted, type Refusal } from '@/domain/decision';
import * as rules from '@/domain/evidence';
import type { Actor } from '@/domain/model';
import { findSection } from '../documents/find-section';
import { transact } from '../transact';
import { lookInside } from './look-inside';
import { saveEvidenceFile } from './store';

interface Command {
  documentId: string;
  sectionKey: string;
  name: string;
  bytes: Uint8Array;
}

/** Keeps a file as evidence of a section; gives its id. The words that it stands with are saved with the section. */
export async function addEvidenceFile(actor: Actor, { documentId, sectionKey, name, bytes }: Command, at: Date): Promise<Accepted<rules.AcceptedFile & { fileId?: string }> | Refusal> {
  const file = await lookInside(name, bytes);
  return transact<rules.AcceptedFile & { fileId?: string }>(actor, at, async (tx) => {
    const { doc, section } = await findSection(tx, actor, { documentId, sectionKey }, at);
    const decision = rules.addEvidenceFile({ doc, section, actor, file });
    if (isRefusal(decision)) return decision;
    const fileId = await saveEvidenceFile(tx, actor, at, decision, { documentId, sectionKey, bytes });
    return { ...decision, change: { ...decision.change, fileId } };
  });
}
