// The tables of the form that is filled in offline: which columns a field of rows has, what stands in each cell and how a cell is read.
import type { DocumentTemplateDefinition, FieldDefinition } from '../documents/template';
import { OVERALL, placeOf, placeValue } from '../journey-grid';
import { AGREES, EVIDENCE_NAMES, PRESENCE, PROGRESS, SUPPORT, URGENCY, valueOf, type Content } from '../self-views/content';
import { plainly } from '../word/pieces';

type Grid = DocumentTemplateDefinition['journey'];

export interface FormColumn {
  heading: string;
  /** The part of a row under which the ordinary form types it; null for a column that is only read by people. */
  part: string | null;
  /** Share of the width. */
  width: number;
  /** Words as they are, without Markdown. */
  plain?: true;
  /** One of a few words, by value. */
  choices?: Readonly<Record<string, string>>;
  day?: true;
  place?: true;
}

export interface FormRow {
  /** As the ordinary form names it. */
  id: string;
  /** One for each column. */
  cells: readonly string[];
  /** Carried forward or asked of everyone: taking it out of the table takes out nothing. */
  fixed: boolean;
}

export interface FormTable {
  columns: readonly FormColumn[];
  rows: readonly FormRow[];
  /** Empty rows to write in; 0 where nobody adds one. */
  blank: number;
  /** What may stand in a column of choices, for those who fill it in. */
  notes: readonly string[];
}

const column = (heading: string, part: string | null, width: number, more: Partial<FormColumn> = {}): FormColumn => ({ heading, part, width, ...more });
const STATES = { continuing: 'Continuing', resolved: 'Resolved' } as const;

/** By kind of field; the number of a row stands before these in a column of its own. */
const COLUMNS: Partial<Record<FieldDefinition['kind'], readonly FormColumn[]>> = {
  points: [column('In one sentence', 'text', 10), column('Theme', 'tag', 3, { plain: true })],
  evidence: [column('Kind', 'kind', 2, { choices: EVIDENCE_NAMES }), column('What it shows', 'words', 8), column('Of which day', 'on', 3, { day: true })],
  progress: [column('Priority', 'title', 4), column('How far it is', 'status', 3, { choices: PROGRESS }), column('What children notice', 'impact', 4), column('Evidence', 'evidence', 3), column('What is next', 'next', 4)],
  journey: [column('Enabler', null, 3), column('Place', 'place', 3, { place: true }), column('Why', 'rationale', 6), column('Evidence', 'evidence', 4)],
  checklist: [column('Sign', null, 5), column('Present?', 'state', 2, { choices: PRESENCE }), column('How do you know?', 'evidence', 5)],
  exceptions: [column('Figure', null, 4), column('Do you agree?', 'agree', 2, { choices: AGREES }), column('Why', 'why', 4), column('What is done', 'doing', 4)],
  tracker: [column('Strength or area', null, 6), column('What became of it', 'state', 3, { choices: STATES }), column('In your words', 'words', 5)],
  asks: [column('Topic', 'topic', 4), column('How soon', 'urgency', 2, { choices: URGENCY }), column('What kind', 'kind', 2, { choices: SUPPORT }), column('In your words', 'words', 5)],
  offers: [column('Topic', 'topic', 4), column('Whom to ask', 'contact', 3, { plain: true }), column('Evidence', 'evidence', 5)],
};

const ADDED = ['points', 'evidence', 'progress', 'asks', 'offers'];

/** Null for a field that is no table. */
export function formTable(field: FieldDefinition, content: Content, grid: Grid): FormTable | null {
  const columns = COLUMNS[field.kind];
  if (!columns) return null;
  return {
    columns,
    rows: rowsOf(field, content, grid).map(({ id, fixed, parts, shown }) => ({ id, fixed, cells: columns.map(({ part, ...how }) => (part === null || (shown && part in shown) ? (shown?.[part ?? ''] ?? '') : cellOf(how, parts[part] ?? ''))) })),
    blank: ADDED.includes(field.kind) ? 3 : 0,
    notes: columns.flatMap(({ heading, choices, place, day }) =>
      choices ? [`${heading}: ${either(Object.values(choices))}.`] : place && grid ? [`${heading}: ${either(grid.stages)}; then early or established, as in “${grid.stages[1]}, early”.`] : day ? [`${heading}: like 27 October 2017; leave it empty where there is none.`] : [],
    ),
  };
}

const either = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

interface Row {
  id: string;
  fixed: boolean;
  parts: Readonly<Record<string, string>>;
  /** Words of cells that are only read, under '' or the part. */
  shown?: Readonly<Record<string, string>>;
}

function rowsOf(field: FieldDefinition, content: Content, grid: Grid): Row[] {
  switch (field.kind) {
    case 'journey': {
      const { placements } = valueOf({ ...field, kind: 'journey' }, content);
      return [...(grid?.enablers ?? []), { key: OVERALL, name: 'The whole, as one judgement' }].map(({ key, name }) => {
        const placed = placements[key];
        const place = placeOf(placed);
        return { id: key, fixed: true, parts: { place: place ? placeWordsOf(placeValue(place), grid) : '', rationale: placed?.rationale ?? '', evidence: placed?.evidence ?? '' }, shown: { '': name } };
      });
    }
    case 'checklist': {
      const ticks = valueOf({ ...field, kind: 'checklist' }, content);
      return (field.options ?? []).map(({ value, label }) => ({ id: value, fixed: true, parts: { state: ticks[value]?.state ?? '', evidence: ticks[value]?.evidence ?? '' }, shown: { '': label } }));
    }
    case 'exceptions':
      return valueOf({ ...field, kind: 'exceptions' }, content).map((row) => ({ id: row.id, fixed: true, parts: textsOf(row), shown: { '': `${row.name}${row.figure ? `: ${row.figure}` : ''} (${row.standing} fifth)` } }));
    case 'tracker':
      return valueOf({ ...field, kind: 'tracker' }, content).map((row) => ({ id: row.id, fixed: true, parts: textsOf(row), shown: { '': `${row.of === 'strength' ? 'Strength' : 'Area'}: ${row.text}${row.cycles.length > 0 ? ` (${row.cycles.join(', ')})` : ''}` } }));
    case 'progress':
      return valueOf({ ...field, kind: 'progress' }, content).map((row) => ({ id: row.id, fixed: row.from !== 'own', parts: textsOf(row), ...(row.from !== 'own' && { shown: { title: `${row.title}${row.cycle ? ` (${row.cycle})` : ''}` } }) }));
    case 'evidence':
      return valueOf({ ...field, kind: 'evidence' }, content).map((row) => ({ id: row.id, fixed: row.fileId !== null, parts: textsOf(row) }));
    default:
      return (valueOf(field, content) as unknown as ({ id: string } & Record<string, unknown>)[]).map((row) => ({ id: row.id, fixed: false, parts: textsOf(row) }));
  }
}

const textsOf = (row: object): Record<string, string> => Object.fromEntries(Object.entries(row).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

function cellOf({ choices, day }: Omit<FormColumn, 'part'>, value: string): string {
  if (choices) return choices[value] ?? '';
  return day ? dayWords(value) : value;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? `${date} ${MONTHS[month - 1]} ${year}` : '';
}

/** The value of a cell whose words are one of a few, a day or a place; null when they are none of them. An empty cell is ''. */
export function readChoice({ choices, day, place }: FormColumn, text: string, grid: Grid): string | null {
  const words = plainly(text).replace(/[.;,]+$/, '');
  if (words === '') return '';
  if (choices) return Object.keys(choices).find((value) => plainly(choices[value]!) === words || value === words) ?? null;
  if (day) return readDayWords(words);
  return place ? readPlaceWords(words, grid) : null;
}

/** "27 October 2017", "Fri 27 Oct 2017", "27/10/2017", "27.10.17", "2017-10-27" */
function readDayWords(words: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  const numbers = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(words);
  const named = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})$/.exec(words);
  const month = named ? MONTHS.findIndex((name) => name.toLowerCase().startsWith(named[2]!.slice(0, 3))) + 1 : 0;
  const [year, at, date] = iso ? [iso[1], iso[2], iso[3]] : numbers ? [numbers[3]!.length === 2 ? `20${numbers[3]}` : numbers[3], numbers[2], numbers[1]] : named && month > 0 ? [named[3], String(month), named[1]] : [];
  if (!year || !at || !date) return null;
  const day = `${year}-${at.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const real = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(day) ? day : null;
}

function placeWordsOf(value: string, grid: Grid): string {
  const [stage, half] = value.split('.');
  return `${grid?.stages[Number(stage) - 1] ?? `Stage ${stage}`}, ${half}`;
}

function readPlaceWords(words: string, grid: Grid): string | null {
  const half = /\bestablished\b/.test(words) ? 'established' : /\bearly\b/.test(words) ? 'early' : null;
  const stage = (grid?.stages ?? []).findIndex((name) => words.includes(plainly(name))) + 1 || Number(/\bstage ([123])\b/.exec(words)?.[1] ?? 0);
  return half && stage > 0 ? `${stage}.${half}` : null;
}
