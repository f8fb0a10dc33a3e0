// A file given as evidence is known by what it is, not by its name; it is seen by those who see the text that it stands in, and by
// nobody else. Old formats and files with macros are refused: they can do things when they are opened.
import { decide, refuse, type Decision } from './decision';
import { eventOf } from './documents/about';
import { closedToEditing, type EditedFacts, type EditedSection } from './documents/edit';
import type { SectionText } from './documents/facts';
import type { Actor } from './model';

export const MOST_BYTES = 15 * 1024 * 1024;

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
  hasMacros: boolean;
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
    if (file.size === 0) return refuse('empty', 'This file is empty.');
    if (file.size > MOST_BYTES) return refuse('too-large', 'This file is larger than 15 MB. Save a smaller copy, or give the part that matters.');
    if (file.mediaType === 'application/x-cfb') return refuse('old-format', 'This is an old Word, Excel or PowerPoint file, or one with a password. Save it as .docx, .xlsx, .pptx or PDF without a password and add that.');
    if (file.hasMacros) return refuse('macros', 'This file holds macros. Save it without them, or as a PDF, and add that.');
    if (!isAccepted(file.mediaType)) return refuse('not-a-kind', 'This file is not a PDF, a Word, Excel or PowerPoint file, or a PNG or JPEG picture.');
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

/** Does the text hold the file? Those who see no drafts open only the files of the version that they see. */
export function holdsFile(sections: readonly SectionText[], fileId: string): boolean {
  return sections.some(({ content }) => Object.values(content).some((value) => Array.isArray(value) && value.some((item) => (item as { fileId?: unknown } | null)?.fileId === fileId)));
}
