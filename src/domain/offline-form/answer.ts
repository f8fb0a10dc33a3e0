import type { Line } from '../markdown/lines';
import type { WordPiece } from '../word/pieces';

export interface Unplaced {
  /** "3.2 Strengths" */
  where: string;
  words: string;
}

export interface ReadBack {
  /** By section, then by the name of the input. */
  typed: Record<string, Record<string, string>>;
  unplaced: Unplaced[];
  /** Questions that the file does not hold, or not in a shape that can be read. */
  missing: string[];
  /** How many questions it holds. */
  found: number;
}

export const wordsOf = (piece: WordPiece): string => (piece.kind === 'paragraph' ? piece.text : piece.rows.map((row) => row.map(({ text }) => text).join(' | ')).join('\n'));

/** Headings of an answer stand below the question, which is a heading of the second level. */
export function linesIn(pieces: readonly WordPiece[]): Line[] {
  return pieces.flatMap((piece): Line[] => {
    if (piece.kind === 'table') return [{ kind: 'table', rows: piece.rows.map((row) => row.map(({ pieces: inner }) => inner.flatMap((each) => (each.kind === 'paragraph' ? [...each.line.runs, { text: ' ' }] : [])))) }];
    if (piece.text.trim() === '') return [];
    return [piece.line.kind === 'heading' ? { ...piece.line, depth: Math.max(1, piece.line.depth - 2) } : piece.line];
  });
}
