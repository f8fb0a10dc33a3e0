import { compareVersions } from '@/domain/documents/compare';
import { documentInWords } from '@/domain/documents/in-words';
import { readableVersions } from '@/domain/documents/reading';
import type { Actor } from '@/domain/model';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { loadDocumentHead } from '../load';
import { findTemplate, findVersionText } from '../store';

/** One version as it was frozen, with its signatures; with another number beside it, what differs between the two. */
export async function loadVersion(actor: Actor, { documentId, number, beside }: { documentId: string; number: number; beside: number | null }, at: Date) {
  const head = await loadDocumentHead(actor, documentId, at);
  const versions = readableVersions(actor, head.doc, at);
  const version = versions.find((each) => each.number === number);
  const other = beside === null ? null : versions.find((each) => each.number === beside);
  if (!version || other === undefined) throw new NotFound();
  const [template, content, otherContent] = await Promise.all([
    findTemplate(db, documentId),
    findVersionText(db, version.id),
    other ? findVersionText(db, other.id) : null,
  ]);
  const text = documentInWords(content, template);
  const [earlier, later] = other && other.number > version.number ? [version, other] : [other, version];
  const otherText = otherContent && documentInWords(otherContent, template);
  const changes = otherText && (earlier === version ? compareVersions(text, otherText) : compareVersions(otherText, text));
  return { ...head, versions, version, text, compared: earlier && changes ? { earlier, later: later!, sections: changes } : null };
}
