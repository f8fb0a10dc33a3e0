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
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    if (text.trim() === '') silent.push(number);
    // Lines are broken where the page is full, not where a sentence ends.
    else pieces.push({ where: `page ${number}`, text: text.replace(/([^\n])\n(?=[^\n])/g, '$1 ') });
    for (const note of await page.getAnnotations()) {
      const said = [note.contentsObj?.str, typeof note.fieldValue === 'string' ? note.fieldValue : ''].filter(Boolean).join('\n');
      if (said.trim() !== '') pieces.push({ where: `page ${number}, comment or form`, text: said });
    }
    page.cleanup();
  }
  await pdf.loadingTask.destroy();
  return words(pieces, { onlyPictures: pieces.length === 0, pagesWithoutWords: pieces.length === 0 ? [] : silent, cut: pdf.numPages > MOST_PAGES });
}

export async function openPdf(bytes: Uint8Array) {
  // It takes the bytes for itself: it is given a copy.
  return getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0 }).catch((error: unknown) => {
    throw new FileRefused(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'malformed');
  });
}
