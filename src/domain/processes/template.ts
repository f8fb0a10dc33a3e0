// A process is data: steps, who, document, due rule, what each waits for, who signs. Nothing here knows a region.
import { z } from 'zod';
import { DOCUMENT_KINDS } from '../documents/facts';
import { sectionDefinition } from '../documents/template';
import { OFFICES } from '../model';
import { READERS } from '../readers';

const key = z.string().regex(/^[a-z][a-z0-9-]*$/);
const unit = z.enum(['calendar', 'working']).default('calendar');

/** When something falls. Offsets in days of `unit`; minus is before. */
export const dueRule = z.discriminatedUnion('from', [
  /** From day 0 of the cycle. */
  z.object({ from: z.literal('anchor'), offset: z.number().int(), unit }),
  /** From the first day of the authority's wave. */
  z.object({ from: z.literal('wave'), offset: z.number().int(), unit }),
  /** From the authority's own day: of the forum of its group in its wave, of the visit to it, of its set's meeting. */
  z.object({ from: z.literal('forum'), offset: z.number().int(), unit }),
  /** From the date of another step (for the same authority where it has one). */
  z.object({ from: z.literal('step'), step: z.string(), offset: z.number().int(), unit }),
  /** From a weekday of a month: "the third Thursday of January", the first one within the cycle. The last one of a month is -1. */
  z.object({
    from: z.literal('weekday'),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    /** Monday is 1. */
    weekday: z.number().int().min(1).max(7),
    /** January is 1. */
    month: z.number().int().min(1).max(12),
    offset: z.number().int().default(0),
    unit,
  }),
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
  /** A paper was handed over, by each who writes one. */
  'handed-over',
  /** The paper was opened by every post that was to read it. */
  'read',
  /** Everyone whom a role of the process asks for was found. */
  'assigned',
  'recorded',
] as const;
export type DoneWhen = (typeof DONE_WHEN)[number];

/** An office where the step stands, or a part that the process gives to another authority (domain/parties.ts). */
export const party = z.union([
  z.enum(OFFICES),
  /** The DCS who is lead peer challenger. */
  z.literal('lead-challenger'),
  /** The DCS who leads the pair, triad or task and finish group; of the last it is the designated DCS link. */
  z.literal('set-lead'),
  /** The DCS of each authority of the set. */
  z.literal('set-members'),
  z.templateLiteral(['peer:', z.string().regex(/^[a-z][a-z0-9-]*$/)]),
]);

const reader = z.union([z.enum(READERS), z.templateLiteral(['peers:', z.string().regex(/^[a-z][a-z0-9-]*$/)])]);

export const SCOPES = ['region', 'wave', 'group', 'task-group', 'authority'] as const;

export const stepDefinition = z.object({
  key,
  /** Number in the source's table, for people who know it. */
  number: z.string().default(''),
  name: z.string().min(1),
  /** Words of the task in My work, an imperative: "Sign the memorandum". */
  act: z.string().min(1),
  /** Short column heading on the board, at most three lines. */
  heading: z.array(z.string()).min(1).max(3),
  phase: z.string(),
  /** For what it is done once: the region, a wave, a group or set (a pair, a triad), a task and finish group, each authority. */
  per: z.enum(SCOPES),
  /** Who owes it. */
  who: z.array(party).min(1),
  document: z.enum(DOCUMENT_KINDS).exclude(['paper']).optional(),
  /** Key of a paper of this process, in place of `document`. */
  paper: key.optional(),
  /** Key of the role that the step finds someone for. */
  role: key.optional(),
  /** Who signs the document at this step. */
  signatories: z.array(party).default([]),
  /** Whether they sign in the order named; else in any order. */
  signInOrder: z.boolean().default(false),
  opens: dueRule.optional(),
  due: dueRule,
  waitsFor: z.array(z.string()).default([]),
  doneWhen: z.enum(DONE_WHEN),
  /** Days before the due day on which a reminder goes out. */
  remind: z.array(z.number().int().min(0)).default([7, 1]),
  /** Who may read the document from when the step is done, in the version that was handed over, signed or issued. */
  opensTo: z.array(reader).optional(),
  /** People meet on its day: it stands in the regional calendar as an event. */
  event: z.boolean().default(false),
  /** What to do, and what is worth knowing, for those who do it. */
  guidance: z.string().default(''),
  /** Shown as a column of the board. */
  onBoard: z.boolean().default(true),
  /** Where the figure is the product's proposal and not the source's. */
  proposed: z.boolean().default(false),
});
export type StepDefinition = z.infer<typeof stepDefinition>;

/** A paper that the process asks for: its sections are a document template's, and one party writes it. */
export const paperDefinition = z.object({
  key,
  /** Within a sentence: "moderation comments". */
  name: z.string().min(1),
  /** For what there is one; by a peer, there is one for each peer of the authority. */
  per: z.enum(SCOPES).exclude(['wave']),
  by: party,
  /** Parties that write sections of their own beside the one who writes the whole, by section key: police, health. */
  sectionsBy: z.record(key, party).default({}),
  sections: z.array(sectionDefinition).min(1),
  /** What its first section can be filled in with, from what is there (domain/papers/fill.ts). */
  fills: z.enum(['strengths-and-areas', 'ratings', 'asks-and-offers', 'critical-indicators']).optional(),
});
export type PaperDefinition = z.infer<typeof paperDefinition>;

/** A part that other authorities take in an authority's place: moderator, analyst, visitor, member of the team. */
export const roleDefinition = z.object({
  key,
  /** "moderator" */
  name: z.string().min(1),
  /** How many of them each authority needs. */
  each: z.number().int().min(1).max(8),
  /** The offices that act in it, at the other authority. */
  offices: z.array(z.enum(OFFICES)).min(1),
  /** Found one by one; in a rotation over everyone; or the others of the authority's own set. */
  found: z.enum(['by-hand', 'rotation', 'set']).default('by-hand'),
  /** Whether two authorities may have this part for one another. */
  mutual: z.boolean().default(false),
  /** The role is given to one post, which is chosen, and not to whoever holds one of the offices. */
  named: z.boolean().default(false),
});
export type RoleDefinition = z.infer<typeof roleDefinition>;

/** How authorities are put together: in the region's standing groups, all in one, or in sets that are made for the cycle. */
export const grouping = z.discriminatedUnion('is', [
  z.object({ is: z.literal('standing') }),
  z.object({ is: z.literal('one') }),
  /** "triad", of three; "triad or quartet", of three or four. */
  z.object({ is: z.literal('made'), word: z.string().min(1), sizes: z.array(z.number().int().min(2).max(8)).min(1) }),
]);
export type Grouping = z.infer<typeof grouping>;

/** Words that a region uses where the product has its own. */
export const regionWords = z.object({
  group: z.string().min(1).default('group'),
  wave: z.string().min(1).default('wave'),
  /** The authority's own day. */
  forum: z.string().min(1).default('forum'),
  cycle: z.string().min(1).default('cycle'),
  /** What an authority's own account is called. */
  selfView: z.string().min(1).default('self-view'),
});

export const processTemplate = z.object({
  title: z.string().min(1),
  /** For the name of a cycle: "2017/18", or with it "2017/18 triads". */
  suffix: z.string().default(''),
  /** What it is for and where it comes from, in a sentence or two. */
  about: z.string().default(''),
  words: regionWords.default(() => regionWords.parse({})),
  grouping: grouping.default({ is: 'standing' }),
  /** How the lead peer challengers are found; a process may have none. */
  leads: z.enum(['in-turn', 'by-hand', 'none']).default('in-turn'),
  /** Each cycle takes some of the authorities, until in a round of cycles all have had theirs (rounds.ts). */
  rounds: z.boolean().optional(),
  roles: z.array(roleDefinition).default([]),
  papers: z.array(paperDefinition).default([]),
  /** Kind of document → key of the region's format for it, where it is not the first. */
  formats: z.partialRecord(z.enum(DOCUMENT_KINDS), z.string()).default({}),
  anchorName: z.string().min(1),
  /** An ordinary day 0, from which its dates are tried: the one of its source where that has one. */
  ordinaryAnchor: z.iso.date().default('2017-11-23'),
  /** First and last day of a cycle, from day 0. */
  spans: z.object({ from: z.number().int(), to: z.number().int() }),
  phases: z.array(z.object({ key, name: z.string().min(1) })).min(1),
  /** Waves in order; the group with ordinal n holds its forum on the wave's day n. */
  waves: z.array(z.object({ key, name: z.string().min(1), forumOffsets: z.array(z.number().int()).min(1) })).min(1),
  steps: z.array(stepDefinition).min(1),
});
export type ProcessTemplateDefinition = z.infer<typeof processTemplate>;
