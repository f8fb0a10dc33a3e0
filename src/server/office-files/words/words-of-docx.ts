import type { OfficeFile } from '../open-office-file';
import { words, type Cell, type FileWords, type Piece } from './file-words';
import { walkXml } from './walk-xml';

const PARTS: readonly [RegExp, string][] = [
  [/^word\/document\d*\.xml$/, ''],
  [/^word\/header\d*\.xml$/, 'page header, '],
  [/^word\/footer\d*\.xml$/, 'page footer, '],
  [/^word\/footnotes\.xml$/, 'footnotes, '],
  [/^word\/endnotes\.xml$/, 'endnotes, '],
  [/^word\/comments\.xml$/, 'comments, '],
  [/^word\/(?:charts|diagrams|glossary)\/[^/]+\.xml$/, 'chart or drawing, '],
];

/** Body, tables, headers, footers, notes, comments, text boxes, charts; what tracked changes took out as well as what they put in. */
export function wordsOfDocx(file: OfficeFile): FileWords {
  const pieces = PARTS.flatMap(([sign, place]) => file.names.filter((name) => sign.test(name)).flatMap((name) => piecesOf(file.text(name) ?? '', place)));
  return words(pieces, { onlyPictures: pieces.length === 0 && file.names.some((name) => name.startsWith('word/media/')) });
}

interface Paragraph {
  /** As it stands now, and as it stood before the tracked changes. */
  now: string;
  before: string;
}

interface Table {
  number: number;
  rows: Cell[][];
}

/** Paragraphs and tables of a part in WordprocessingML or DrawingML, which say p, t, tbl, tr, tc alike. */
export function piecesOf(xml: string, place: string): Piece[] {
  const pieces: Piece[] = [];
  const paragraphs: Paragraph[] = [];
  const tables: Table[] = [];
  const cells: string[][] = [];
  let [paragraphNumber, tableNumber, inserted, deleted, boxes] = [0, 0, 0, 0, 0];
  let reading = false;
  const add = (text: string, tracked: 'both' | 'now' | 'before' = deleted > 0 ? 'before' : inserted > 0 ? 'now' : 'both') => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    if (tracked !== 'before') paragraph.now += text;
    if (tracked !== 'now') paragraph.before += text;
  };
  walkXml(xml, {
    open(name) {
      // The same text box once more, for programs of before 2010.
      if (name === 'Fallback') return false;
      if (name === 'p') paragraphs.push({ now: '', before: '' });
      else if (name === 't' || name === 'delText' || name === 'v') reading = true;
      else if (name === 'tab') add('\t', 'both');
      else if (name === 'br' || name === 'cr') add('\n', 'both');
      else if (name === 'noBreakHyphen') add('-', 'both');
      else if (name === 'ins' || name === 'moveTo') inserted += 1;
      else if (name === 'del' || name === 'moveFrom') deleted += 1;
      else if (name === 'txbxContent') boxes += 1;
      else if (name === 'tbl') tables.push({ number: (tableNumber += 1), rows: [] });
      else if (name === 'tr') tables.at(-1)?.rows.push([]);
      else if (name === 'tc') cells.push([]);
      return undefined;
    },
    text(text) {
      if (reading) add(text);
    },
    close(name) {
      if (name === 't' || name === 'delText' || name === 'v') reading = false;
      else if (name === 'ins' || name === 'moveTo') inserted -= 1;
      else if (name === 'del' || name === 'moveFrom') deleted -= 1;
      else if (name === 'txbxContent') boxes -= 1;
      else if (name === 'p') endParagraph(paragraphs.pop()!);
      else if (name === 'tc') endCell(cells.pop() ?? []);
      else if (name === 'tbl') endTable(tables.pop()!);
    },
  });
  return pieces;

  function endParagraph({ now, before }: Paragraph): void {
    const inCell = boxes === 0 ? cells.at(-1) : undefined;
    if (inCell) inCell.push(now);
    else if ((now + before).trim() !== '') paragraphNumber += 1;
    const where = `${place}${boxes > 0 ? 'text box, ' : ''}${inCell ? `table ${tableNumber}` : `paragraph ${paragraphNumber}`}`;
    if (!inCell && now.trim() !== '') pieces.push({ where, text: now });
    if (before !== now && before.trim() !== '') pieces.push({ where: `${where}, words that tracked changes took out`, text: before });
  }

  function endCell(texts: string[]): void {
    const table = tables.at(-1);
    const row = table?.rows.at(-1);
    if (table && row) row.push({ where: `${place}table ${table.number}, row ${table.rows.length}, column ${row.length + 1}`, text: texts.join('\n') });
    // What stands in a table within a table is words of the cell around it as well.
    cells.at(-1)?.push(...texts);
  }

  function endTable({ rows }: Table): void {
    if (rows.some((row) => row.some(({ text }) => text.trim() !== ''))) pieces.push({ rows });
  }
}
