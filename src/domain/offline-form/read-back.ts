// A form that comes back: what stands under each question, under the names by which the ordinary form types it. A question that is not in
// the file is left as it is; an answer that nobody changed comes back sign for sign; what cannot be placed is listed with its words.
import type { DocumentTemplateDefinition } from '../documents/template';
import { textFromLines } from '../markdown/lines';
import { plainly, type WordPiece } from '../word/pieces';
import { linesIn, wordsOf, type ReadBack, type Unplaced } from './answer';
import { fieldMark, isIntroduction, readReference, sectionMark, WRITE_HERE, type FormField, type FormSection, type Introduced } from './form';
import { readRows } from './read-rows';

interface Reading {
  pieces: readonly WordPiece[];
  /** The form as it went out. */
  form: readonly FormSection[];
  of: Introduced;
  grid: DocumentTemplateDefinition['journey'];
  newId: () => string;
}

export function readBack({ pieces, form, of, grid, newId }: Reading): ReadBack {
  const { answers, loose } = placed(pieces, form, of);
  const back: ReadBack = { typed: {}, unplaced: loose, missing: [], found: answers.size };
  for (const section of form) {
    for (const field of section.fields) {
      const where = `${field.code} ${field.label}`;
      const found = answers.get(field.code);
      if (!found) {
        back.missing.push(where);
        continue;
      }
      const typed = (back.typed[section.key] ??= {});
      const read = withoutHints(found, field);
      back.unplaced.push(...picturesIn(read, where));
      if (field.answer.kind === 'table') readRows({ field, table: field.answer.table, pieces: read, where, grid, newId, typed, back });
      else if (field.answer.kind === 'choice') readOne(field, read, where, typed, back);
      else typed[field.field.key] = textFromLines(linesIn(read), field.answer.text);
    }
  }
  return back;
}

type Place = { section: FormSection; field: FormField | null };

/** The pieces under each question, by its number, and words that stand under none. */
function placed(pieces: readonly WordPiece[], form: readonly FormSection[], of: Reading['of']): { answers: Map<string, WordPiece[]>; loose: Unplaced[] } {
  const answers = new Map<string, WordPiece[]>();
  const loose: Unplaced[] = [];
  let at: Place | null = null;
  for (const piece of pieces) {
    const heading: Place | null = piece.kind === 'paragraph' ? headingOf(piece, form, at) : null;
    if (heading) {
      at = heading;
      if (heading.field && !answers.has(heading.field.code)) answers.set(heading.field.code, []);
    } else if (piece.kind === 'paragraph' && (readReference(piece.text) || isBlank(piece))) continue;
    else if (at?.field) answers.get(at.field.code)!.push(piece);
    else if (!isKnown(piece, at, of)) loose.push({ where: at ? `${at.section.code}. ${at.section.title}` : 'Before the first section', words: wordsOf(piece) });
  }
  return { answers, loose };
}

const isBlank = (piece: Extract<WordPiece, { kind: 'paragraph' }>) => piece.text.trim() === '' && piece.pictures === 0;

const isKnown = (piece: WordPiece, at: Place | null, of: Reading['of']) => piece.kind === 'paragraph' && (at ? plainly(piece.text) === plainly(at.section.guidance) : isIntroduction(piece.text, of));

/**
 * Which section or question a paragraph is the heading of. Its hidden mark says so while its words still look like the heading; without
 * the mark its number and words do, or in the style of a heading its words alone.
 */
function headingOf(paragraph: Extract<WordPiece, { kind: 'paragraph' }>, form: readonly FormSection[], at: Place | null): Place | null {
  const isHeading = paragraph.line.kind === 'heading';
  if (!isHeading && paragraph.bookmarks.length === 0 && !/^\d/.test(paragraph.text.trim())) return null;
  const words = plainly(paragraph.text);
  for (const section of form) {
    const title = plainly(`${section.code}. ${section.title}`);
    if (words === title || (paragraph.bookmarks.includes(sectionMark(section.code)) && alike(words, title)) || (isHeading && words.startsWith(`${section.code}. `) && alike(words, title)) || (isHeading && words === plainly(section.title))) return { section, field: null };
    for (const field of section.fields) {
      const label = plainly(`${field.code} ${field.label}`);
      if (words === label || (paragraph.bookmarks.includes(fieldMark(field.code)) && alike(words, label)) || (isHeading && words.startsWith(`${field.code} `) && alike(words, label))) return { section, field };
    }
  }
  const here = isHeading && at?.section.fields.find((field) => words === plainly(field.label));
  return here ? { section: at!.section, field: here } : null;
}

/** Do they share at least half of their words? */
function alike(one: string, other: string): boolean {
  const left = new Set(one.match(/[\p{L}\p{N}]+/gu) ?? []);
  const right = new Set(other.match(/[\p{L}\p{N}]+/gu) ?? []);
  return [...left].filter((word) => right.has(word)).length * 2 >= Math.max(left.size, right.size);
}

/** Without what the form itself says before the place to write in. */
function withoutHints(pieces: readonly WordPiece[], { hints, answer, beside }: FormField): WordPiece[] {
  const rest = [...pieces];
  for (const hint of hints) {
    const first = rest[0];
    if (first?.kind === 'paragraph' && plainly(first.text) === plainly(hint)) rest.shift();
  }
  const own = rest.filter((piece) => !(beside && piece.kind === 'table' && plainly(piece.rows[0]?.[0]?.text ?? '') === plainly(beside.header[0] ?? '')));
  const isUntouched = answer.kind !== 'table' && own.every((piece) => piece.kind === 'paragraph' && plainly(piece.text) === plainly(WRITE_HERE));
  if (isUntouched) return [];
  const first = own[0];
  return first?.kind === 'paragraph' && first.text.trim() === WRITE_HERE && answer.kind === 'text' && answer.text === '' ? own.slice(1) : own;
}

function readOne({ field, answer }: FormField, pieces: readonly WordPiece[], where: string, typed: Record<string, string>, back: ReadBack): void {
  const words = plainly(pieces.map(wordsOf).join(' ')).replace(/[.;,]+$/, '');
  if (words === plainly(answer.kind === 'choice' ? answer.text : '')) return;
  const option = field.options?.find(({ label, value }) => plainly(label) === words || value === words);
  if (option) typed[field.key] = option.value;
  else if (words !== '') back.unplaced.push({ where, words: pieces.map(wordsOf).join('\n') });
}

function picturesIn(pieces: readonly WordPiece[], where: string): Unplaced[] {
  const count = pieces.reduce((sum, piece) => sum + pictures(piece), 0);
  return count === 0 ? [] : [{ where, words: count === 1 ? '(a picture: add it as a file of the evidence)' : `(${count} pictures: add them as files of the evidence)` }];
}

const pictures = (piece: WordPiece): number => (piece.kind === 'paragraph' ? piece.pictures : piece.rows.flat().reduce((sum, cell) => sum + cell.pieces.reduce((inner, each) => inner + pictures(each), 0), 0));
