// What a self-view still lacks, in one list: a to-do list for the Director and the policy officer, section by section, each line with
// the place to go to. It advises and stops nobody.
import type { FieldDefinition, SectionDefinition } from '../documents/template';
import type { DocumentTemplateDefinition } from '../documents/template';
import { dayInWords } from '../deadlines';
import type { Day } from '../model';
import { countWords } from '../words';
import { hasBegun, whatIsMissing } from './completeness';
import { valueOf, type Content } from './content';

/** In the order in which they are shown. */
export const TO_DO_KINDS = {
  overdue: 'Past its day',
  'child-data': 'May be about a child',
  beside: 'Two texts to choose from',
  empty: 'Nothing written',
  missing: 'Not answered',
  evidence: 'Without evidence',
  short: 'Very short',
  'over-limit': 'Over the limit',
  comments: 'Open comments',
  'not-ready': 'Not marked ready',
} as const;
export type ToDoKind = keyof typeof TO_DO_KINDS;

export interface ToDo {
  kind: ToDoKind;
  sectionKey: string;
  /** The field to go to; null for the section or another page. */
  fieldKey: string | null;
  words: string;
}

export interface SectionStanding {
  definition: Pick<SectionDefinition, 'key' | 'fields'>;
  content: Content;
  ready: boolean;
  openComments: number;
  /** Texts set beside because two changed the same words. */
  beside: number;
  /** Places that look like data about a child. */
  childData: number;
  writers: readonly { post: string; dueOn: Day | null }[];
}

/** Section by section; nothing for a section that lacks nothing. */
export function toDos(sections: readonly SectionStanding[], grid: DocumentTemplateDefinition['journey'], today: Day): ToDo[] {
  const order = Object.keys(TO_DO_KINDS);
  return sections.flatMap((section) => inSection(section, grid, today).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)));
}

function inSection({ definition: { key, fields }, content, ready, openComments, beside, childData, writers }: SectionStanding, grid: DocumentTemplateDefinition['journey'], today: Day): ToDo[] {
  const say = (kind: ToDoKind, words: string, fieldKey: string | null = null): ToDo => ({ kind, sectionKey: key, fieldKey, words });
  const begun = hasBegun(fields, content);
  const late = ready ? [] : writers.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  return [
    ...late.map(({ post, dueOn }) => say('overdue', `${post} was to have it ready by ${dayInWords(dueOn!)}`)),
    ...(childData > 0 ? [say('child-data', `${childData === 1 ? 'One place looks' : `${childData} places look`} like data about a child`)] : []),
    ...(beside > 0 ? [say('beside', 'Two people changed the same words: choose which stand')] : []),
    ...(begun ? fields.flatMap((field) => inField(field, content, grid).map(({ kind, words }) => say(kind, words, field.key))) : [say('empty', 'Begin this section')]),
    ...(openComments > 0 ? [say('comments', `${openComments} ${openComments === 1 ? 'comment' : 'comments'} to settle`)] : []),
    ...(begun && !ready ? [say('not-ready', 'Mark it ready when it can be reviewed')] : []),
  ];
}

/** Fewer words than a tenth of the limit is a start, not an answer [proposal]. */
const START = 0.1;

function inField(field: FieldDefinition, content: Content, grid: DocumentTemplateDefinition['journey']): { kind: ToDoKind; words: string }[] {
  const lacks = whatIsMissing([field], content, grid);
  if (field.kind === 'evidence') return lacks.map((words) => ({ kind: 'evidence', words }));
  if (field.kind !== 'text' || !field.limit) return lacks.map((words) => ({ kind: 'missing', words }));
  const count = countWords(valueOf({ ...field, kind: 'text' }, content));
  if (count > field.limit) return lacks.map((words) => ({ kind: 'over-limit', words }));
  if (count > 0 && count < START * field.limit) return [{ kind: 'short', words: `${count} ${count === 1 ? 'word' : 'words'} of up to ${field.limit}: ${field.label}` }];
  return lacks.map((words) => ({ kind: 'missing', words }));
}

/** How many of each kind there are, in the order of the kinds. */
export function countedByKind(list: readonly ToDo[]): { kind: ToDoKind; name: string; count: number }[] {
  return (Object.entries(TO_DO_KINDS) as [ToDoKind, string][]).map(([kind, name]) => ({ kind, name, count: list.filter((one) => one.kind === kind).length })).filter(({ count }) => count > 0);
}
