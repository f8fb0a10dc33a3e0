// A process is data: steps, who, document, due rule, what each waits for, who signs. Nothing here knows a region.
import { z } from 'zod';
import { DOCUMENT_KINDS } from '../documents/facts';
import { OFFICES } from '../model';

const unit = z.enum(['calendar', 'working']).default('calendar');

/** When something falls. Offsets in days of `unit`; minus is before. */
export const dueRule = z.discriminatedUnion('from', [
  /** From day 0 of the cycle. */
  z.object({ from: z.literal('anchor'), offset: z.number().int(), unit }),
  /** From the first forum day of the authority's wave. */
  z.object({ from: z.literal('wave'), offset: z.number().int(), unit }),
  /** From the forum day of the authority's group in its wave. */
  z.object({ from: z.literal('forum'), offset: z.number().int(), unit }),
  /** From the date of another step (for the same authority where it has one). */
  z.object({ from: z.literal('step'), step: z.string(), offset: z.number().int(), unit }),
]);
export type DueRule = z.infer<typeof dueRule>;

/** The fact that makes a step done. The state of a step is derived from these and never typed in, but for `recorded`. */
export const DONE_WHEN = [
  'cycle-opened',
  'put-for-signature',
  'signed',
  'submitted',
  'accepted',
  'agreed',
  'issued',
  'pack-read',
  'prepared',
  'forum-held',
  'sent-for-comment',
  'made-final',
  'released',
  'plan-written',
  'plan-reviewed',
  'signed-off',
  'recorded',
] as const;
export type DoneWhen = (typeof DONE_WHEN)[number];

export const stepDefinition = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Number in the source's table, for people who know it. */
  number: z.string().default(''),
  name: z.string().min(1),
  /** Words of the task in My work, an imperative: "Sign the memorandum". */
  act: z.string().min(1),
  /** Short column heading on the board, at most three lines. */
  heading: z.array(z.string()).min(1).max(3),
  phase: z.string(),
  per: z.enum(['region', 'group', 'authority']),
  /** Offices that owe it. "lead-challenger" is the DCS who is lead peer challenger. */
  who: z.array(z.union([z.enum(OFFICES), z.literal('lead-challenger')])).min(1),
  document: z.enum(DOCUMENT_KINDS).optional(),
  /** Who signs the document at this step. */
  signatories: z.array(z.enum(OFFICES)).default([]),
  /** Whether they sign in the order named; else in any order. */
  signInOrder: z.boolean().default(false),
  opens: dueRule.optional(),
  due: dueRule,
  waitsFor: z.array(z.string()).default([]),
  doneWhen: z.enum(DONE_WHEN),
  /** Days before the due day on which a reminder goes out. */
  remind: z.array(z.number().int().min(0)).default([7, 1]),
  /** Shown as a column of the board. */
  onBoard: z.boolean().default(true),
  /** Where the figure is the product's proposal and not the source's. */
  proposed: z.boolean().default(false),
});
export type StepDefinition = z.infer<typeof stepDefinition>;

export const processTemplate = z.object({
  title: z.string().min(1),
  anchorName: z.string().min(1),
  /** First and last day of a cycle, from day 0. */
  spans: z.object({ from: z.number().int(), to: z.number().int() }),
  phases: z.array(z.object({ key: z.string(), name: z.string() })).min(1),
  /** Waves in order; the group with ordinal n holds its forum on the wave's day n. */
  waves: z.array(z.object({ key: z.string(), name: z.string(), forumOffsets: z.array(z.number().int()).min(1) })).min(1),
  steps: z.array(stepDefinition).min(1),
});
export type ProcessTemplateDefinition = z.infer<typeof processTemplate>;
