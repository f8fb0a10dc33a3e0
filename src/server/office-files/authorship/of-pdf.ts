import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFStream, PDFString } from '@cantoo/pdf-lib';
import type { Authorship } from '@/domain/authorship';
import { FileRefused } from '../file-refused';

const open = async (bytes: Uint8Array) => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => null);
  // Locked against changes: it can be read but not written anew.
  if (!pdf || pdf.isEncrypted) throw new FileRefused('password');
  return pdf;
};

/** What the description of the file and the notes in it say of persons. */
export async function authorshipOfPdf(bytes: Uint8Array): Promise<Authorship> {
  const pdf = await open(bytes).catch(() => null);
  if (!pdf) return [];
  const info = infoOf(pdf);
  const said = (key: string) => [textOf(info?.get(PDFName.of(key)))].filter((text) => text !== '' && text !== 'Author');
  const xmp = xmpOf(pdf);
  const creators = [...xmp.matchAll(/<dc:creator>[\s\S]*?<\/dc:creator>/g)].flatMap(([block]) => [...block.matchAll(/<rdf:li[^>]*>([^<]+)</g)].map(([, name]) => name!));
  const found: Authorship = [
    { kind: 'author', names: distinct([...said('Author'), ...creators]) },
    { kind: 'company', names: said('Company') },
    { kind: 'manager', names: said('Manager') },
    { kind: 'comments', names: distinct(notesOf(pdf).map((note) => textOf(note.get(PDFName.of('T')))).filter((name) => name !== '' && name !== 'Author')) },
  ];
  const custom = info?.keys().some((key) => !KNOWN.has(key.decodeText())) ?? false;
  return [...found.filter(({ names }) => names.length > 0), ...(said('Keywords').length > 0 ? [{ kind: 'keywords' as const, names: [] }] : []), ...(custom || (xmp !== '' && creators.length === 0 && /<(?:xmp|pdfx|photoshop)\w*:/.test(xmp)) ? [{ kind: 'custom' as const, names: [] }] : [])];
}

const KNOWN = new Set(['Title', 'Subject', 'Author', 'Creator', 'Producer', 'Keywords', 'CreationDate', 'ModDate', 'Company', 'Manager', 'Trapped']);

/** A copy that says its title and nothing of who made it; persons beside comments become "Author". */
export async function withoutPdfAuthorship(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await open(bytes);
  const { context } = pdf;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : null;
    if (!dict) continue;
    // Descriptions are streams of their own, which would be written out although nothing leads to them any more.
    if (dict.get(PDFName.of('Type')) === PDFName.of('Metadata')) context.delete(ref);
    for (const key of ['Metadata', 'PieceInfo']) dict.delete(PDFName.of(key));
    // The description of an earlier state of the file.
    if (!dict.has(PDFName.of('Type')) && dict.has(PDFName.of('Producer'))) onlyTitle(dict);
  }
  const info = infoOf(pdf);
  if (info) onlyTitle(info);
  for (const note of notesOf(pdf)) note.set(PDFName.of('T'), PDFString.of('Author'));
  return pdf.save({ useObjectStreams: true, updateFieldAppearances: false });
}

function onlyTitle(info: PDFDict): void {
  for (const key of info.keys()) if (key !== PDFName.of('Title')) info.delete(key);
}

function infoOf(pdf: PDFDocument): PDFDict | null {
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info);
  return info instanceof PDFDict ? info : null;
}

function xmpOf(pdf: PDFDocument): string {
  const stream = pdf.catalog.lookup(PDFName.of('Metadata'));
  return stream instanceof PDFStream ? Buffer.from(stream.getContents()).toString('utf8') : '';
}

/** Comments; the fields of a form use the same key for their own names. */
function notesOf(pdf: PDFDocument): PDFDict[] {
  return pdf.getPages().flatMap((page) => {
    const notes = page.node.Annots();
    return (notes?.asArray() ?? []).flatMap((note) => {
      const dict = note instanceof PDFRef ? pdf.context.lookup(note) : note;
      return dict instanceof PDFDict && dict.has(PDFName.of('T')) && dict.get(PDFName.of('Subtype')) !== PDFName.of('Widget') ? [dict] : [];
    });
  });
}

const textOf = (value: unknown): string => (value instanceof PDFString || value instanceof PDFHexString ? value.decodeText().trim() : '');
const distinct = (names: readonly string[]) => [...new Set(names)];
