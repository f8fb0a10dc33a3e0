// What a writer typed, laid over what stood there. A field or row that the form did not hold stays as it is; a row whose words were
// all taken out is gone. Names: "judgement" · "strengths.<row>.text" · "grid-<enabler>" and "grid.<enabler>.rationale" · "risk.<item>.state" · "area";
// "remove" names a row to take out.
import type { z } from 'zod';
import { dayFault, readDay } from '../day-fields';
import type { FieldDefinition } from '../documents/template';
import { placement, readPlace, type SelfPlacement } from '../journey-grid';
import { ask, evidenceItem, exceptionRow, offer, point, progressRow, tick, trackerRow, valueOf, type Content } from './content';
import { readAreaValue } from './own-area';

export type Typed = Readonly<Record<string, string>>;

export interface ReadForm {
  content: Content;
  /** A sentence for each input that could not be read; what stood there stays. */
  errors: Record<string, string>;
}

/** `files`: evidence files kept a moment ago, by the row that they stand in. */
export function readSectionForm(fields: readonly FieldDefinition[], base: Content, typed: Typed, files: Typed = {}): ReadForm {
  const errors: Record<string, string> = {};
  const content = { ...base };
  for (const field of fields) content[field.key] = readField(field, base, typed, files, errors);
  return { content, errors };
}

/** The content as a form would send it back untouched: what is absent is empty, so that a save that changes nothing is seen as that. */
export function asTyped(fields: readonly FieldDefinition[], content: Content): Content {
  return readSectionForm(fields, content, {}).content;
}

type Errors = Record<string, string>;

function readField(field: FieldDefinition, base: Content, typed: Typed, files: Typed, errors: Errors): unknown {
  const before = valueOf(field, base);
  switch (field.kind) {
    case 'text':
      return readText(field.key, typed, before as string, errors);
    case 'choice':
      return field.options?.some((option) => option.value === typed[field.key]) ? typed[field.key] : before;
    case 'own-area':
      return (typed[field.key] === undefined ? null : readAreaValue(typed[field.key]!)) ?? before;
    case 'journey':
      return readJourney(field.key, typed, before as { placements: Record<string, SelfPlacement> }, errors);
    case 'checklist':
      return readChecklist(field, typed, before as Record<string, unknown>, errors);
    default:
      return readRows(field, typed, before as Row[], files, errors);
  }
}

const MOST_CHARACTERS = 100_000;

function readText(name: string, typed: Typed, before: string, errors: Errors): string {
  const text = lines(typed[name] ?? before);
  if (text.length <= MOST_CHARACTERS) return text;
  errors[name] = 'This is too long to keep. Take some of it out, or give it as a file.';
  return before;
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\0/g, '');

type Row = { id: string } & Record<string, unknown>;

interface RowKind {
  schema: z.ZodType;
  parts: readonly string[];
  /** Without any of these the row is gone. */
  needs: readonly string[];
  /** May a writer add one? Others are carried forward. */
  adds: boolean;
}

const ROWS: Partial<Record<FieldDefinition['kind'], RowKind>> = {
  points: { schema: point, parts: ['text', 'tag', 'thread'], needs: ['text', 'tag'], adds: true },
  evidence: { schema: evidenceItem, parts: ['kind', 'words', 'on'], needs: ['words', 'fileId', 'on'], adds: true },
  progress: { schema: progressRow, parts: ['title', 'status', 'impact', 'evidence', 'next'], needs: ['title', 'impact', 'evidence', 'next'], adds: true },
  exceptions: { schema: exceptionRow, parts: ['agree', 'why', 'doing'], needs: ['name'], adds: false },
  tracker: { schema: trackerRow, parts: ['state', 'words'], needs: ['text'], adds: false },
  asks: { schema: ask, parts: ['topic', 'urgency', 'kind', 'words'], needs: ['topic', 'words'], adds: true },
  offers: { schema: offer, parts: ['topic', 'contact', 'evidence'], needs: ['topic', 'contact', 'evidence'], adds: true },
};

const NEW_ROW: Partial<Record<FieldDefinition['kind'], (id: string) => object>> = {
  points: (id) => ({ thread: id }),
  evidence: () => ({ kind: 'review', fileId: null, on: '' }),
};

const ROW_ID = /^[0-9a-zA-Z-]{1,64}$/;

function readRows(field: FieldDefinition, typed: Typed, before: readonly Row[], files: Typed, errors: Errors): Row[] {
  const kind = ROWS[field.kind]!;
  const prefix = `${field.key}.`;
  const typedIds = Object.keys(typed).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length).split('.')[0]!] : []));
  const added = kind.adds ? [...new Set(typedIds)].filter((id) => ROW_ID.test(id) && !before.some((row) => row.id === id)) : [];
  const removed = kind.adds ? typed.remove : undefined;
  const rows = [...before, ...added.map((id): Row => ({ id, ...NEW_ROW[field.kind]?.(id) }))];
  const kept = rows.filter((row) => removed !== `${field.key}.${row.id}` || isCarried(field, row));
  return kept.map((row) => readRow(field, kind, withFile(field, row, files), typed, errors)).filter((row) => kind.needs.some((part) => row[part] !== undefined && row[part] !== null && row[part] !== ''));
}

const isCarried = (field: FieldDefinition, row: Row) => field.kind === 'progress' && (row.from ?? 'own') !== 'own';

const withFile = (field: FieldDefinition, row: Row, files: Typed): Row => (field.kind === 'evidence' && files[row.id] ? { ...row, fileId: files[row.id] } : row);

function readRow(field: FieldDefinition, kind: RowKind, row: Row, typed: Typed, errors: Errors): Row {
  let read = row;
  for (const part of kind.parts) {
    // What was carried forward keeps its name; only a writer's own row is named by hand.
    if (part === 'title' && isCarried(field, row)) continue;
    const name = `${field.key}.${row.id}.${part}`;
    const value = part === 'on' ? typedDay(name, typed, errors) : typed[name] === undefined ? undefined : lines(typed[name]);
    if (value === undefined) continue;
    const next = kind.schema.safeParse({ ...read, [part]: value });
    if (next.success) read = next.data as Row;
    else errors[name] = 'This is too long, or not one of the choices.';
  }
  return read;
}

function typedDay(name: string, typed: Typed, errors: Errors): string | undefined {
  const [day, month, year] = [`${name}-day`, `${name}-month`, `${name}-year`].map((part) => typed[part]?.trim());
  if (day === undefined && month === undefined && year === undefined) return typed[name];
  if (!day && !month && !year) return '';
  const read = readDay(day ?? '', month ?? '', year ?? '');
  if (!read) errors[name] = dayFault(null, [day ?? '', month ?? '', year ?? '']);
  return read ?? undefined;
}

function readJourney(key: string, typed: Typed, before: { placements: Record<string, SelfPlacement> }, errors: Errors) {
  const placements = { ...before.placements };
  for (const name of Object.keys(typed)) {
    const enabler = name.startsWith(`${key}-`) ? name.slice(key.length + 1) : name.startsWith(`${key}.`) ? name.slice(key.length + 1).split('.')[0]! : null;
    if (!enabler || !/^[a-z][a-z0-9-]{0,60}$/.test(enabler)) continue;
    const held = placements[enabler] ?? placement.parse({});
    placements[enabler] = {
      ...held,
      ...readPlace(typed[`${key}-${enabler}`]),
      rationale: readText(`${key}.${enabler}.rationale`, typed, held.rationale, errors),
      evidence: readText(`${key}.${enabler}.evidence`, typed, held.evidence, errors),
    };
    if (isBlank(placements[enabler])) delete placements[enabler];
  }
  return { placements };
}

const isBlank = (placed: SelfPlacement) => !placed.stage && placed.rationale === '' && placed.evidence === '';

function readChecklist(field: FieldDefinition, typed: Typed, before: Record<string, unknown>, errors: Errors) {
  const ticks: Record<string, unknown> = { ...before };
  for (const { value } of field.options ?? []) {
    const name = `${field.key}.${value}`;
    const held = tick.parse(before[value] ?? {});
    const state = tick.shape.state.safeParse(typed[`${name}.state`] ?? held.state);
    const next = { state: state.success ? state.data : held.state, evidence: readText(`${name}.evidence`, typed, held.evidence, errors) };
    if (next.state !== '' || next.evidence !== '') ticks[value] = next;
    else delete ticks[value];
  }
  return ticks;
}
