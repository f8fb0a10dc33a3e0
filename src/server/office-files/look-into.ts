import { masked, wordsKey } from '@/domain/child-data/masked';
import { childDataIn } from '@/domain/child-data/find';
import { childDataInTable } from '@/domain/child-data/in-table';
import type { FileReading, FoundInFile } from '@/domain/file-reading';
import type { Day } from '@/domain/model';
import { authorshipOfOffice, withoutOfficeAuthorship } from './authorship/of-office';
import { authorshipOfPicture, withoutPictureAuthorship } from './authorship/of-picture';
import { hashOfWords } from './hash-of-words';
import { openOfficeFile, type OfficeFile } from './open-office-file';
import type { FileWords, Piece } from './words/file-words';
import { wordsOfDocx } from './words/words-of-docx';
import { wordsOfPptx } from './words/words-of-pptx';
import { wordsOfXlsx } from './words/words-of-xlsx';

export interface Looking {
  bytes: Uint8Array;
  /** A confirmation holds in one document: its id goes into the hash of the words. */
  documentId: string;
  on: Day;
}

const MOST_LISTED = 60;

/** Reads a whole file. It may take long: readFile() does it in a process of its own. Throws FileRefused. */
export async function lookInto({ bytes, documentId, on }: Looking): Promise<FileReading> {
  if (isPdf(bytes)) {
    const [{ wordsOfPdf }, { authorshipOfPdf }] = await withPdf();
    return { ...readingOf(await wordsOfPdf(bytes), documentId, on), authorship: await authorshipOfPdf(bytes) };
  }
  if (isPicture(bytes)) return { outcome: 'picture', found: [], more: 0, pagesWithoutWords: [], cut: false, authorship: authorshipOfPicture(bytes) };
  const file = openOfficeFile(bytes);
  return { ...readingOf(wordsOf(file), documentId, on), authorship: authorshipOfOffice(file) };
}

/** A copy of the file without those who made it. Throws FileRefused. */
export async function withoutAuthorship(bytes: Uint8Array): Promise<Uint8Array> {
  if (isPdf(bytes)) return (await withPdf())[1].withoutPdfAuthorship(bytes);
  return isPicture(bytes) ? withoutPictureAuthorship(bytes) : withoutOfficeAuthorship(openOfficeFile(bytes));
}

/** Large, and of no use to an Office file. */
const withPdf = () => Promise.all([import('./words/words-of-pdf'), import('./authorship/of-pdf')]);

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
const isPicture = (bytes: Uint8Array) => (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8);

const WORDS = { docx: wordsOfDocx, xlsx: wordsOfXlsx, pptx: wordsOfPptx };

/** A chart brings its sheet along as a file within the file. */
function wordsOf(file: OfficeFile, within = 0): FileWords {
  const own = WORDS[file.kind](file);
  const inner = within > 0 ? [] : file.names.filter((name) => /\/embeddings\/[^/]+\.(docx|xlsx|pptx)$/i.test(name)).flatMap((name) => innerPieces(file.bytes(name)!, within + 1));
  return { ...own, pieces: [...own.pieces, ...inner] };
}

function innerPieces(bytes: Uint8Array, within: number): Piece[] {
  try {
    return wordsOf(openOfficeFile(bytes), within).pieces.map((piece): Piece => ('rows' in piece ? { rows: piece.rows.map((row) => row.map((cell) => ({ ...cell, where: `file within the file, ${cell.where}` }))) } : { ...piece, where: `file within the file, ${piece.where}` }));
  } catch {
    return [];
  }
}

function readingOf({ pieces, onlyPictures, pagesWithoutWords, cut }: FileWords, documentId: string, on: Day): Omit<FileReading, 'authorship'> {
  const all = pieces.flatMap((piece) => ('rows' in piece ? childDataInTable(piece.rows, on) : childDataIn(piece.text, on).map((one) => ({ ...one, where: piece.where }))));
  const each = new Map(all.map((one) => [`${one.where}\n${one.kind}\n${wordsKey(one)}`, one]));
  const found = [...each.values()].slice(0, MOST_LISTED).map(({ kind, words: said, where }): FoundInFile => ({ kind, where, masked: masked(said), hash: hashOfWords(documentId, { kind, words: said }) }));
  return { outcome: onlyPictures ? 'only-pictures' : 'read', found, more: each.size - found.length, pagesWithoutWords: pagesWithoutWords.slice(0, 200), cut };
}
