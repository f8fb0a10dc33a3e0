import { createHash } from 'node:crypto';
import type { DocumentFacts, SectionText } from '@/domain/documents/facts';
import { nameOf } from '@/domain/documents/facts';
import { documentInWords } from '@/domain/documents/in-words';
import { documentTemplate, type DocumentTemplateDefinition } from '@/domain/documents/template';
import { whatIsMissing } from '@/domain/self-views/completeness';
import { holdingOn, holdingsOn, type Holding } from '@/domain/holding';
import { OFFICE_NAMES, type Actor, type Office } from '@/domain/model';
import { isOffice, isPeerParty, roleOf, type Required } from '@/domain/parties';
import type { AppointmentFacts } from '@/domain/people';
import { permits } from '@/domain/permissions';
import { subjectOf } from '@/domain/documents/subject';
import { paperKeyOf } from '@/domain/processes/paper-terms';
import type { Tx } from '../db';
import { dayOf, dayOrNull, today } from '../days';
import { isUuid, NotFound } from '../not-found';
import { processDefinition } from '../process-definition/load';
import { figuresAstray, sectionsWithFigures } from './figures/store';
import { findDocument, unscopedDocument } from './find-document';

/** The template that a document was made from, or of a paper what its process says; null for those that are written freely. */
export async function findTemplate(tx: Tx, documentId: string): Promise<DocumentTemplateDefinition | null> {
  const row = await tx.document.findUnique({ where: { id: documentId }, select: { kind: true, slot: true, cycle: { select: { templateId: true } }, template: { select: { definition: true } } } });
  if (row?.kind === 'paper') {
    const paper = (await processDefinition(tx, row.cycle.templateId)).papers.find(({ key }) => key === paperKeyOf(row.slot));
    return paper ? { title: paper.name, sections: paper.sections } : null;
  }
  return row?.template ? documentTemplate.parse(row.template.definition) : null;
}

/** The live text as it is read: with the figures that it quotes. */
export async function findLiveText(tx: Tx, documentId: string): Promise<SectionText[]> {
  return sectionsWithFigures(tx, documentId, await findSections(tx, documentId));
}

/** The live text as it is written. */
export async function findSections(tx: Tx, documentId: string): Promise<SectionText[]> {
  const sections = await tx.section.findMany({ where: { documentId }, orderBy: { ordinal: 'asc' }, select: { key: true, title: true, content: true } });
  return sections as unknown as SectionText[];
}

export async function findVersionText(tx: Tx, versionId: string): Promise<SectionText[]> {
  const { content } = await tx.documentVersion.findUniqueOrThrow({ where: { id: versionId }, select: { content: true } });
  return content as unknown as SectionText[];
}

/** Required things that are not there yet: something to sign, every place on a journey grid where there is one, and each figure that the text refers to. The rest is advice. */
export async function missingIn(tx: Tx, doc: DocumentFacts): Promise<string[]> {
  const sections = await findSections(tx, doc.id);
  const template = await findTemplate(tx, doc.id);
  if (documentInWords(sections, template).every(({ text }) => text === '')) return [`the ${nameOf(doc)} itself (nothing has been written yet)`];
  const places = (template?.sections ?? []).flatMap(({ key, fields }) => {
    const content = sections.find((section) => section.key === key)?.content ?? {};
    return whatIsMissing(fields.filter(({ kind }) => kind === 'journey'), content, template?.journey).map((sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1));
  });
  return [...places, ...(await figuresAstray(tx, doc.id, sections))];
}

/** A document that the actor may see, or for the coordinator one of the region's authorities: its facts, without a right to its text. */
export async function findDocumentOfRegion(tx: Tx, actor: Actor, documentId: string, at: Date): Promise<DocumentFacts> {
  if (!isUuid(documentId)) throw new NotFound();
  if (!actor.as) return findDocument(tx, actor, documentId, at);
  const doc = await unscopedDocument(tx, documentId);
  return permits('document.record-paper-signature', actor.as, subjectOf(doc)) ? doc : findDocument(tx, actor, documentId, at);
}

/** How the actor holds the post in which they act, on the day of `at`; null when they do not hold it any more. */
export async function findOwnHolding(tx: Tx, actor: Actor, at: Date): Promise<Holding | null> {
  return actor.as && holdingOn(await appointmentsTo(tx, { id: actor.as.id }), actor.personId, today(at));
}

export type HoldingOfPost = Holding & { postId: string; office: Office };

/** Everyone who holds a post on that day in which this signatory signs, the holder before those who cover it. */
export async function findHoldings(tx: Tx, doc: DocumentFacts, signer: Required, at: Date): Promise<HoldingOfPost[]> {
  const posts = await tx.post.findMany({ where: { ...postsOf(doc, signer), regionId: doc.regionId }, orderBy: { id: 'asc' }, select: { id: true, office: true } });
  const held: HoldingOfPost[] = [];
  for (const { id, office } of posts) held.push(...holdingsOn(await appointmentsTo(tx, { id }), today(at)).map((holding) => ({ ...holding, postId: id, office: office as Office })));
  return held;
}

/** The posts of the authority or of the region; of a part that another authority has, its Director's, or those found for it. */
function postsOf(doc: DocumentFacts, { party, authorityId }: Required) {
  if (isOffice(party)) return { office: party, authorityId: doc.authorityId };
  const peer = isPeerParty(party) ? (doc.peers ?? []).find((one) => one.role === roleOf(party) && one.authorityId === authorityId) : null;
  if (peer?.postId) return { id: peer.postId };
  // A part that nobody has is nobody's to sign.
  return { office: { in: authorityId === null ? [] : peer ? [...peer.offices] : ['dcs'] }, authorityId };
}

async function appointmentsTo(tx: Tx, post: { id: string }): Promise<AppointmentFacts[]> {
  const rows = await tx.appointment.findMany({ where: { postId: post.id }, orderBy: [{ startsOn: 'asc' }, { id: 'asc' }], include: { person: { select: { name: true } } } });
  return rows.map(({ id, personId, person, startsOn, endsOn, acting }) => ({ id, personId, personName: person.name, startsOn: dayOf(startsOn), endsOn: dayOrNull(endsOn), acting }));
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
