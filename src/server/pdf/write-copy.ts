import { setImmediate as others } from 'node:timers/promises';
import type { Copy, CopyBlock } from '@/domain/copies/copy';
import { hashSentence, SIGNATURE_HEADINGS, signatureCells } from '@/domain/copies/signature-page';
import type { Block, Run } from '@/domain/markdown/blocks';
import { asArtifact, INK, keepRoom, LATE, openPaper, RULE, SOFT, within, writeRuns, type Element, type Paper, type Setting } from './paper';
import { writeTable } from './table';

const TEXT = { size: 10.5, family: 'serif' } as const;
const HEADINGS = [15, 12.5, 11, 10.5, 10.5, 10.5];

/** A copy as a tagged PDF: headings, lists, tables and links are that to a screen reader too. Other people's requests go in between. */
export async function writePdfCopy(copy: Copy): Promise<Uint8Array> {
  const paper = openPaper({ title: `${copy.title}, ${copy.cycle}`, subject: copy.about });
  const { doc, root } = paper;
  writeFront(paper, copy);
  for (const { title, blocks } of copy.sections) {
    writeHeading(paper, root, 2, [{ text: title }]);
    const below = doc.outline.addItem(title);
    for (const [index, block] of blocks.entries()) {
      if (index % 10 === 9) await others();
      writeBlock(paper, root, block, { x: paper.left, width: paper.width });
      if (block.kind === 'heading') below.addItem(block.runs.map(({ text }) => text).join(''));
    }
    await others();
  }
  if (copy.signatures) writeSignatures(paper, copy.signatures);
  root.end();
  writeMargins(paper, copy);
  doc.end();
  return paper.bytes;
}

function writeFront(paper: Paper, copy: Copy): void {
  const whole = { x: paper.left, width: paper.width };
  const small = { ...whole, size: 9.5, family: 'sans' as const, colour: SOFT };
  if (copy.marks.length > 0) within(paper, paper.root, 'P', (p) => writeRuns(paper, p, [{ text: copy.marks.join('. '), bold: true }], { ...small, colour: LATE, after: 8 }));
  within(paper, paper.root, 'H1', (h) => writeRuns(paper, h, [{ text: copy.title }], { ...whole, size: 22, family: 'serif', after: 6, lineGap: 1 }));
  within(paper, paper.root, 'P', (p) => writeRuns(paper, p, [{ text: copy.about }], { ...small, after: 3 }));
  within(paper, paper.root, 'P', (p) => writeRuns(paper, p, [{ text: copy.whoMaySee }], { ...small, after: 10 }));
}

function writeHeading(paper: Paper, parent: Element, level: number, runs: readonly Run[]): void {
  const size = HEADINGS[level - 2] ?? 10.5;
  paper.doc.y += level === 2 ? 12 : 6;
  keepRoom(paper, size + 44);
  within(paper, parent, `H${Math.min(6, level)}`, (h) => writeRuns(paper, h, runs, { x: paper.left, width: paper.width, size, family: 'sans', bold: true, after: 5, lineGap: 1 }));
}

type Place = Pick<Setting, 'x' | 'width'>;

function writeBlock(paper: Paper, parent: Element, block: CopyBlock, place: Place): void {
  switch (block.kind) {
    case 'heading':
      return writeHeading(paper, parent, block.depth + 2, block.runs);
    case 'paragraph':
    case 'words':
      return within(paper, parent, 'P', (p) => writeRuns(paper, p, block.runs, { ...TEXT, ...place }));
    case 'quote':
      return within(paper, parent, 'BlockQuote', (quote) => block.blocks.forEach((inner) => writeBlock(paper, quote, inner, { x: place.x + 16, width: place.width - 16 })));
    case 'list':
      return writeList(paper, parent, block, place);
    case 'table':
      return writeTable(paper, parent, [block.header, ...block.rows]);
    case 'facts':
      keepRoom(paper, 70);
      return writeTable(paper, parent, [block.header, ...block.rows].map((row) => row.map((text) => [{ text }])), { rowHeads: true, caption: block.caption });
    case 'rule':
      return asArtifact(paper.doc, () => paper.doc.lineWidth(0.5).strokeColor(RULE).moveTo(place.x, paper.doc.y).lineTo(place.x + place.width, paper.doc.y).stroke().moveDown(0.5));
  }
}

const INDENT = 18;

function writeList(paper: Paper, parent: Element, { ordered, start, items }: Extract<Block, { kind: 'list' }>, { x, width }: Place): void {
  const { doc } = paper;
  within(paper, parent, 'L', (list) =>
    items.forEach((item, index) =>
      within(paper, list, 'LI', (entry) => {
        keepRoom(paper, 16);
        const top = doc.y;
        const page = doc.page;
        within(paper, entry, 'Lbl', (label) => writeRuns(paper, label, [{ text: ordered ? `${start + index}.` : '•' }], { ...TEXT, x, width: INDENT + 8, after: 0 }));
        if (doc.page === page) doc.y = top;
        within(paper, entry, 'LBody', (body) => item.forEach((inner) => writeItem(paper, body, inner, { x: x + INDENT, width: width - INDENT })));
      }),
    ),
  );
  doc.y += 3;
}

/** The words of an item stand in its body itself. */
function writeItem(paper: Paper, body: Element, block: Block, place: Place): void {
  if (block.kind === 'words') writeRuns(paper, body, block.runs, { ...TEXT, ...place, after: 3 });
  else writeBlock(paper, body, block, place);
}

function writeSignatures(paper: Paper, page: NonNullable<Copy['signatures']>): void {
  const { doc, root } = paper;
  doc.addPage();
  doc.outline.addItem('Signatures');
  writeHeading(paper, root, 2, [{ text: 'Signatures' }]);
  if (page.lines.length > 0) writeTable(paper, root, [SIGNATURE_HEADINGS, ...page.lines.map(signatureCells)].map((row) => row.map((text) => [{ text }])), { rowHeads: true, parts: [3, 4, 4, 5] });
  else within(paper, root, 'P', (p) => writeRuns(paper, p, [{ text: 'Nobody has signed this version.' }], { ...TEXT, x: paper.left, width: paper.width }));
  within(paper, root, 'P', (p) => writeRuns(paper, p, [{ text: hashSentence(page) }], { x: paper.left, width: paper.width, size: 9.5, family: 'sans', colour: SOFT }));
}

/** Above: what it is and who may see it. Below: the title, the version and the page. */
function writeMargins({ doc, left, width }: Paper, copy: Copy): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    doc.page.margins = { ...doc.page.margins, top: 0, bottom: 0 };
    asArtifact(
      doc,
      () => {
        const line = { width, lineBreak: false, ellipsis: true } as const;
        doc.fillColor(copy.marks.length > 0 ? LATE : INK).font('sans-bold').fontSize(7.5);
        if (copy.marks.length > 0) doc.text(copy.marks.join('. '), left, 26, line);
        doc.fillColor(SOFT).font('sans').text(copy.whoMaySee, left, 38, { width, height: 20, ellipsis: true });
        doc.text(`${copy.title}, ${copy.cycle}. ${copy.version}`, left, doc.page.height - 40, { ...line, width: width - 80 });
        doc.text(`Page ${index + 1} of ${count}`, left, doc.page.height - 40, { ...line, align: 'right' });
      },
      'Pagination',
    );
  }
}
