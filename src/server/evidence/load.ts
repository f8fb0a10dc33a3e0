import { isRefusal, type Refusal } from '@/domain/decision';
import { addEvidenceFile, holdsFile, removeAuthorship, type OfferedFile } from '@/domain/evidence';
import { fileReading, type FileReading } from '@/domain/file-reading';
import type { DocumentFacts, SectionText } from '@/domain/documents/facts';
import { closedToEditing } from '@/domain/documents/edit';
import { sharedVersion } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import type { Actor, HeldPost } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { audience, seesDraft } from '@/domain/visibility';
import { db } from '../db';
import { findDocument } from '../documents/find-document';
import { findSection } from '../documents/find-section';
import { isUuid, NotFound } from '../not-found';
import { findHeldFile } from './store';

export interface ServedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** A file with its bytes, for those who see the text that it stands in; NotFound for everyone else, and when it is gone. */
export async function loadEvidenceFile(actor: Actor, documentId: string, fileId: string, at: Date): Promise<ServedFile> {
  if (!isUuid(fileId)) throw new NotFound();
  const doc = await findDocument(db, actor, documentId, at);
  const file = await db.evidenceFile.findFirst({ where: { id: fileId, documentId }, select: { name: true, mediaType: true, bytes: { select: { bytes: true } } } });
  if (!file?.bytes) throw new NotFound();
  if (!seesDraft(actor, doc.shares, at) && !(await standsInWhatIsShared(fileId))) throw new NotFound();
  return { name: file.name, mediaType: file.mediaType, bytes: file.bytes.bytes };

  async function standsInWhatIsShared(id: string): Promise<boolean> {
    const version = sharedVersion(doc);
    if (!version) return false;
    const { content, signatures } = await db.documentVersion.findUniqueOrThrow({ where: { id: version.id }, select: { content: true, signatures: { select: { scanId: true } } } });
    return signatures.some(({ scanId }) => scanId === id) || holdsFile(content as unknown as SectionText[], id);
  }
}

/** Why this person cannot add this file, before anyone takes the time to read it; null when they can. */
export async function whyNotAdded(actor: Actor, { file, ...of }: { documentId: string; sectionKey: string; file: OfferedFile }, at: Date): Promise<Refusal | null> {
  const { doc, section } = await findSection(db, actor, of, at);
  const decision = addEvidenceFile({ doc, section, actor, file });
  return isRefusal(decision) ? decision : null;
}

/** The bytes of a file whose authorship this person may take out; else why not. */
export async function loadFileToClean(actor: Actor, of: { documentId: string; sectionKey: string; fileId: string }, at: Date): Promise<{ bytes: Uint8Array; sha256: string } | Refusal> {
  const { doc, section } = await findSection(db, actor, of, at);
  const file = await findHeldFile(db, of.documentId, of.sectionKey, of.fileId);
  const decision = removeAuthorship({ doc, section, actor, file });
  if (isRefusal(decision)) return decision;
  const kept = await db.evidenceBytes.findUnique({ where: { fileId: of.fileId } });
  if (!kept) throw new NotFound();
  return { bytes: kept.bytes, sha256: file.sha256 };
}

export interface FileLine {
  id: string;
  name: string;
  size: number;
  sectionKey: string;
  section: string;
  uploadedAt: Date;
  cleanedAt: Date | null;
  /** null for one that was given before files were read. */
  reading: FileReading | null;
  /** Hashes of words that somebody has said are not about a child. */
  confirmed: ReadonlyMap<string, { by: string; at: Date }>;
  /** The post in which this person may confirm and take names out; null for those who only read. */
  as: HeldPost | null;
  /** Why the names stay, where they do. */
  names: Refusal | null;
}

/** The evidence files of a self-view with what was seen in them, for the authority's own side alone. */
export async function loadEvidenceFiles(actor: Actor, documentId: string, at: Date): Promise<{ doc: DocumentFacts; authority: string; cycle: string; files: FileLine[]; closed: Refusal | null }> {
  const doc = await findDocument(db, actor, documentId, at);
  if (doc.kind !== 'self-view' || !doc.authorityId || !actor.audiences.includes(audience.authority(doc.authorityId))) throw new NotFound();
  const [rows, confirmations, about, versions] = await Promise.all([
    db.evidenceFile.findMany({ where: { documentId, removedAt: null }, orderBy: { uploadedAt: 'asc' } }),
    db.childDataConfirmation.findMany({ where: { documentId } }),
    db.document.findUniqueOrThrow({ where: { id: documentId }, select: { cycle: { select: { name: true } }, authority: { select: { shortName: true } } } }),
    db.documentVersion.findMany({ where: { documentId }, orderBy: { number: 'asc' }, select: { number: true, content: true } }),
  ]);
  const people = new Map((await db.person.findMany({ where: { id: { in: confirmations.map(({ confirmedBy }) => confirmedBy) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
  const confirmed = new Map(confirmations.map(({ hash, confirmedBy, confirmedAt }) => [hash, { by: people.get(confirmedBy) ?? '', at: confirmedAt }]));
  const closed = closedToEditing(doc);
  const files = rows.flatMap((row): FileLine[] => {
    const section = doc.sections.find(({ key }) => key === row.sectionKey);
    // A scan of a signature on paper stands in no section.
    if (!section) return [];
    const as = closed ? null : capacityFor(actor, 'self-view.write', { ...subjectOf(doc), givenToPostIds: section.givenToPostIds });
    const reading = readingOf(row.reading);
    const frozenIn = versions.find(({ content }) => holdsFile(content as unknown as SectionText[], row.id))?.number ?? null;
    const names = as && removeAuthorship({ doc, section: { ...section, content: {} }, actor: { ...actor, as }, file: { ...row, reading, frozenIn } });
    return [{ ...row, section: section.title, reading: reading && (as ? reading : { ...reading, authorship: [] }), confirmed, as, names: names && isRefusal(names) ? names : null }];
  });
  return { doc, authority: about.authority?.shortName ?? '', cycle: about.cycle.name, files, closed };
}

export const readingOf = (stored: unknown): FileReading | null => fileReading.nullable().catch(null).parse(stored ?? null);
