import { isRefusal } from '@/domain/decision';
import * as rules from '@/domain/evidence';
import type { Actor } from '@/domain/model';
import { findSection } from '../documents/find-section';
import { transact } from '../transact';
import { findEvidenceFile, saveRemoval } from './store';

interface Command {
  documentId: string;
  sectionKey: string;
  fileId: string;
}

export const removeEvidenceFile = (actor: Actor, { documentId, sectionKey, fileId }: Command, at: Date) =>
  transact(actor, at, async (tx) => {
    const { doc, section } = await findSection(tx, actor, { documentId, sectionKey }, at);
    const file = await findEvidenceFile(tx, documentId, sectionKey, fileId);
    const decision = rules.removeEvidenceFile({ doc, section, actor, file });
    if (!isRefusal(decision)) await saveRemoval(tx, documentId, decision, at);
    return decision;
  });
