import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';

/** A PDF of these pages; an empty page is one without words. */
export async function aPdfFile(...pages: string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const text of pages) {
    const page = pdf.addPage([400, 400]);
    if (text) page.drawText(text, { x: 20, y: 300, size: 12, lineHeight: 14 });
  }
  pdf.setAuthor('J. Smith');
  pdf.setTitle('Audit of July');
  pdf.setProducer('Wigan’s printer');
  const note = pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30] });
  note.set(PDFName.of('T'), PDFString.of('C. Ward'));
  note.set(PDFName.of('Contents'), PDFString.of('See Chloe Jones, aged 8'));
  pdf.getPage(0).node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(note)]));
  const xmp = pdf.context.stream('<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>K. Marsh</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>', { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(xmp));
  return pdf.save({ useObjectStreams: false });
}

export async function aLockedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([400, 400]);
  pdf.encrypt({ userPassword: 'secret', ownerPassword: 'more' });
  return pdf.save({ useObjectStreams: false });
}
