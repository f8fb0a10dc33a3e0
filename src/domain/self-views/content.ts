// What each kind of field holds. The page, the form, the frozen text and the demonstration all read this one shape;
// what is absent or out of date reads as empty, so that an old self-view opens under a newer template.
import { z } from 'zod';
import type { FieldDefinition } from '../documents/template';
import { placement } from '../journey-grid';

const words = z.string().max(20_000).default('');
const day = z.union([z.iso.date(), z.literal('')]).default('');
const id = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/);

/** A strength or an area for development. The thread goes with it from year to year. */
export const point = z.object({ id, thread: id, text: words, tag: z.string().max(80).default('') });
export type Point = z.infer<typeof point>;

export const EVIDENCE_KINDS = ['data', 'audit', 'voice', 'review'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const EVIDENCE_NAMES: Record<EvidenceKind, string> = { data: 'Data', audit: 'Audit', voice: 'Voice', review: 'Review' };
/** `on`: the day that it is of; `fileId`: an evidence file of the same document. */
export const evidenceItem = z.object({ id, kind: z.enum(EVIDENCE_KINDS), words, on: day, fileId: z.string().nullable().default(null) });
export type EvidenceItem = z.infer<typeof evidenceItem>;

export const PROGRESS = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  embedded: 'Done and embedded',
  'not-yet-impacting': 'Done, not yet making a difference',
  stopped: 'Stopped',
} as const;
/** A priority carried forward: `id` is that of the action or the thread of the area that it comes from. */
export const progressRow = z.object({
  id,
  from: z.enum(['action', 'area', 'own']).default('own'),
  /** Name of the cycle that it comes from. */
  cycle: z.string().default(''),
  title: words,
  status: z.enum(['', 'not-started', 'in-progress', 'embedded', 'not-yet-impacting', 'stopped']).default(''),
  impact: words,
  evidence: words,
  next: words,
});
export type ProgressRow = z.infer<typeof progressRow>;

export const journey = z.object({ placements: z.record(z.string(), placement).default({}) });
export type Journey = z.infer<typeof journey>;

export const PRESENCE = { present: 'Present', partly: 'Partly', 'not-present': 'Not present' } as const;
export const tick = z.object({ state: z.enum(['', 'present', 'partly', 'not-present']).default(''), evidence: words });
export type Tick = z.infer<typeof tick>;

export const AGREES = { yes: 'Yes', partly: 'In part', no: 'No' } as const;
/** A figure in the best or weakest fifth of the region; `id` is the indicator's key. */
export const exceptionRow = z.object({
  id,
  name: words,
  figure: z.string().default(''),
  standing: z.enum(['best', 'weakest']),
  agree: z.enum(['', 'yes', 'partly', 'no']).default(''),
  why: words,
  doing: words,
});
export type ExceptionRow = z.infer<typeof exceptionRow>;

/** A strength or area of an earlier year; `id` is its thread. What goes on is known from the threads, only what became of the rest is typed. */
export const trackerRow = z.object({
  id,
  of: z.enum(['strength', 'area']),
  text: words,
  /** The cycles that named it, oldest first. */
  cycles: z.array(z.string()).default([]),
  state: z.enum(['', 'continuing', 'resolved']).default(''),
  words,
});
export type TrackerRow = z.infer<typeof trackerRow>;

export const URGENCY = { now: 'Now', term: 'This term', year: 'This year' } as const;
export const SUPPORT = { advice: 'Advice', visit: 'A visit', review: 'A peer review', training: 'Training', capacity: 'Capacity' } as const;
export const ask = z.object({ id, topic: words, urgency: z.enum(['', 'now', 'term', 'year']).default(''), kind: z.enum(['', 'advice', 'visit', 'review', 'training', 'capacity']).default(''), words });
export type Ask = z.infer<typeof ask>;
export const offer = z.object({ id, topic: words, contact: z.string().max(200).default(''), evidence: words });
export type Offer = z.infer<typeof offer>;

/** An area for development that a paper takes from a self-view: `id` is its thread, the words and the cycle are as they were then. */
export const ownArea = z.object({ id, text: words, cycle: z.string().max(200).default('') });
export type OwnArea = z.infer<typeof ownArea>;

/** By kind of field: what is stored under the field's key. */
export const FIELD_CONTENT = {
  text: z.string().max(60_000).catch(''),
  choice: z.string().max(80).catch(''),
  points: z.array(point).catch([]),
  evidence: z.array(evidenceItem).catch([]),
  progress: z.array(progressRow).catch([]),
  journey: journey.catch({ placements: {} }),
  checklist: z.record(z.string(), tick).catch({}),
  exceptions: z.array(exceptionRow).catch([]),
  tracker: z.array(trackerRow).catch([]),
  asks: z.array(ask).catch([]),
  offers: z.array(offer).catch([]),
  /** At most one is chosen; two stand there where two people chose at once. */
  'own-area': z.array(ownArea).catch([]),
} as const;

export type FieldValue<Kind extends FieldDefinition['kind']> = z.infer<(typeof FIELD_CONTENT)[Kind]>;
export type Content = Record<string, unknown>;

/** What stands in one field; empty when nothing does. */
export function valueOf<Kind extends FieldDefinition['kind']>(field: FieldDefinition & { kind: Kind }, content: Content): FieldValue<Kind>;
export function valueOf(field: FieldDefinition, content: Content): FieldValue<FieldDefinition['kind']>;
export function valueOf(field: FieldDefinition, content: Content): unknown {
  return FIELD_CONTENT[field.kind].parse(content[field.key]);
}

/** A section with nothing in it yet, but for words that its template begins with. */
export function emptyContent(fields: readonly FieldDefinition[]): Content {
  return Object.fromEntries(fields.map((field) => [field.key, field.kind === 'text' ? (field.text ?? '') : FIELD_CONTENT[field.kind].parse(undefined)]));
}
