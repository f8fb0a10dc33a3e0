import { getDocumentProxy } from 'unpdf';
import { FileRefused } from '../file-refused';
import { words, type FileWords, type Piece } from './file-words';

const MOST_PAGES = 500;

/** Page by page, with comments and the answers of forms. A page that is only a picture has no words. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<FileWords> {
  const pdf = await openPdf(bytes);
  const pieces: Piece[] = [];
  const silent: number[] = [];
  const pages = Math.min(pdf.numPages, MOST_PAGES);
  for (let number = 1; number <= pages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOf(items.flatMap((item) => ('str' in item ? [item as Words] : [])));
    const text = lines.map((line) => line.join(' ')).join('\n');
    if (text.trim() === '') silent.push(number);
    else {
      // Lines are broken where the page is full, not where a sentence ends.
      pieces.push({ where: `page ${number}`, text: text.replaceAll('\n', ' ') });
      pieces.push({ rows: lines.map((line) => line.map((words) => ({ where: `page ${number}`, text: words }))) });
    }
    for (const note of await page.getAnnotations()) {
      const said = [note.contentsObj?.str, typeof note.fieldValue === 'string' ? note.fieldValue : ''].filter(Boolean).join('\n');
      if (said.trim() !== '') pieces.push({ where: `page ${number}, comment or form`, text: said });
    }
    page.cleanup();
  }
  await pdf.loadingTask.destroy();
  return words(pieces, { onlyPictures: pieces.length === 0, pagesWithoutWords: pieces.length === 0 ? [] : silent, cut: pdf.numPages > MOST_PAGES });
}

interface Words {
  str: string;
  hasEOL: boolean;
  width: number;
  height: number;
  transform: number[];
}

/** The lines of a page, each cut where there is a gap as between the columns of a table. A footnote's mark is set off from what it follows. */
function linesOf(items: readonly Words[]): string[][] {
  const lines: string[][] = [[]];
  let before: Words | null = null;
  for (const item of items) {
    const line = lines.at(-1)!;
    if (item.str !== '') {
      const gap = before ? left(item) - left(before) - before.width : 0;
      if (!before || line.length === 0 || gap > Math.max(item.height, 6)) line.push(item.str);
      else line[line.length - 1] += (before.height > 0 && item.height > 0 && item.height < before.height * 0.8 ? ' ' : '') + item.str;
      // A lone space has no height of its own.
      if (item.str.trim() !== '') before = item;
    }
    if (item.hasEOL) {
      lines.push([]);
      before = null;
    }
  }
  return lines.map((line) => line.map((words) => words.trim()).filter((words) => words !== '')).filter((line) => line.length > 0);
}

const left = ({ transform }: Words) => transform[4] ?? 0;

export async function openPdf(bytes: Uint8Array) {
  // It takes the bytes for itself: it is given a copy.
  return getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0 }).catch((error: unknown) => {
    throw new FileRefused(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'malformed');
  });
}
