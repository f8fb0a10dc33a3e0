import { BorderStyle, ExternalHyperlink, HeadingLevel, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type IParagraphOptions, type ParagraphChild } from 'docx';
import { plainText, type Run } from '@/domain/markdown/blocks';
import { writable, type Line } from '@/domain/markdown/lines';
import { TEXT_WIDTH, type Lists } from './styles';

export type WordChild = Paragraph | Table;

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6];

export const headingAt = (level: number) => HEADINGS[Math.min(HEADINGS.length, level) - 1]!;

interface Setting {
  lists: Lists;
  /** For links within the product. */
  origin: string;
  /** The level of a heading of depth 1. */
  headings: number;
  /** Style of ordinary paragraphs. */
  style?: string;
}

/** Lines as Word's own paragraphs, lists and tables. */
export function paragraphsOf(lines: readonly Line[], { lists, origin, headings, style }: Setting): WordChild[] {
  return lines.flatMap((line): WordChild[] => {
    switch (line.kind) {
      case 'heading':
        return [new Paragraph({ heading: headingAt(headings + line.depth - 1), children: wordRuns(line.runs, origin) })];
      case 'table':
        return [wordTable(line.rows, origin), spacer()];
      case 'item':
        return [new Paragraph({ style: 'ListParagraph', numbering: lists.place(line), children: wordRuns(line.runs, origin) })];
      case 'paragraph':
        return [new Paragraph({ ...(line.quoted ? { style: 'Quote' } : style ? { style } : {}), ...(line.under > 0 ? { indent: { left: 397 * line.under } } : {}), children: wordRuns(line.runs, origin) })];
    }
  });
}

/** Word joins two tables that touch; a thin line keeps them apart. */
export const spacer = () => new Paragraph({ style: 'Spacer', children: [] });

export function wordRuns(runs: readonly Run[], origin = ''): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (let from = 0; from < runs.length; ) {
    const { href } = runs[from]!;
    let to = from + 1;
    while (href && to < runs.length && runs[to]!.href === href) to += 1;
    const stretch = runs.slice(from, to).map((run) => wordRun(run, Boolean(href)));
    children.push(...(href ? [new ExternalHyperlink({ link: absolute(href, origin), children: stretch })] : stretch));
    from = to;
  }
  return children;
}

function wordRun(run: Run, link: boolean): TextRun {
  if (run.break) return new TextRun({ break: 1 });
  return new TextRun({ text: writable(run.text), ...(run.bold && { bold: true }), ...(run.italic && { italics: true }), ...(run.struck && { strike: true }), ...(run.code ? { style: 'Code' } : link ? { style: 'Hyperlink' } : {}) });
}

export const absolute = (href: string, origin: string) => (href.startsWith('/') ? origin + href : href.startsWith('#') ? `${origin}/${href}` : href);

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '63707A' } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

interface Widths {
  /** Parts of the width, one a column; by the length of the words when absent. */
  parts?: readonly number[];
  /** The first column holds headings of its rows. */
  rowHeads?: boolean;
}

/** The first row is the head: it is marked as that and stands again on each page. */
export function wordTable(rows: readonly (readonly (readonly Run[])[])[], origin = '', { parts, rowHeads = false }: Widths = {}): Table {
  return tableOf(rows.map((row, at) => row.map((cell, column) => [new Paragraph({ style: at === 0 || (rowHeads && column === 0) ? 'TableHead' : 'TableWords', children: wordRuns(cell, origin) })])), parts ?? partsOf(rows));
}

/** A table of cells that hold whole paragraphs. */
export function tableOf(rows: readonly (readonly (readonly WordChild[])[])[], parts: readonly number[]): Table {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const widths = parts.map((part) => Math.round((TEXT_WIDTH * part) / whole));
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
    rows: rows.map((cells, at) => new TableRow({ tableHeader: at === 0, cantSplit: at === 0, children: cells.map((children, column) => new TableCell({ children: [...children], width: { size: widths[column]!, type: WidthType.DXA }, ...(at === 0 ? { shading: { fill: 'E2E9E7' } } : {}) })) })),
  });
}

/** A column is as wide as the square root of its longest words: long cells wrap, short ones do not. */
export function partsOf(rows: readonly (readonly (readonly Run[])[])[]): number[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) => Math.sqrt(Math.min(200, Math.max(8, ...rows.map((row) => plainText(row[column] ?? []).length)))));
}

export const words = (text: string, options: IParagraphOptions = {}) => new Paragraph({ ...options, children: [new TextRun(writable(text))] });
