/** The words of a file, piece by piece, each with where a person finds it. A table keeps its rows, because its heading tells what stands under it. */
export interface FileWords {
  pieces: Piece[];
  /** Nothing could be read, because there are only pictures. */
  onlyPictures: boolean;
  /** Pages of a PDF without a word, where others have some: pictures, as a rule. */
  pagesWithoutWords: number[];
  /** Very large: not everything was read. */
  cut: boolean;
}

export type Piece = { where: string; text: string } | { rows: Cell[][] };

export interface Cell {
  where: string;
  text: string;
}

export const MOST_CELLS = 400_000;

export const words = (pieces: Piece[], more: Partial<FileWords> = {}): FileWords => ({ pieces, onlyPictures: false, pagesWithoutWords: [], cut: false, ...more });
