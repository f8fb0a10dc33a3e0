import { AlignmentType, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { Copy, CopyBlock } from '@/domain/copies/copy';
import { hashSentence, SIGNATURE_HEADINGS, signatureCells, type SignaturePage } from '@/domain/copies/signature-page';
import { linesOf } from '@/domain/markdown/lines';
import { headingAt, paragraphsOf, spacer, wordTable, words, type WordChild } from './paragraphs';
import { Lists, PAGE, STYLES, TEXT_WIDTH } from './styles';

/** A copy as a Word file in the product's own look. */
export async function writeWordCopy(copy: Copy): Promise<Uint8Array> {
  const lists = new Lists();
  const children = [
    ...copy.marks.map((mark) => words(mark, { style: 'Marked' })),
    words(copy.title, { heading: HeadingLevel.TITLE }),
    words(copy.about, { style: 'About' }),
    words(copy.whoMaySee, { style: 'About' }),
    ...sectionChildren(copy, lists),
    ...(copy.signatures ? [new Paragraph({ pageBreakBefore: true, heading: headingAt(1), children: [new TextRun('Signatures')] }), ...signatureChildren(copy.signatures)] : []),
  ];
  const file = new Document({
    title: `${copy.title}, ${copy.cycle}`,
    subject: copy.about,
    creator: 'Critical Friend',
    description: copy.whoMaySee,
    styles: STYLES,
    numbering: lists.numbering(),
    sections: [{ properties: { page: { ...PAGE } }, headers: { default: pageHeader(copy) }, footers: { default: pageFooter(copy) }, children }],
  });
  return Packer.toBuffer(file);
}

/** The sections, each under its heading; `top` is the level of that heading. */
export function sectionChildren({ sections, address }: Copy, lists: Lists, top = 1): WordChild[] {
  const origin = originOf(address);
  return sections.flatMap(({ title, blocks }) => [words(title, { heading: headingAt(top) }), ...blocks.flatMap((block) => blockChildren(block, lists, origin, top + 1))]);
}

export function blockChildren(block: CopyBlock, lists: Lists, origin: string, headings: number): WordChild[] {
  if (block.kind !== 'facts') return paragraphsOf(linesOf([block]), { lists, origin, headings });
  const rows = [block.header, ...block.rows].map((row) => row.map((text) => [{ text }]));
  return [words(block.caption, { style: 'Caption' }), wordTable(rows, origin, { rowHeads: true }), spacer()];
}

export function signatureChildren(page: SignaturePage): WordChild[] {
  const rows = [SIGNATURE_HEADINGS, ...page.lines.map(signatureCells)].map((row) => row.map((text) => [{ text }]));
  return [
    ...(page.lines.length > 0 ? [wordTable(rows, '', { rowHeads: true, parts: [3, 4, 4, 5] }), spacer()] : [words('Nobody has signed this version.')]),
    words(hashSentence(page), { style: 'About' }),
  ];
}

export const originOf = (address: string) => new URL(address).origin;

function pageHeader({ marks, whoMaySee }: Copy): Header {
  return new Header({ children: [new Paragraph({ style: 'About', children: [...(marks.length > 0 ? [new TextRun({ text: `${marks.join('. ')}. `, bold: true, size: 16 })] : []), new TextRun({ text: whoMaySee, size: 16 })] })] });
}

function pageFooter({ title, cycle, version }: Copy): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'About',
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [new TextRun({ text: `${title}, ${cycle}. ${version}`, size: 16 }), new TextRun({ size: 16, children: ['\t', 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
}
