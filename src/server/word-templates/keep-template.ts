import { isRefusal, refuse, type Accepted, type Refusal } from '@/domain/decision';
import type { DocumentKind } from '@/domain/documents/facts';
import { fileName } from '@/domain/evidence';
import type { Actor } from '@/domain/model';
import { illustration } from '@/domain/word-templates/illustration';
import * as rules from '@/domain/word-templates/keep-template';
import { FileRefused } from '../office-files/file-refused';
import { transact } from '../transact';
import { fillTemplate, placeholdersIn } from '../word/fill-template';
import { readWordFile } from '../word/read-word';
import { findKind, findLastVersion, kindIn, regionOf, saveTemplate } from './store';

interface Command {
  kind: string;
  name: string;
  bytes: Uint8Array;
}

/** Puts a Word template in place for a kind of document. It is filled once before it is kept, so that a download never fails on it. */
export async function keepTemplate(actor: Actor, { kind: kindName, name, bytes }: Command, at: Date): Promise<Accepted<{ kind: DocumentKind; name: string; version: number }> | Refusal> {
  const kind = kindIn(kindName);
  const { id: regionId } = regionOf(actor);
  const read = await opened(bytes);
  if ('refused' in read) return read;
  return transact(actor, at, async (tx) => {
    const { placeholders } = await findKind(tx, regionId, kind);
    const decision = rules.keepTemplate({ actor, regionId, placeholders, last: await findLastVersion(tx, regionId, kind), file: { kind, name: fileName(name, 'docx'), ...read } });
    if (!isRefusal(decision)) await saveTemplate(tx, actor, regionId, bytes, decision, at);
    return decision;
  });
}

const UNCLOSED = /\{\{[^{}]*(?:\}(?!\})[^{}]*)?$|\{\{[^{}]*\}(?!\})/g;

async function opened(bytes: Uint8Array): Promise<Pick<rules.TemplateFile, 'found' | 'unclosed'> | Refusal> {
  try {
    const { pieces } = readWordFile(bytes, '');
    const texts = pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece.text] : piece.rows.flat().map(({ text }) => text)));
    const found = await placeholdersIn(bytes);
    await fillTemplate(bytes, illustration('self-view', []));
    return { found, unclosed: texts.flatMap((text) => [...text.matchAll(UNCLOSED)].map(([words]) => words.trim().slice(0, 60))) };
  } catch (error) {
    if (error instanceof FileRefused) return refuse(error.fault, error.fault === 'not-a-kind' ? 'This is no Word file (.docx). A template is one.' : error.message);
    return refuse('unfillable', 'This Word file cannot be filled in. Open it in Word, save it again as .docx and give that.');
  }
}
