import { isRefusal, refuse, type Accepted, type Refusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { permits } from '@/domain/permissions';
import * as rules from '@/domain/processes/compose/drafts';
import { MOST_IN_FILE, readProcessFile, type FileFault, type ReadFile } from '@/domain/processes/compose/process-file';
import { NotFound } from '../not-found';
import { transact } from '../transact';
import { findFamilies, saveDraft } from './store';

interface Command {
  bytes: Uint8Array;
  /** Key of the process that it is to be the next version of; null for a process of its own. */
  of: string | null;
}

type Brought = rules.DraftStarted & { id: string };

/** Begins a draft from a file. A file that cannot be read is refused with the line and the reason of each fault; the change holds the draft's id. */
export async function bringInFile(actor: Actor, { bytes, of }: Command, at: Date): Promise<Accepted<Brought> | Refusal> {
  const regionId = actor.as?.region.id;
  if (!regionId) throw new NotFound();
  // A file is read for nobody who may not bring one in.
  if (!permits('process.compose', actor.as!, { regionId })) return refuse('not-permitted', 'This is not for the post in which you act.');
  const read = readBytes(bytes);
  if ('faults' in read) return refuse('file-refused', read.faults.map(faultWords).join(' '));
  return transact(actor, at, async (tx) => {
    const decision = rules.startDraft({ actor, regionId, definition: read.definition, families: await findFamilies(tx, regionId), of });
    if (isRefusal(decision)) return decision;
    const id = await saveDraft(tx, actor, regionId, decision, at);
    return { ...decision, change: { ...decision.change, id } };
  });
}

function readBytes(bytes: Uint8Array): ReadFile {
  if (bytes.byteLength > MOST_IN_FILE * 2) return { faults: [{ line: 1, says: 'The file is too large for a process' }] };
  try {
    return readProcessFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return { faults: [{ line: 1, says: 'The file is no text in UTF-8' }] };
    throw error;
  }
}

const faultWords = ({ line, column, says }: FileFault) => `Line ${line}${column === undefined ? '' : `, column ${column}`}: ${says}.`;
