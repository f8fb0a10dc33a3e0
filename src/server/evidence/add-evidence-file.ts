import { isRefusal, refuse, type Accepted, type Refusal } from '@/domain/decision';
import * as rules from '@/domain/evidence';
import type { FileReading } from '@/domain/file-reading';
import type { Actor } from '@/domain/model';
import { today } from '../days';
import { findSection } from '../documents/find-section';
import { FileRefused } from '../office-files/file-refused';
import { readFile } from '../office-files/read-file';
import { transact } from '../transact';
import { whyNotAdded } from './load';
import { lookInside } from './look-inside';
import { saveEvidenceFile } from './store';

interface Command {
  documentId: string;
  sectionKey: string;
  name: string;
  bytes: Uint8Array;
}

export interface AddedFile extends rules.AcceptedFile {
  fileId?: string;
  reading?: FileReading;
}

/** Keeps a file as evidence of a section, with what was seen in it; gives its id. The words that it stands with are saved with the section. */
export async function addEvidenceFile(actor: Actor, { documentId, sectionKey, name, bytes }: Command, at: Date): Promise<Accepted<AddedFile> | Refusal> {
  const file = await lookInside(name, bytes);
  // Reading takes a while: it is done for those alone who may add the file.
  const refusal = await whyNotAdded(actor, { documentId, sectionKey, file }, at);
  if (refusal) return refusal;
  const reading = await readFile({ bytes, documentId, on: today(at) }).catch(refused);
  if (isRefusal(reading)) return reading;
  return transact<AddedFile>(actor, at, async (tx) => {
    const { doc, section } = await findSection(tx, actor, { documentId, sectionKey }, at);
    const decision = rules.addEvidenceFile({ doc, section, actor, file });
    if (isRefusal(decision)) return decision;
    const fileId = await saveEvidenceFile(tx, actor, at, decision, { documentId, sectionKey, bytes, reading });
    return { ...decision, change: { ...decision.change, fileId, reading } };
  });
}

function refused(error: unknown): Refusal {
  if (error instanceof FileRefused) return refuse(error.fault, error.message);
  throw error;
}
