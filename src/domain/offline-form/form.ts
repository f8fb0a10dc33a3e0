// The self-view as a form to fill in offline: every section and question with a number by which it is known again, its guidance, and
// what is written so far. It names the document, the cycle and the version of each section that it was made from, so that what comes
// back can be put together with what others wrote meanwhile.
import type { DocumentTemplateDefinition, FieldDefinition } from '../documents/template';
import { valueOf, type Content } from '../self-views/content';
import { plainly } from '../word/pieces';
import { formTable, type FormTable } from './columns';

export interface FormSection {
  key: string;
  /** "3" */
  code: string;
  title: string;
  guidance: string;
  fields: readonly FormField[];
}

export interface FormField {
  field: FieldDefinition;
  /** "3.1" */
  code: string;
  label: string;
  /** What is said before the place to write in, in order. */
  hints: readonly string[];
  /** A table to look things up in while writing; nothing in it is read back. */
  beside: { header: readonly string[]; rows: readonly (readonly string[])[] } | null;
  answer: { kind: 'text'; text: string } | { kind: 'choice'; text: string } | { kind: 'table'; table: FormTable };
}

/** What a form says of itself, so that it is known when it comes back. */
export interface FormReference {
  documentId: string;
  authority: string;
  cycle: string;
  /** Of each section, in the order of the template. */
  versions: readonly number[];
}

/** As what a form introduces itself: `name` is what the process calls the self-view. */
export type Introduced = Pick<FormReference, 'authority' | 'cycle'> & { name: string };

type Template = Pick<DocumentTemplateDefinition, 'sections' | 'journey'>;

/** Stands where nothing is written yet. */
export const WRITE_HERE = 'Write here.';
export const ADD_ROWS = 'Add rows where you need them. Keep the numbers in the first column: a row without a number is a new one.';
export const KEEP_ROWS = 'Keep the numbers in the first column.';

export function offlineForm(template: Template, contentOf: (sectionKey: string) => Content): FormSection[] {
  return template.sections.map(({ key, title, guidance, fields }, index) => ({
    key,
    code: `${index + 1}`,
    title,
    guidance,
    fields: fields.map((field, at): FormField => {
      const table = formTable(field, contentOf(key), template.journey);
      const options = field.kind === 'choice' ? [`Write one of: ${(field.options ?? []).map(({ label }) => label).join(', ')}.`] : [];
      const rows = table ? [...table.notes, table.blank > 0 ? ADD_ROWS : KEEP_ROWS] : [];
      return { field, code: `${index + 1}.${at + 1}`, label: field.label, hints: [field.hint, ...options, ...rows].filter((hint) => hint.trim() !== ''), beside: field.kind === 'journey' && template.journey ? stagesOf(template.journey) : null, answer: answerOf(field, contentOf(key), table) };
    }),
  }));
}

function answerOf(field: FieldDefinition, content: Content, table: FormTable | null): FormField['answer'] {
  if (table) return { kind: 'table', table };
  const value = valueOf(field, content) as string;
  return field.kind === 'choice' ? { kind: 'choice', text: field.options?.find((option) => option.value === value)?.label ?? '' } : { kind: 'text', text: value };
}

const stagesOf = ({ enablers, stages }: NonNullable<Template['journey']>) => ({ header: ['What each stage looks like', ...stages], rows: enablers.map(({ name, cells }) => [name, ...cells]) });

const WITH_WHAT = 'A form to fill in offline, with what was written by ';

/** Is this a line of the introduction, whenever the form was made? */
export function isIntroduction(text: string, of: Introduced): boolean {
  const { title, lines } = introduction(of, '');
  const words = plainly(text);
  return words.startsWith(plainly(WITH_WHAT)) || [title, ...lines].some((line) => plainly(line) === words);
}

/** What the form says before its first section. */
export function introduction({ authority, cycle, name }: Introduced, at: string): { title: string; lines: readonly string[] } {
  return {
    title: `${authority}’s ${name} ${cycle}`,
    lines: [
      `${WITH_WHAT}${at}.`,
      'Write below each question. Headings, bold, lists, links and tables are kept; pictures are not. Leave the numbered headings as they are: they say where your words belong.',
      'When you are done, bring the file back on the page that it came from. You then see what would change, section by section, and accept what you want. Nothing that colleagues wrote meanwhile is overwritten.',
      'Nothing here may identify a child.',
    ],
  };
}

export const sectionMark = (code: string) => `cf_section_${code}`;
export const fieldMark = (code: string) => `cf_question_${code.replace('.', '_')}`;

export const REFERENCE_PROPERTY = 'CriticalFriendForm';
const REFERENCE = /Form reference:\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*;\s*(.+?)\s*;\s*(.+?)\s*;\s*(\d+(?:\.\d+)*)/i;

/** "Form reference: 0199…; Wigan; 2017/18; 3.1.2": in the file's own properties and, for programs that drop those, at its end. */
export function referenceInWords({ documentId, authority, cycle, versions }: FormReference): string {
  return `Form reference: ${documentId}; ${authority}; ${cycle}; ${versions.join('.')}`;
}

export function readReference(words: string): FormReference | null {
  // A word processor may have put other dashes into it.
  const found = REFERENCE.exec(words.replace(/[‐‑‒–—―]/g, '-').replace(/\s+/g, ' '));
  if (!found) return null;
  const [, documentId, authority, cycle, versions] = found as unknown as [string, string, string, string, string];
  return { documentId: documentId.toLowerCase(), authority, cycle, versions: versions.split('.').map(Number) };
}
