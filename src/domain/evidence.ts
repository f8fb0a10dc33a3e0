// A file given as evidence is known by what it is, not by its name; it is seen by those who see the text that it stands in, and by
// nobody else. Old formats, locked files and files with macros are refused: they cannot be read, or do things when they are opened.
import { decide, refuse, type Decision } from './decision';
import { eventOf } from './documents/about';
import { closedToEditing, type EditedFacts, type EditedSection } from './documents/edit';
import type { SectionText } from './documents/facts';
import type { FileReading } from './file-reading';
import type { Actor } from './model';
import { FILE_FAULTS, type FileFault } from './office-files';

export const FILE_KINDS = {
  'application/pdf': { extension: 'pdf', name: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', name: 'Word' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', name: 'Excel' },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { extension: 'pptx', name: 'PowerPoint' },
  'image/png': { extension: 'png', name: 'picture' },
  'image/jpeg': { extension: 'jpg', name: 'picture' },
} as const;
export type MediaType = keyof typeof FILE_KINDS;

/** For the file chooser of a browser; the server looks for itself. */
export const ACCEPTED = Object.values(FILE_KINDS).map(({ extension }) => `.${extension}`).join(',');

export interface OfferedFile {
  name: string;
  size: number;
  /** Found in the bytes; null when they are nothing known. */
  mediaType: string | null;
  /** Why it is not opened; null when it is. */
  fault: FileFault | null;
}

export interface AcceptedFile {
  name: string;
  mediaType: MediaType;
}

interface Adding {
  doc: EditedFacts;
  section: EditedSection;
  actor: Actor;
  file: OfferedFile;
}

export function addEvidenceFile({ doc, section, actor, file }: Adding): Decision<AcceptedFile> {
  const { regionId, authorityId } = doc;
  return decide<AcceptedFile>(actor, 'self-view.write', { regionId, authorityId, givenToPostIds: section.givenToPostIds }, () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    if (file.fault) return refuse(file.fault, FILE_FAULTS[file.fault]);
    if (!isAccepted(file.mediaType)) return refuse('not-a-kind', FILE_FAULTS['not-a-kind']);
    const name = fileName(file.name, FILE_KINDS[file.mediaType].extension);
    return { change: { name, mediaType: file.mediaType }, events: [eventOf(doc, 'evidence.added', { file: name, section: section.title })] };
  });
}

const isAccepted = (mediaType: string | null): mediaType is MediaType => mediaType !== null && mediaType in FILE_KINDS;

/** The name without folders, control characters or signs that a system gives a meaning to, and with the ending of what it is. */
export function fileName(name: string, extension: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // Control characters, and marks that turn the direction of writing so that an ending looks like another.
  const plain = last.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '').replace(/\s+/g, ' ').trim();
  const stem = plain.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/^\.+|\.+$/g, '').trim().slice(0, 120);
  return `${stem || 'evidence'}.${extension}`;
}

export interface EvidenceFact {
  id: string;
  name: string;
  removedAt: Date | null;
}

export function removeEvidenceFile({ doc, section, actor, file }: { doc: EditedFacts; section: EditedSection; actor: Actor; file: EvidenceFact }): Decision<{ fileId: string }> {
  const { regionId, authorityId } = doc;
  return decide<{ fileId: string }>(actor, 'self-view.write', { regionId, authorityId, givenToPostIds: section.givenToPostIds }, () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    if (file.removedAt) return refuse('removed', 'This file has been removed already.');
    return { change: { fileId: file.id }, events: [eventOf(doc, 'evidence.removed', { file: file.name, section: section.title })] };
  });
}

export interface HeldFile extends EvidenceFact {
  reading: FileReading | null;
  /** The first version that holds it as it was frozen; null when none does. */
  frozenIn: number | null;
}

/** Takes those who made it out of a file, on request of those who gave it. What a frozen version holds stays as it was read and signed. */
export function removeAuthorship({ doc, section, actor, file }: { doc: EditedFacts; section: EditedSection; actor: Actor; file: HeldFile }): Decision<{ fileId: string }> {
  const { regionId, authorityId } = doc;
  return decide<{ fileId: string }>(actor, 'self-view.write', { regionId, authorityId, givenToPostIds: section.givenToPostIds }, () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    if (file.removedAt) return refuse('removed', 'This file has been removed already.');
    if (file.frozenIn !== null) return refuse('frozen', `This file belongs to version ${file.frozenIn}, which was frozen for signature, and stays as it is. Take it out and add a copy without the names.`);
    if ((file.reading?.authorship.length ?? 0) === 0) return refuse('no-authorship', 'This file names nobody.');
    return { change: { fileId: file.id }, events: [eventOf(doc, 'evidence.authorship-removed', { file: file.name, section: section.title })] };
  });
}

/** Does the text hold the file? Those who see no drafts open only the files of the version that they see. */
export function holdsFile(sections: readonly SectionText[], fileId: string): boolean {
  return sections.some(({ content }) => Object.values(content).some((value) => Array.isArray(value) && value.some((item) => (item as { fileId?: unknown } | null)?.fileId === fileId)));
}
