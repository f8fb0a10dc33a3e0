import { FileRefused } from '../file-refused';
import type { OfficeFile } from '../open-office-file';
import { words, MOST_CELLS, type Cell, type FileWords, type Piece } from './file-words';
import { walkXml } from './walk-xml';
import { piecesOf } from './words-of-docx';

/** Every sheet, the hidden ones too; comments, what a pivot table keeps behind it, and words in drawings. */
export function wordsOfXlsx(file: OfficeFile): FileWords {
  const book = workbookOf(file);
  const strings = stringsOf(file.text('xl/sharedStrings.xml'));
  const days = dayStylesOf(file.text('xl/styles.xml'));
  const left = { cells: MOST_CELLS };
  const pieces = book.sheets.flatMap(({ name, part, hidden }): Piece[] => {
    const sheet = `sheet “${name}”${hidden ? ' (hidden)' : ''}`;
    const rows = rowsOf(file.text(part) ?? '', { sheet, strings, days, from1904: book.from1904, left });
    return [{ rows }, ...commentsOf(file, part, sheet)];
  });
  const drawings = file.names.filter((name) => /^xl\/(drawings|charts|diagrams)\/[^/]+\.xml$/.test(name)).flatMap((name) => piecesOf(file.text(name) ?? '', 'chart or drawing, '));
  return words([...pieces, ...drawings, ...pivotsOf(file)], { cut: left.cells <= 0 });
}

interface Workbook {
  sheets: { name: string; part: string; hidden: boolean }[];
  from1904: boolean;
}

function workbookOf(file: OfficeFile): Workbook {
  const targets = relationsOf(file, 'xl/workbook.xml');
  const book: Workbook = { sheets: [], from1904: false };
  walkXml(file.text('xl/workbook.xml') ?? refuse(), {
    open(name, attribute) {
      if (name === 'workbookPr') book.from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      const part = name === 'sheet' ? targets.get(attribute('r:id') ?? attribute('id') ?? '')?.part : undefined;
      if (part) book.sheets.push({ name: attribute('name') ?? '', part, hidden: (attribute('state') ?? 'visible') !== 'visible' });
    },
  });
  return book;
}

const refuse = (): never => {
  throw new FileRefused('malformed');
};

function relationsOf(file: OfficeFile, part: string): Map<string, { part: string; type: string }> {
  const folder = part.slice(0, part.lastIndexOf('/'));
  const found = new Map<string, { part: string; type: string }>();
  const xml = file.text(`${folder}/_rels/${part.slice(folder.length + 1)}.rels`);
  if (xml) {
    walkXml(xml, {
      open(name, attribute) {
        if (name === 'Relationship' && attribute('TargetMode') !== 'External') found.set(attribute('Id') ?? '', { part: resolved(folder, attribute('Target') ?? ''), type: attribute('Type') ?? '' });
      },
    });
  }
  return found;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

function stringsOf(xml: string | null): string[] {
  const strings: string[] = [];
  let reading = false;
  if (!xml) return strings;
  walkXml(xml, {
    open(name) {
      // How Japanese is spoken is no text of the cell.
      if (name === 'rPh') return false;
      if (name === 'si') strings.push('');
      if (name === 't') reading = true;
      return undefined;
    },
    text(text) {
      if (reading) strings[strings.length - 1] += text;
    },
    close(name) {
      if (name === 't') reading = false;
    },
  });
  return strings;
}

/** For each style of a cell: does it show its number as a day? */
function dayStylesOf(xml: string | null): boolean[] {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  if (!xml) return styles;
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(isDay(Number(attribute('numFmtId') ?? 0)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;

  function isDay(id: number): boolean {
    const code = formats.get(id)?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
    return code === undefined ? (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) : /[dy]/i.test(code) && !/general/i.test(code);
  }
}

interface Sheet {
  sheet: string;
  strings: readonly string[];
  days: readonly boolean[];
  from1904: boolean;
  left: { cells: number };
}

const MOST_COLUMNS = 256;

function rowsOf(xml: string, { sheet, strings, days, from1904, left }: Sheet): Cell[][] {
  const rows: Cell[][] = [];
  let [reference, type, style, value, reading] = ['', '', 0, '', false];
  let column = 0;
  walkXml(xml, {
    open(name, attribute) {
      if (left.cells <= 0 && name === 'c') return false;
      if (name === 'row') {
        rows.push([]);
        column = 0;
      } else if (name === 'c') {
        column = attribute('r') ? columnOf(attribute('r')!) : column + 1;
        [reference, type, style, value] = [attribute('r') ?? `${lettersOf(column)}${rows.length}`, attribute('t') ?? 'n', Number(attribute('s') ?? 0), ''];
      } else if (name === 'v' || name === 't') reading = true;
      else if (name === 'rPh' || name === 'f') return false;
      return undefined;
    },
    text(text) {
      if (reading) value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false;
      if (name === 'c') keep();
    },
  });
  return rows;

  function keep(): void {
    const row = rows.at(-1);
    if (!row || value === '' || column > MOST_COLUMNS) return;
    left.cells -= 1;
    for (let empty = row.length + 1; empty < column; empty += 1) row.push({ where: '', text: '' });
    row.push({ where: `${sheet}, cell ${reference}`, text: shown() });
  }

  function shown(): string {
    if (type === 's') return strings[Number(value)] ?? '';
    return type === 'n' && days[style] ? dayOf(Number(value), from1904) : value;
  }
}

const columnOf = (reference: string) => [...(/^[A-Z]+/i.exec(reference)?.[0] ?? 'A').toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const lettersOf = (column: number): string => (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

/** Days are counted from 1900 or 1904; the first count has a 29 February 1900 that never was. */
function dayOf(count: number, from1904: boolean): string {
  if (!Number.isFinite(count) || count < 1 || count > 80_000) return String(count);
  const at = new Date(Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30) + Math.floor(count) * 86_400_000);
  return at.toISOString().slice(0, 10);
}

function commentsOf(file: OfficeFile, part: string, sheet: string): Piece[] {
  return [...relationsOf(file, part).values()].filter(({ type }) => /\/(comments|threadedComment)$/.test(type)).flatMap(({ part: name }) => {
    const pieces: { where: string; text: string }[] = [];
    let reading = false;
    walkXml(file.text(name) ?? '<none/>', {
      open(tag, attribute) {
        if (tag === 'comment' || tag === 'threadedComment') pieces.push({ where: `${sheet}, comment on cell ${attribute('ref') ?? ''}`, text: '' });
        if ((tag === 't' || tag === 'text') && pieces.length > 0) reading = true;
      },
      text(text) {
        if (reading) pieces.at(-1)!.text += text;
      },
      close(tag) {
        if (tag === 't' || tag === 'text') reading = false;
      },
    });
    return pieces.filter(({ text }) => text.trim() !== '');
  });
}

/** A pivot table keeps a copy of what it counts, also when the sheet with it has been taken out. */
function pivotsOf(file: OfficeFile): Piece[] {
  return file.names.filter((name) => /^xl\/pivotCache\/pivotCache(Definition|Records)\d*\.xml$/.test(name)).map((name) => {
    const values: string[] = [];
    walkXml(file.text(name) ?? '<none/>', {
      open(tag, attribute) {
        if (['s', 'n', 'd'].includes(tag) && values.length < MOST_CELLS) values.push(attribute('v') ?? '');
      },
    });
    return { where: 'data kept behind a pivot table', text: values.join('\n') };
  });
}
