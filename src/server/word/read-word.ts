import { plainText, safeAddress, type Run } from '@/domain/markdown/blocks';
import type { WordCell, WordFile, WordParagraph, WordPiece } from '@/domain/word/pieces';
import { openOfficeFile } from '../office-files/open-office-file';
import { FileRefused } from '../office-files/file-refused';
import { readStyles, type Styles } from './read-styles';
import { child, childrenNamed, isOn, readXml, textOf, valueOf, type Xml } from './xml';

/**
 * A Word file as paragraphs and tables, with tracked insertions and without tracked deletions. Throws FileRefused, whose message is the
 * sentence for the person, for a file that is not to be opened. `origin`: the product's own address, which its links lose again.
 */
export function readWordFile(bytes: Uint8Array, origin: string): WordFile {
  const file = openOfficeFile(bytes);
  const source = file.text('word/document.xml');
  if (file.kind !== 'docx' || source === null) throw new FileRefused('not-a-kind');
  const body = child(readXml(source), 'w:body');
  if (!body) throw new FileRefused('malformed');
  const reader: Reader = {
    styles: readStyles(file.text('word/styles.xml'), file.text('word/numbering.xml')),
    links: linksOf(file.text('word/_rels/document.xml.rels'), origin),
    notes: new Map([...notesOf(file.text('word/footnotes.xml'), 'w:footnote'), ...notesOf(file.text('word/endnotes.xml'), 'w:endnote')]),
    origin,
  };
  return { pieces: piecesOf(body.children, reader), properties: propertiesOf(file.text('docProps/custom.xml')) };
}

interface Reader {
  styles: Styles;
  links: ReadonlyMap<string, string>;
  notes: ReadonlyMap<string, string>;
  origin: string;
}

/** Elements that only wrap what stands in them. */
const WRAPS = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:fldSimple', 'w:dir', 'w:bdo'];
const GONE = ['w:del', 'w:moveFrom'];

const unwrapped = (elements: readonly Xml[]): Xml[] => elements.flatMap((each) => (WRAPS.includes(each.name) ? unwrapped(each.children) : GONE.includes(each.name) ? [] : [each]));

function piecesOf(elements: readonly Xml[], reader: Reader): WordPiece[] {
  const pieces: WordPiece[] = [];
  let marks: string[] = [];
  let before: Run[] = [];
  for (const element of unwrapped(elements)) {
    if (element.name === 'w:bookmarkStart') marks.push(element.attributes['w:name'] ?? '');
    if (element.name === 'w:tbl') pieces.push({ kind: 'table', rows: rowsOf(element, reader) });
    if (element.name !== 'w:p') continue;
    const paragraph = paragraphOf(element, reader, before, marks);
    marks = [];
    // A paragraph whose end was deleted goes on in the next one.
    const joins = child(child(child(element, 'w:pPr'), 'w:rPr'), 'w:del');
    before = joins ? paragraph.line.runs : [];
    if (!joins) pieces.push(paragraph);
  }
  if (before.length > 0) pieces.push({ kind: 'paragraph', line: { kind: 'paragraph', runs: before, quoted: false, under: 0 }, text: plainText(before), bookmarks: marks, pictures: 0 });
  return pieces;
}

function rowsOf(table: Xml, reader: Reader): WordCell[][] {
  const rows = unwrapped(table.children).filter(({ name, children }) => name === 'w:tr' && !child(child({ name, children, attributes: {}, text: '' }, 'w:trPr'), 'w:del'));
  return rows.map((row) =>
    unwrapped(row.children)
      .filter(({ name }) => name === 'w:tc')
      .flatMap((cell): WordCell[] => {
        const pieces = piecesOf(cell.children, reader);
        const span = Math.min(50, Number(valueOf(child(child(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1) || 1);
        return [{ pieces, text: pieces.map(wordsOf).filter((words) => words.trim() !== '').join('\n') }, ...Array.from({ length: span - 1 }, () => ({ pieces: [], text: '' }))];
      }),
  );
}

const wordsOf = (piece: WordPiece): string => (piece.kind === 'paragraph' ? piece.text : piece.rows.map((row) => row.map(({ text }) => text).join(' | ')).join('\n'));

function paragraphOf(element: Xml, reader: Reader, before: readonly Run[], marks: readonly string[]): WordParagraph {
  const properties = child(element, 'w:pPr');
  const style = reader.styles.paragraph(valueOf(child(properties, 'w:pStyle')));
  const found = readRuns(element, reader);
  const runs = [...before, ...found.runs];
  const own = child(properties, 'w:numPr');
  const id = valueOf(child(own, 'w:numId')) ?? style.list?.id;
  const level = Number(valueOf(child(own, 'w:ilvl')) ?? style.list?.level ?? 0);
  const list = id && id !== '0' ? reader.styles.list(id, level) : null;
  const outline = valueOf(child(properties, 'w:outlineLvl'));
  const heading = style.heading ?? (outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : null);
  const line: WordParagraph['line'] =
    heading !== null
      ? { kind: 'heading', depth: heading, runs }
      : list
        ? { kind: 'item', runs, ordered: list === 'numbers', level: Math.min(8, level), begins: null }
        : { kind: 'paragraph', runs, quoted: style.quoted, under: 0 };
  return { kind: 'paragraph', line, text: plainText(runs), bookmarks: [...marks, ...found.bookmarks], pictures: found.pictures };
}

interface Found {
  runs: Run[];
  bookmarks: string[];
  pictures: number;
}

function readRuns(element: Xml, reader: Reader): Found {
  const found: Found = { runs: [], bookmarks: [], pictures: 0 };
  // Of fields that are written as a beginning, an instruction, a result and an end: the result is what is read.
  const fields: { instruction: string; result: boolean }[] = [];
  const walk = (elements: readonly Xml[], href: string | undefined) => {
    for (const each of unwrapped(elements)) {
      if (each.name === 'w:bookmarkStart') found.bookmarks.push(each.attributes['w:name'] ?? '');
      else if (each.name === 'w:hyperlink') walk(each.children, reader.links.get(each.attributes['r:id'] ?? '') ?? href);
      else if (each.name === 'w:r') readRun(each, href);
    }
  };
  const readRun = (run: Xml, href: string | undefined) => {
    const look = lookOf(child(run, 'w:rPr'), reader.styles);
    if (look === null) return;
    for (const part of run.children.flatMap((each) => (each.name === 'mc:AlternateContent' ? (child(each, 'mc:Choice') ?? each).children : [each]))) {
      if (part.name === 'w:fldChar') {
        const kind = part.attributes['w:fldCharType'];
        if (kind === 'begin') fields.push({ instruction: '', result: false });
        else if (kind === 'separate' && fields.length > 0) fields.at(-1)!.result = true;
        else if (kind === 'end') fields.pop();
      } else if (part.name === 'w:instrText' && fields.length > 0) fields.at(-1)!.instruction += textOf(part);
      else if (fields.every(({ result }) => result)) {
        const link = href ?? fields.map(({ instruction }) => ownAddress(/^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1] ?? '', reader.origin)).find((address) => address !== null);
        found.runs.push(...wordsIn(part, link ? { ...look, href: link } : look, reader));
        if (['w:drawing', 'w:pict', 'w:object'].includes(part.name)) found.pictures += 1;
      }
    }
  };
  walk(element.children, undefined);
  return found;
}

type Look = Omit<Run, 'text' | 'break'>;

function wordsIn(part: Xml, look: Look, { notes }: Reader): Run[] {
  switch (part.name) {
    case 'w:t':
      return [{ ...look, text: textOf(part) }];
    case 'w:tab':
      return [{ ...look, text: ' ' }];
    case 'w:noBreakHyphen':
      return [{ ...look, text: '\u2011' }];
    case 'w:br':
    case 'w:cr':
      return part.attributes['w:type'] && part.attributes['w:type'] !== 'textWrapping' ? [] : [{ text: '', break: true }];
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const note = notes.get(`${part.name.slice(0, -9)}${part.attributes['w:id']}`);
      return note ? [{ ...look, text: ` (${note})` }] : [];
    }
    default:
      return [];
  }
}

const MONOSPACED = /^(courier|consolas|dejavu sans mono|liberation mono|menlo|cascadia)/i;

/** Null for words that are hidden. */
function lookOf(properties: Xml | undefined, styles: Styles): Look | null {
  if (isOn(child(properties, 'w:vanish'))) return null;
  const style = styles.character(valueOf(child(properties, 'w:rStyle')));
  const has = (name: string, byStyle: boolean) => (child(properties, name) ? isOn(child(properties, name)) : byStyle);
  const face = child(properties, 'w:rFonts')?.attributes['w:ascii'] ?? '';
  return {
    ...(has('w:b', style.bold) && { bold: true as const }),
    ...(has('w:i', style.italic) && { italic: true as const }),
    ...((has('w:strike', false) || has('w:dstrike', false)) && { struck: true as const }),
    ...((style.code || MONOSPACED.test(face)) && { code: true as const }),
  };
}

function linksOf(rels: string | null, origin: string): Map<string, string> {
  const external = childrenNamed(rels ? readXml(rels) : undefined, 'Relationship').filter(({ attributes }) => attributes.TargetMode === 'External');
  return new Map(external.flatMap(({ attributes }): [string, string][] => {
    const address = ownAddress(attributes.Target ?? '', origin);
    return address ? [[attributes.Id ?? '', address]] : [];
  }));
}

/** An address within the product without its origin; null for one that could do harm. */
function ownAddress(address: string, origin: string): string | null {
  const own = address.startsWith(`${origin}/`) ? address.slice(origin.length).replace(/^\/#/, '#') : address;
  return safeAddress(own);
}

function notesOf(source: string | null, name: string): [string, string][] {
  const notes = childrenNamed(source ? readXml(source) : undefined, name).filter(({ attributes }) => !attributes['w:type']);
  return notes.map((note) => [`${name}${note.attributes['w:id']}`, unwrapped(note.children).filter((each) => each.name === 'w:p').map((each) => wordsWithin(each)).join(' ').replace(/\s+/g, ' ').trim()]);
}

const wordsWithin = (xml: Xml): string => (xml.name === 'w:t' ? textOf(xml) : unwrapped(xml.children).map(wordsWithin).join(''));

function propertiesOf(source: string | null): Record<string, string> {
  return Object.fromEntries(childrenNamed(source ? readXml(source) : undefined, 'property').map((property) => [property.attributes.name ?? '', textOf(property)]));
}
