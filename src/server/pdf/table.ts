import { plainText, type Run } from '@/domain/markdown/blocks';
import { inFaces } from './faces';
import { asArtifact, keepRoom, RULE, SOFT, within, writeRuns, type Element, type Paper } from './paper';

const SIZE = 8.5;
const PAD = 4;

/** A table with its head on each page that it runs over. `rowHeads`: the first column names its row. */
export function writeTable(paper: Paper, parent: Element, rows: readonly (readonly (readonly Run[])[])[], { rowHeads = false, parts = partsOf(rows), caption }: { rowHeads?: boolean; parts?: readonly number[]; caption?: string } = {}): void {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const widths = parts.map((part) => (paper.width * part) / whole);
  const [head = [], ...body] = rows;
  within(paper, parent, 'Table', (table) => {
    if (caption) within(paper, table, 'Caption', (element) => writeRuns(paper, element, [{ text: caption, bold: true }], { x: paper.left, width: paper.width, size: 9.5, family: 'sans', colour: SOFT, after: 4 }));
    writeRow(paper, table, head, widths, 'head', rowHeads);
    for (const row of body) {
      if (!fits(paper, heightOf(paper, row, widths))) {
        paper.doc.addPage();
        // The head again, for the eye alone: the structure has it once.
        drawRow(paper, null, head, widths, 'head', rowHeads);
      }
      writeRow(paper, table, row, widths, 'body', rowHeads);
    }
  });
  paper.doc.y += 8;
}

const fits = ({ doc }: Paper, height: number) => doc.y + height <= doc.page.height - doc.page.margins.bottom;

function writeRow(paper: Paper, table: Element, cells: readonly (readonly Run[])[], widths: readonly number[], kind: 'head' | 'body', rowHeads: boolean): void {
  if (kind === 'head') keepRoom(paper, heightOf(paper, cells, widths) + 40);
  within(paper, table, 'TR', (row) => drawRow(paper, row, cells, widths, kind, rowHeads));
}

function drawRow(paper: Paper, row: Element | null, cells: readonly (readonly Run[])[], widths: readonly number[], kind: 'head' | 'body', rowHeads: boolean): void {
  const { doc } = paper;
  const [top, height] = [doc.y, heightOf(paper, cells, widths)];
  const tall = height > doc.page.height - doc.page.margins.top - doc.page.margins.bottom;
  asArtifact(doc, () => {
    let x = paper.left;
    for (const width of widths) {
      if (kind === 'head') doc.rect(x, top, width, height).fill('#e2e9e7');
      if (!tall) doc.lineWidth(0.5).strokeColor(RULE).rect(x, top, width, height).stroke();
      x += width;
    }
  });
  let x = paper.left;
  widths.forEach((width, column) => {
    const isHead = kind === 'head' || (rowHeads && column === 0);
    const write = (cell: Element | null) => {
      doc.y = top + PAD;
      const setting = { size: SIZE, family: 'sans' as const, x: x + PAD, width: width - 2 * PAD, bold: isHead, after: 0, lineGap: 1.5 };
      if (cell) writeRuns(paper, cell, cells[column] ?? [], setting);
      else asArtifact(doc, () => doc.font('sans-bold').fontSize(SIZE).fillColor('#15212b').text(plainText(cells[column] ?? []), setting.x, doc.y, { width: setting.width, lineGap: 1.5 }));
    };
    if (row) {
      const cell = doc.struct((isHead ? 'TH' : 'TD') as never, (isHead ? { scope: kind === 'head' ? 'Column' : 'Row' } : {}) as never);
      row.add(cell);
      write(cell);
      cell.end();
    } else write(null);
    x += width;
  });
  if (tall) doc.y += PAD;
  else doc.y = top + height;
}

/** Bold words are the widest: a cell is measured as if all were. */
function heightOf({ doc }: Paper, cells: readonly (readonly Run[])[], widths: readonly number[]): number {
  doc.fontSize(SIZE);
  return Math.max(
    SIZE + 6,
    ...cells.map((cell, column) => {
      const text = plainText(cell);
      const face = inFaces(doc, text, 'sans-bold').some((piece) => piece.face === 'rest') || cell.some(({ code }) => code) ? 'code' : 'sans-bold';
      return doc.font(face).heightOfString(text, { width: widths[column]! - 2 * PAD, lineGap: 1.5 });
    }),
  ) + 2 * PAD;
}

function partsOf(rows: readonly (readonly (readonly Run[])[])[]): number[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) => Math.sqrt(Math.min(200, Math.max(8, ...rows.map((row) => plainText(row[column] ?? []).length)))));
}
