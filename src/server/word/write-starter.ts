import { Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { words } from './paragraphs';
import { PAGE, STYLES, TEXT_WIDTH } from './styles';

/** A template to begin from: everything in its place, in the product's look, for a region to make its own. */
export async function writeStarter({ signed }: { signed: boolean }): Promise<Uint8Array> {
  const file = new Document({
    title: 'Word template',
    creator: 'Critical Friend',
    styles: STYLES,
    sections: [
      {
        properties: { page: { ...PAGE } },
        headers: { default: new Header({ children: [words('{{marks}}', { style: 'Marked' }), words('{{who-may-see}}', { style: 'About' })] }) },
        footers: { default: new Footer({ children: [new Paragraph({ style: 'About', tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }], children: [new TextRun('{{title}}, {{cycle}}. {{version}}'), new TextRun({ children: ['\t', 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })] })] }) },
        children: [
          words('{{title}}', { heading: HeadingLevel.TITLE }),
          words('{{about}}', { style: 'About' }),
          words('{{text}}'),
          ...(signed ? [new Paragraph({ pageBreakBefore: true, heading: HeadingLevel.HEADING_1, children: [new TextRun('Signatures')] }), words('{{signatures}}')] : []),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}
