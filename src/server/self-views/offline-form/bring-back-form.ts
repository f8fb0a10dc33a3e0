import { randomUUID } from 'node:crypto';
import { isRefusal, refuse, type Accepted, type Refusal } from '@/domain/decision';
import { nameOf } from '@/domain/documents/facts';
import { fileName } from '@/domain/evidence';
import * as rules from '@/domain/offline-form/bring-back';
import type { KeptForm } from '@/domain/offline-form/bring-back';
import { offlineForm, readReference, REFERENCE_PROPERTY, type FormReference } from '@/domain/offline-form/form';
import { readBack } from '@/domain/offline-form/read-back';
import type { Actor } from '@/domain/model';
import type { WordFile } from '@/domain/word/pieces';
import { FileRefused } from '../../office-files/file-refused';
import { transact } from '../../transact';
import { readWordFile } from '../../word/read-word';
import { findBases, findFormGround, saveReturnedForm } from './store';

interface Command {
  documentId: string;
  name: string;
  bytes: Uint8Array;
  /** The product's own address. */
  origin: string;
}

/** Reads a form that was filled in offline and keeps what it says, to be accepted section by section. */
export async function bringBackForm(actor: Actor, { documentId, name, bytes, origin }: Command, at: Date): Promise<Accepted<KeptForm & { formId: string }> | Refusal> {
  const file = opened(bytes, origin);
  if ('refused' in file) return file;
  return transact<KeptForm & { formId: string }>(actor, at, async (tx) => {
    const ground = await findFormGround(tx, actor, documentId, at);
    const { doc, template, authority, cycle } = ground;
    const reference = referenceOf(file);
    const versions = versionsOf(reference?.documentId === doc.id ? reference : null, template.sections.map(({ key }) => key), new Map(doc.sections.map(({ key, version }) => [key, version])));
    const bases = await findBases(tx, ground, versions);
    const form = offlineForm(template, (key) => bases[key] ?? {});
    const read = readBack({ pieces: file.pieces, form, of: { ...(reference ?? { authority, cycle }), name: nameOf(doc) }, grid: template.journey, newId: randomUUID });
    const decision = rules.bringBackForm({ doc, actor, file: fileName(name, 'docx'), own: { authority, cycle }, reference, read, versionOf: (key) => versions[key] ?? 0 });
    if (isRefusal(decision)) return decision;
    const formId = await saveReturnedForm(tx, actor, documentId, { name: fileName(name, 'docx'), bytes }, decision, at);
    return { ...decision, change: { ...decision.change, formId } };
  });
}

function opened(bytes: Uint8Array, origin: string): WordFile | Refusal {
  try {
    return readWordFile(bytes, origin);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return refuse(error.fault, error.fault === 'not-a-kind' ? 'This is no Word file (.docx). Bring back the form as Word saves it.' : error.message.replace(/ and add that\.$/, ' and bring that back.'));
  }
}

/** In the file's properties, or at its end in words. */
function referenceOf({ pieces, properties }: WordFile): FormReference | null {
  return readReference(properties[REFERENCE_PROPERTY] ?? '') ?? pieces.map((piece) => (piece.kind === 'paragraph' ? readReference(piece.text) : null)).findLast((found) => found !== null) ?? null;
}

/** A file without its reference is set beside the text as it stands. */
function versionsOf(reference: FormReference | null, keys: readonly string[], now: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(keys.map((key, index) => [key, reference ? (reference.versions[index] ?? 0) : (now.get(key) ?? 0)]));
}
