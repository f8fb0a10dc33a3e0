import { CommentRangeEnd, CommentRangeStart, CommentReference, DeletedTextRun, Document, Footer, FootnoteReferenceRun, Header, InsertedTextRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

/** A Word file with a word in every place where words hide; made by a library, by "J. Smith" of Wigan. */
export async function aWordFile(): Promise<Uint8Array> {
  const tracked = { id: 1, author: 'A. Khan', date: '2017-08-01T09:00:00Z' };
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    creator: 'J. Smith',
    lastModifiedBy: 'B. Lowe',
    title: 'Audit of July',
    customProperties: [{ name: 'CaseOwner', value: 'J. Smith' }],
    comments: { children: [{ id: 0, author: 'C. Ward', initials: 'CW', date: new Date('2017-08-01'), children: [new Paragraph('Is this H801200001001?')] }] },
    footnotes: { 1: { children: [new Paragraph('See 401 023 2137.')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Chloe Jones, born on 12 May 2012')] }) },
        footers: { default: new Footer({ children: [new Paragraph('14 Mill Lane, Wigan WN1 1AA')] }) },
        children: [
          new Paragraph('In July 84 of 120 assessments were good.'),
          new Paragraph({ children: [new TextRun('The number is 943 '), new TextRun({ text: '476 5919', bold: true }), new FootnoteReferenceRun(1)] }),
          new Paragraph({ children: [new TextRun('Told by '), new DeletedTextRun({ text: 'Adam Khan, aged 8', ...tracked }), new InsertedTextRun({ text: 'a boy', ...tracked, id: 2 })] }),
          new Table({ rows: [new TableRow({ children: [cell('Child’s name'), cell('DOB')] }), new TableRow({ children: [cell('Xyqz'), cell('03/05/2016')] })] }),
          new Paragraph({ children: [new CommentRangeStart(0), new TextRun('Kept.'), new CommentRangeEnd(0), new TextRun({ children: [new CommentReference(0)] })] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
