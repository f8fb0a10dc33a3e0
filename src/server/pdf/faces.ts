import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '@/domain/markdown/blocks';

/** The faces of the product, whole, because a council's words hold names of every language; all are open and are embedded in part. */
const FILES = {
  serif: '@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/literata/700Bold/Literata_700Bold.ttf',
  'serif-italic': '@expo-google-fonts/literata/400Regular_Italic/Literata_400Regular_Italic.ttf',
  'serif-bold-italic': '@expo-google-fonts/literata/700Bold_Italic/Literata_700Bold_Italic.ttf',
  sans: '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  'sans-italic': '@expo-google-fonts/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
  code: 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  /** For signs that the others lack: ticks, arrows, other scripts. */
  rest: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
} as const;
export type Face = keyof typeof FILES;

const read = new Map<Face, Buffer>();

/** Registers every face under its name; files are read once. */
export function registerFaces(doc: PDFKit.PDFDocument): void {
  for (const face of Object.keys(FILES) as Face[]) {
    if (!read.has(face)) read.set(face, readFileSync(join(process.cwd(), 'node_modules', FILES[face])));
    doc.registerFont(face, read.get(face)!);
  }
}

export function faceOf(run: Run, family: 'serif' | 'sans'): Face {
  if (run.code) return 'code';
  if (family === 'sans') return run.bold ? 'sans-bold' : run.italic ? 'sans-italic' : 'sans';
  return `serif${run.bold ? '-bold' : ''}${run.italic ? '-italic' : ''}` as Face;
}

/** Signs that every face has. */
const COMMON = /^[\u0020-\u007e\u00a0-\u00ff–—‘’“”…•€]*$/;

interface Embedded {
  font: { hasGlyphForCodePoint: (code: number) => boolean };
}

/** A text in stretches of one face each: a sign that the face lacks is set in the one that has it. */
export function inFaces(doc: PDFKit.PDFDocument, text: string, face: Face): { text: string; face: Face }[] {
  const sans = face.startsWith('sans');
  if (COMMON.test(text) && !(sans && /\d/.test(text))) return [{ text, face }];
  const stretches: { text: string; face: Face }[] = [];
  const own = (doc.font(face) as unknown as { _font: Embedded })._font.font;
  for (const sign of text) {
    // The sans face slashes its noughts: its figures are those of the serif.
    const use = sans && sign >= '0' && sign <= '9' ? (face.replace('sans', 'serif') as Face) : own.hasGlyphForCodePoint(sign.codePointAt(0)!) ? face : 'rest';
    const last = stretches.at(-1);
    if (last?.face === use) last.text += sign;
    else stretches.push({ text: sign, face: use });
  }
  return stretches;
}
