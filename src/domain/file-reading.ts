// What was seen in a file when it was given: words that look like data about a child, shown masked; and who the file names as its
// maker. It is kept with the file, without the words themselves.
import { z } from 'zod';
import { authorship } from './authorship';
import { CHILD_DATA, type ChildDataKind } from './child-data/find';

export const foundInFile = z.object({
  kind: z.enum(Object.keys(CHILD_DATA) as [ChildDataKind, ...ChildDataKind[]]),
  /** "page 3"; "sheet “July” (hidden), cell B7"; "table 2, row 3, column 1". */
  where: z.string(),
  masked: z.string(),
  /** Of the words, for this document: what a confirmation is kept for. */
  hash: z.string(),
});
export type FoundInFile = z.infer<typeof foundInFile>;

export const OUTCOMES = {
  read: 'It was read.',
  'only-pictures': 'It holds only pictures, so its words could not be read. Look yourself that no child can be known from it.',
  picture: 'It is a picture, so its words could not be read. Look yourself that no child can be known from it.',
  'not-in-time': 'It is too large or too complicated to be read. Look yourself that no child can be known from it.',
} as const;

export const fileReading = z.object({
  outcome: z.enum(['read', 'only-pictures', 'picture', 'not-in-time']),
  found: z.array(foundInFile),
  /** Findings beyond those listed. */
  more: z.number().int().default(0),
  pagesWithoutWords: z.array(z.number().int()).default([]),
  /** Very large: not everything was read. */
  cut: z.boolean().default(false),
  authorship,
});
export type FileReading = z.infer<typeof fileReading>;

/** What the reading could not see; null when it saw everything. */
export function unseenSentence({ outcome, pagesWithoutWords, cut }: Pick<FileReading, 'outcome' | 'pagesWithoutWords' | 'cut'>): string | null {
  if (outcome !== 'read') return OUTCOMES[outcome];
  if (cut) return 'It is very long, so its end was not read. Look yourself that no child can be known from it.';
  if (pagesWithoutWords.length === 0) return null;
  const one = pagesWithoutWords.length === 1;
  return `${one ? 'Page' : 'Pages'} ${pagesWithoutWords.slice(0, 8).join(', ')}${pagesWithoutWords.length > 8 ? ' and others' : ''} ${one ? 'has' : 'have'} no words that can be read; ${one ? 'it is' : 'they are'} perhaps a picture.`;
}

/** What whoever gave the file is told at once. */
export function sentencesOnFile(name: string, reading: FileReading): string[] {
  const count = reading.found.length + reading.more;
  const unseen = unseenSentence(reading);
  return [
    ...(count > 0 ? [`In ${name} ${count === 1 ? 'one place looks' : `${count} places look`} like data about a child: look at ${count === 1 ? 'it' : 'them'} under the file.`] : []),
    ...(unseen ? [`${name}: ${unseen}`] : []),
    ...(reading.authorship.length > 0 ? [`${name} says who made it; that can be taken out.`] : []),
  ];
}
