import type { Accepted } from '@/domain/decision';
import type { Confirmed, PlacedChildData } from '@/domain/child-data/confirm';
import { masked } from '@/domain/child-data/masked';
import { documentTemplate } from '@/domain/documents/template';
import type { DocumentFacts } from '@/domain/documents/facts';
import { fileReading } from '@/domain/file-reading';
import type { Actor } from '@/domain/model';
import { childDataInSections } from '@/domain/self-views/child-data';
import type { Content } from '@/domain/self-views/content';
import { seesDraft } from '@/domain/visibility';
import { today } from '../days';
import type { Tx } from '../db';
import { findDocument } from '../documents/find-document';
import { isUuid, NotFound } from '../not-found';
import { hashOfWords } from '../office-files/hash-of-words';

interface Wanted {
  documentId: string;
  sectionKey: string;
  fileId?: string | undefined;
  hash: string;
}

interface FoundWords {
  doc: DocumentFacts;
  givenToPostIds: readonly string[];
  found: PlacedChildData | null;
  isConfirmed: boolean;
}

/** The words with this hash as they stand now, in the section or in the file; for those who see the draft. */
export async function findWords(tx: Tx, actor: Actor, { documentId, sectionKey, fileId, hash }: Wanted, at: Date): Promise<FoundWords> {
  const doc = await findDocument(tx, actor, documentId, at);
  const section = doc.sections.find(({ key }) => key === sectionKey);
  if (doc.kind !== 'self-view' || !section || !seesDraft(actor, doc.shares, at)) throw new NotFound();
  const confirmation = await tx.childDataConfirmation.findUnique({ where: { documentId_hash: { documentId, hash } }, select: { id: true } });
  const found = fileId ? await inFile(tx, { documentId, sectionKey, fileId, hash }) : await inText(tx, doc, sectionKey, hash, at);
  return { doc, givenToPostIds: section.givenToPostIds, found, isConfirmed: confirmation !== null };
}

async function inFile(tx: Tx, { documentId, sectionKey, fileId, hash }: Wanted & { fileId: string }): Promise<PlacedChildData | null> {
  if (!isUuid(fileId)) throw new NotFound();
  const file = await tx.evidenceFile.findFirst({ where: { id: fileId, documentId, sectionKey, removedAt: null }, select: { name: true, reading: true } });
  if (!file) throw new NotFound();
  const found = fileReading.parse(file.reading).found.find((one) => one.hash === hash);
  return found ? { ...found, where: `${file.name}, ${found.where}` } : null;
}

async function inText(tx: Tx, doc: DocumentFacts, sectionKey: string, hash: string, at: Date): Promise<PlacedChildData | null> {
  const { template, sections } = await tx.document.findUniqueOrThrow({
    where: { id: doc.id },
    select: { template: { select: { definition: true } }, sections: { where: { key: sectionKey }, select: { key: true, title: true, content: true } } },
  });
  const texts = sections.map(({ key, title, content }) => ({ key, title, content: content as Content }));
  const found = childDataInSections(texts, documentTemplate.parse(template?.definition), today(at)).find((one) => hashOfWords(doc.id, one) === hash);
  return found ? { kind: found.kind, where: found.where, masked: masked(found.words), hash } : null;
}

export async function saveConfirmation(tx: Tx, actor: Actor, documentId: string, { change }: Accepted<Confirmed>, at: Date): Promise<void> {
  await tx.childDataConfirmation.create({ data: { documentId, ...change, confirmedAt: at, confirmedBy: actor.personId, postId: actor.as!.id } });
}
