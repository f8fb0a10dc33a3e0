import { createHash } from 'node:crypto';
import type { DocumentFacts, SectionText } from '@/domain/documents/facts';
import { DOCUMENT_NAMES } from '@/domain/documents/facts';
import { documentInWords } from '@/domain/documents/in-words';
import { documentTemplate, type DocumentTemplateDefinition } from '@/domain/documents/template';
import { whatIsMissing } from '@/domain/self-views/completeness';
import { OFFICE_NAMES, type Actor, type Office } from '@/domain/model';
import { permits } from '@/domain/permissions';
import { subjectOf } from '@/domain/documents/subject';
import type { Tx } from '../db';
import { dateOf, today } from '../days';
import { isUuid, NotFound } from '../not-found';
import { findDocument, unscopedDocument } from './find-document';

/** The template that a document was made from; null for those that are written freely. */
export async function findTemplate(tx: Tx, documentId: string): Promise<DocumentTemplateDefinition | null> {
  const row = await tx.document.findUnique({ where: { id: documentId }, select: { template: { select: { definition: true } } } });
  return row?.template ? documentTemplate.parse(row.template.definition) : null;
}

/** The live text. */
export async function findSections(tx: Tx, documentId: string): Promise<SectionText[]> {
  const sections = await tx.section.findMany({ where: { documentId }, orderBy: { ordinal: 'asc' }, select: { key: true, title: true, content: true } });
  return sections as unknown as SectionText[];
}

export async function findVersionText(tx: Tx, versionId: string): Promise<SectionText[]> {
  const { content } = await tx.documentVersion.findUniqueOrThrow({ where: { id: versionId }, select: { content: true } });
  return content as unknown as SectionText[];
}

/** Required things that are not there yet: something to sign and, where there is a journey grid, every place on it. The rest is advice. */
export async function missingIn(tx: Tx, doc: DocumentFacts): Promise<string[]> {
  const sections = await findSections(tx, doc.id);
  const template = await findTemplate(tx, doc.id);
  if (documentInWords(sections, template).every(({ text }) => text === '')) return [`the ${DOCUMENT_NAMES[doc.kind]} itself (nothing has been written yet)`];
  return (template?.sections ?? []).flatMap(({ key, fields }) => {
    const content = sections.find((section) => section.key === key)?.content ?? {};
    return whatIsMissing(fields.filter(({ kind }) => kind === 'journey'), content, template?.journey).map((sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1));
  });
}

/** A document that the actor may see, or for the coordinator one of the region's authorities: its facts, without a right to its text. */
export async function findDocumentOfRegion(tx: Tx, actor: Actor, documentId: string, at: Date): Promise<DocumentFacts> {
  if (!isUuid(documentId)) throw new NotFound();
  if (!actor.as) return findDocument(tx, actor, documentId, at);
  const doc = await unscopedDocument(tx, documentId);
  return permits('document.record-paper-signature', actor.as, subjectOf(doc)) ? doc : findDocument(tx, actor, documentId, at);
}

export interface Holder {
  signatoryPostId: string;
  signatoryPersonId: string;
  signatoryName: string;
  acting: boolean;
}

/** Who holds an office at the document's authority on that day: the holder, or whoever covers the post. */
export async function findHolder(tx: Tx, doc: DocumentFacts, office: Office, at: Date): Promise<Holder> {
  const holder = await findHolderIfAny(tx, doc, office, at);
  if (!holder) throw new NotFound();
  return holder;
}

export async function findHolderIfAny(tx: Tx, doc: DocumentFacts, office: Office, at: Date): Promise<Holder | null> {
  const on = dateOf(today(at));
  const appointment = await tx.appointment.findFirst({
    where: { startsOn: { lte: on }, OR: [{ endsOn: null }, { endsOn: { gte: on } }], post: { office, authorityId: doc.authorityId, regionId: doc.regionId } },
    orderBy: [{ acting: 'asc' }, { startsOn: 'desc' }],
    select: { postId: true, personId: true, acting: true, person: { select: { name: true } } },
  });
  if (!appointment) return null;
  return { signatoryPostId: appointment.postId, signatoryPersonId: appointment.personId, signatoryName: appointment.person.name, acting: appointment.acting };
}

export interface Scan {
  name: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export async function saveScan(tx: Tx, actor: Actor, doc: DocumentFacts, office: Office, scan: Scan, at: Date): Promise<string> {
  const file = await tx.evidenceFile.create({
    data: {
      documentId: doc.id,
      sectionKey: 'signature',
      name: scan.name || `Signature of the ${OFFICE_NAMES[office]}`,
      mediaType: scan.mediaType,
      size: scan.bytes.length,
      sha256: createHash('sha256').update(scan.bytes).digest('hex'),
      uploadedAt: at,
      uploadedBy: actor.personId,
      bytes: { create: { bytes: scan.bytes } },
    },
  });
  return file.id;
}
