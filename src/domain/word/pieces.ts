// A Word file as it was read: paragraphs and tables in their order. What was deleted under tracked changes is not in it; what was
// inserted is.
import type { Line } from '../markdown/lines';

export interface WordParagraph {
  kind: 'paragraph';
  /** Its words, as a line of a text; a heading has the depth of its style (Heading 1 is 1). */
  line: Exclude<Line, { kind: 'table' }>;
  text: string;
  bookmarks: readonly string[];
  pictures: number;
}

export interface WordTable {
  kind: 'table';
  rows: readonly (readonly WordCell[])[];
}

export interface WordCell {
  pieces: readonly WordPiece[];
  text: string;
}

export type WordPiece = WordParagraph | WordTable;

export interface WordFile {
  pieces: readonly WordPiece[];
  /** Properties that a file was given when it was made, by name. */
  properties: Readonly<Record<string, string>>;
}

/** Words as they are compared: whatever the quotation marks, spaces and capitals that a word processor made of them. */
export function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/…/g, '...')
    .replace(/[\u00ad\u200b-\u200f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
