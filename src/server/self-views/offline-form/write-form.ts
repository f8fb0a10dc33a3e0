import { AlignmentType, Bookmark, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { introduction, fieldMark, referenceInWords, REFERENCE_PROPERTY, sectionMark, WRITE_HERE, type FormField, type FormReference, type FormSection } from '@/domain/offline-form/form';
import { NUMBER_HEADING } from '@/domain/offline-form/read-rows';
import { plainText, textBlocks } from '@/domain/markdown/blocks';
import { linesOf, tidy } from '@/domain/markdown/lines';
import { headingAt, paragraphsOf, spacer, tableOf, wordTable, words, type WordChild } from '../../word/paragraphs';
import { Lists, PAGE, STYLES, TEXT_WIDTH } from '../../word/styles';

interface Form {
  form: readonly FormSection[];
  reference: FormReference;
  /** What the process calls the self-view. */
  name: string;
  /** "Monday 4 September 2017, 14:32" */
  at: string;
  origin: string;
}

/** The form as a Word file, with what is written so far. */
export async function writeOfflineForm({ form, reference, name, at, origin }: Form): Promise<Uint8Array> {
  const lists = new Lists();
  const { title, lines } = introduction({ ...reference, name }, at);
  const children = [
    words(title, { heading: HeadingLevel.TITLE }),
    ...lines.map((line) => words(line, { style: 'About' })),
    ...form.flatMap((section) => sectionOf(section, lists, origin)),
    words(referenceInWords(reference), { style: 'About' }),
  ];
  const footer = new Paragraph({
    style: 'About',
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [new TextRun({ text: `${title}: form to fill in offline. Confidential to ${reference.authority}.`, size: 16 }), new TextRun({ size: 16, children: ['\t', 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  });
  const file = new Document({
    title: `${title}: form`,
    creator: 'Critical Friend',
    customProperties: [{ name: REFERENCE_PROPERTY, value: referenceInWords(reference) }],
    styles: STYLES,
    numbering: lists.numbering(),
    sections: [{ properties: { page: { ...PAGE } }, footers: { default: new Footer({ children: [footer] }) }, children }],
  });
  return Packer.toBuffer(file);
}

const marked = (text: string, mark: string, level: number) => new Paragraph({ heading: headingAt(level), children: [new Bookmark({ id: mark, children: [new TextRun(text)] })] });

function sectionOf({ code, title, guidance, fields }: FormSection, lists: Lists, origin: string): WordChild[] {
  return [marked(`${code}. ${title}`, sectionMark(code), 1), ...(guidance ? [words(guidance, { style: 'Guidance' })] : []), ...fields.flatMap((field) => fieldOf(field, lists, origin))];
}

function fieldOf(field: FormField, lists: Lists, origin: string): WordChild[] {
  const { code, label, hints, beside } = field;
  return [
    marked(`${code} ${label}`, fieldMark(code), 2),
    ...hints.map((hint) => words(hint, { style: 'Guidance' })),
    ...(beside ? [wordTable([beside.header, ...beside.rows].map((row) => row.map((text) => [{ text }])), '', { rowHeads: true }), spacer()] : []),
    ...answerOf(field, lists, origin),
  ];
}

function answerOf({ answer }: FormField, lists: Lists, origin: string): WordChild[] {
  if (answer.kind === 'choice') return [words(answer.text || WRITE_HERE, { style: 'Answer' })];
  if (answer.kind === 'text') {
    const lines = linesOf(textBlocks(answer.text));
    return lines.length === 0 ? [words(WRITE_HERE, { style: 'Answer' })] : paragraphsOf(lines, { lists, origin, headings: 3, style: 'Answer' });
  }
  const { columns, rows, blank } = answer.table;
  const head = [NUMBER_HEADING, ...columns.map(({ heading }) => heading)].map((text) => [words(text, { style: 'TableHead' })]);
  const filled = rows.map(({ cells }, index) => [[words(`${index + 1}`, { style: 'TableWords' })], ...cells.map((text, at) => cellOf(text, columns[at]!.part === null || columns[at]!.plain === true, lists, origin))]);
  const empty = Array.from({ length: blank }, () => [NUMBER_HEADING, ...columns].map(() => [words('', { style: 'TableWords' })]));
  return [tableOf([head, ...filled, ...empty], [1.3, ...columns.map(({ width }) => width)]), spacer()];
}

function cellOf(text: string, asItIs: boolean, lists: Lists, origin: string): WordChild[] {
  const children = asItIs ? [words(plainText(tidy([{ text }], false)), { style: 'TableWords' })] : paragraphsOf(linesOf(textBlocks(text)), { lists, origin, headings: 3, style: 'TableWords' });
  // A cell must end with a paragraph.
  return children.length === 0 || !(children.at(-1) instanceof Paragraph) ? [...children, words('', { style: 'TableWords' })] : children;
}
