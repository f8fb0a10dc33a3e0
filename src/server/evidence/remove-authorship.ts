import { isRefusal, refuse, type Accepted, type Refusal } from '@/domain/decision';
import * as rules from '@/domain/evidence';
import type { Actor } from '@/domain/model';
import { today } from '../days';
import { findSection } from '../documents/find-section';
import { FileRefused } from '../office-files/file-refused';
import { cleanFile, readFile } from '../office-files/read-file';
import { transact } from '../transact';
import { loadFileToClean } from './load';
import { findHeldFile, saveClean } from './store';

interface Command {
  documentId: string;
  sectionKey: string;
  fileId: string;
}

/** Puts a copy without those who made it in the place of a file: same words, another hash. The hash of what was given is kept. */
export async function removeAuthorship(actor: Actor, { documentId, sectionKey, fileId }: Command, at: Date): Promise<Accepted<{ fileId: string }> | Refusal> {
  const given = await loadFileToClean(actor, { documentId, sectionKey, fileId }, at);
  if (isRefusal(given)) return given;
  const clean = await cleaned(given.bytes);
  if (isRefusal(clean)) return clean;
  const reading = await readFile({ bytes: clean, documentId, on: today(at) });
  return transact<{ fileId: string }>(actor, at, async (tx) => {
    const { doc, section } = await findSection(tx, actor, { documentId, sectionKey }, at);
    const file = await findHeldFile(tx, documentId, sectionKey, fileId);
    const decision = rules.removeAuthorship({ doc, section, actor, file });
    if (isRefusal(decision)) return decision;
    if (file.sha256 !== given.sha256) return refuse('changed', 'Somebody has just done this. Open the page again.');
    await saveClean(tx, actor, decision, { bytes: clean, reading, givenSha256: given.sha256 }, at);
    return decision;
  });
}

async function cleaned(bytes: Uint8Array): Promise<Uint8Array | Refusal> {
  try {
    return (await cleanFile(bytes)) ?? refuse('not-in-time', 'This file is too large or too complicated to be written anew. Save a copy without the names in the program that made it, and add that.');
  } catch (error) {
    if (error instanceof FileRefused) return refuse('locked', 'This file is locked against changes. Save a copy without the lock and without the names, and add that.');
    throw error;
  }
}
