import PDFDocument from 'pdfkit';
import type { Run } from '@/domain/markdown/blocks';
import { faceOf, inFaces, registerFaces } from './faces';

const MARGIN = { top: 68, bottom: 62, left: 56, right: 56 };
export const INK = '#15212b';
export const SOFT = '#45525d';
export const LATE = '#a3241a';
export const RULE = '#63707a';
const PEN = '#1a4a99';

/** One element of the structure that a screen reader follows. */
export type Element = PDFKit.PDFStructureElement;

export interface Paper {
  doc: PDFKit.PDFDocument;
  root: Element;
  width: number;
  left: number;
  /** Everything written so far and to come, once `doc.end()` was called. */
  bytes: Promise<Buffer>;
}

/** An A4 document with a structure, a language and a title (PDF/UA: readable by assistive technology). */
export function openPaper(info: { title: string; subject: string }): Paper {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: { Title: info.title, Subject: info.subject, Author: 'Critical Friend', Creator: 'Critical Friend' },
  });
  registerFaces(doc);
  const chunks: Buffer[] = [];
  const bytes = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root, width: doc.page.width - MARGIN.left - MARGIN.right, left: MARGIN.left, bytes };
}

/** An element below another, ended when `fill` has written into it, so that it can go into the file at once. */
export function within(paper: Paper, parent: Element, type: string, fill: (element: Element) => void): void {
  const element = paper.doc.struct(type as never);
  parent.add(element);
  fill(element);
  element.end();
}

export interface Setting {
  size: number;
  family: 'serif' | 'sans';
  x: number;
  width: number;
  colour?: string;
  bold?: boolean;
  after?: number;
  lineGap?: number;
}

/** Runs as one paragraph in an element, links as links. The place below it is left for what follows. */
export function writeRuns({ doc }: Paper, element: Element, runs: readonly Run[], { size, family, x, width, colour = INK, bold = false, after = 6, lineGap = 3 }: Setting): void {
  // Faces differ in height: all stand on the line of the first.
  const { ascender } = (doc.font(faceOf({ text: '' }, family)) as unknown as { _font: { ascender: number } })._font;
  const baseline = (-ascender * size) / 1000;
  doc.x = x;
  for (const line of linesIn(runs)) {
    const pieces = line.flatMap((run) => inFaces(doc, run.text, faceOf(bold ? { ...run, bold: true } : run, family)).map((piece) => ({ ...piece, run })));
    pieces.forEach(({ text, face, run }, index) => {
      const options = { width, lineGap, baseline, continued: index < pieces.length - 1, strike: Boolean(run.struck), underline: Boolean(run.href), link: (run.href ?? null) as never };
      const set = () => {
        doc.font(face).fontSize(size).fillColor(run.href ? PEN : colour);
        if (index === 0) doc.text(text, x, doc.y, options);
        else doc.text(text, options);
      };
      if (!run.href) return void element.add(set);
      const link = doc.struct('Link');
      element.add(link);
      link.add(set);
      link.end();
    });
  }
  doc.y += after;
}

/** The stretches between the ends of lines. */
function linesIn(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.break) lines.push([]);
    else lines.at(-1)!.push(run);
  }
  return lines.filter((line) => line.length > 0);
}

/** A page that has less than this left is turned. */
export function keepRoom({ doc }: Paper, height: number): void {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

/** What stands on each page and is no part of the text: a screen reader passes over it. */
export function asArtifact(doc: PDFKit.PDFDocument, draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
  doc.markContent('Artifact', { type } as never);
  draw();
  doc.endMarkedContent();
}
