// The facts that make a step done, in a coordinator's words: each with the document that it is about, so that nobody pairs what does not go
// together ("the memorandum is released"). A paper and a role of the process bring ways of their own.
import { DOCUMENT_KINDS, type DocumentKind } from '../../documents/facts';
import type { Party } from '../../parties';
import { isPlural } from '../in-words';
import { DONE_WHEN, type DoneWhen, type ProcessTemplateDefinition, type StepDefinition } from '../template';

/** What a step is about and when it is done; `value` names the pair in a form: "self-view/signed", "paper:comments/handed-over". */
export interface Way {
  value: string;
  /** Completes "It is done when". */
  says: string;
  of: string;
}

type Done = Pick<StepDefinition, 'doneWhen' | 'document' | 'paper' | 'role'>;
type WaysOf = Pick<ProcessTemplateDefinition, 'papers' | 'roles' | 'leads'>;

const OF_THE_PRODUCT: readonly (readonly [of: string, document: DocumentKind | null, doneWhen: DoneWhen, says: string])[] = [
  ['By hand', null, 'recorded', 'whoever owes it records that it is done'],
  ['By hand', null, 'cycle-opened', 'the cycle is opened'],
  ['The self-view', 'self-view', 'put-for-signature', 'the self-view is written and put out for signature'],
  ['The self-view', 'self-view', 'signed', 'the self-view is signed'],
  ['The self-view', 'self-view', 'submitted', 'the self-view is submitted'],
  ['The self-view', 'self-view', 'accepted', 'the self-view is submitted and the region has accepted it'],
  ['The self-view', 'self-view', 'read', 'everyone who owes it has read the self-view'],
  ['The memorandum of understanding', 'mou', 'signed', 'the memorandum is signed'],
  ['Questions and pack', 'questions', 'agreed', 'the headline and questions are agreed'],
  ['Questions and pack', 'questions', 'issued', 'all packs and questions are issued'],
  ['Questions and pack', 'questions', 'pack-read', 'the pack is read'],
  ['The forum', 'preparation', 'prepared', 'the preparation is written'],
  ['The forum', 'forum-notes', 'forum-held', 'the authority’s session has been held'],
  ['The forum', 'forum-notes', 'sent-for-comment', 'the notes are sent for comment'],
  ['The forum', 'forum-notes', 'made-final', 'the notes are final'],
  ['The forum', 'forum-notes', 'signed', 'the notes are signed'],
  ['The annual conversation', 'annual-conversation', 'released', 'the pack is released to Ofsted'],
  ['The action plan', 'action-plan', 'plan-written', 'the action plan is written'],
  ['The action plan', 'action-plan', 'plan-reviewed', 'the action plan is reviewed'],
  ['The region’s own papers', 'regional-profile', 'signed-off', 'the Board has signed off the regional profile'],
  ['The region’s own papers', 'programme', 'signed-off', 'the Board has signed off the programme'],
];

/** What a way of the product takes; absent is anywhere, anyone and nothing. */
export interface Takes {
  /** For what the step can be done: where the document is looked for (step-progress.ts). */
  per?: readonly StepDefinition['per'][];
  /** The posts that can bring it about (permissions.ts): the step falls to one of them at least. */
  by?: readonly Party[];
  /** What another step brings about before, any one of them, and the words for its being lacking. */
  after?: { ways: readonly string[]; lacks: string };
}

const AT_AUTHORITY = { per: ['authority'] } as const;
const OF_THE_REGION = { per: ['region'] } as const;
const OWN_SIDE = ['dcs', 'assistant-director', 'lead-member', 'chief-executive', 'data-lead', 'policy-officer'] as const;
const REGION_TEAM = ['sli-coordinator', 'facilitator'] as const;

const TAKES: Readonly<Record<string, Takes>> = {
  'self-view/put-for-signature': { ...AT_AUTHORITY, by: ['dcs'] },
  'self-view/signed': AT_AUTHORITY,
  'self-view/submitted': { ...AT_AUTHORITY, by: ['dcs'] },
  'self-view/accepted': { ...AT_AUTHORITY, by: ['dcs'] },
  'self-view/read': { ...AT_AUTHORITY, after: { ways: ['self-view/put-for-signature', 'self-view/signed', 'self-view/submitted', 'self-view/accepted'], lacks: 'no step asks for the self-view that is to be read' } },
  'mou/signed': AT_AUTHORITY,
  'questions/agreed': { ...AT_AUTHORITY, by: ['data-group-chair'] },
  'questions/issued': { by: ['sli-coordinator'], after: { ways: ['questions/agreed'], lacks: 'no step agrees the questions that are to be issued' } },
  'questions/pack-read': { ...AT_AUTHORITY, by: OWN_SIDE, after: { ways: ['questions/issued'], lacks: 'no step issues the packs that are to be read' } },
  'preparation/prepared': { ...AT_AUTHORITY, by: ['dcs', 'assistant-director', 'policy-officer', 'data-lead'] },
  'forum-notes/forum-held': { ...AT_AUTHORITY, by: [...REGION_TEAM, 'group-lead'] },
  'forum-notes/sent-for-comment': { ...AT_AUTHORITY, by: REGION_TEAM },
  'forum-notes/made-final': { ...AT_AUTHORITY, by: ['dcs', 'assistant-director', 'policy-officer', 'lead-member', 'chief-executive', ...REGION_TEAM] },
  'forum-notes/signed': { ...AT_AUTHORITY, after: { ways: ['forum-notes/made-final'], lacks: 'no step makes the notes final that are to be signed' } },
  'annual-conversation/released': { ...AT_AUTHORITY, by: ['dcs'] },
  'action-plan/plan-written': { ...AT_AUTHORITY, by: ['dcs'] },
  'action-plan/plan-reviewed': { ...AT_AUTHORITY, by: ['lead-challenger', 'group-lead'], after: { ways: ['action-plan/plan-written'], lacks: 'no step asks for the action plan that is to be reviewed' } },
  'regional-profile/signed-off': OF_THE_REGION,
  'programme/signed-off': OF_THE_REGION,
};

/** What it takes to do a step of the product's own; null where its document has no such way. A step by hand takes nothing, and papers and roles are not the product's. */
export function takesOf(step: Pick<StepDefinition, 'document' | 'doneWhen'>): Takes | null {
  if (step.doneWhen === 'recorded' || step.doneWhen === 'cycle-opened') return {};
  const row = OF_THE_PRODUCT.find(([, document, doneWhen]) => doneWhen === step.doneWhen && document === (step.document ?? document));
  return row ? TAKES[wayOf({ doneWhen: row[2], document: row[1] ?? undefined } as Done)]! : null;
}

const OF_A_PAPER: readonly (readonly [DoneWhen, (name: string, are: string) => string])[] = [
  ['handed-over', (name, are) => `the ${name} ${are} handed over`],
  ['signed', (name, are) => `the ${name} ${are} signed`],
  ['issued', (name, are) => `the ${name} ${are} issued by the region`],
  ['read', (name) => `everyone who owes it has read the ${name}`],
];

/** Every way that this process has; that of the step itself stands there too, whatever it is. */
export function waysIn({ papers, roles, leads }: WaysOf, own?: Done): Way[] {
  const ways = [
    ...OF_THE_PRODUCT.slice(0, 1).map(productWay),
    ...papers.flatMap(({ key, name }) => OF_A_PAPER.map(([doneWhen, says]): Way => ({ value: `paper:${key}/${doneWhen}`, says: says(name, isPlural(name) ? 'are' : 'is'), of: 'A paper of this process' }))),
    ...roles.map(({ key, name, each }): Way => ({ value: `role:${key}/assigned`, says: each > 1 ? `${each} are found as ${name}` : `somebody is found as ${name}`, of: 'A role of this process' })),
    ...(leads === 'by-hand' ? [{ value: 'role:lead-challenger/assigned', says: 'its lead peer challenger is found', of: 'A role of this process' }] : []),
    ...OF_THE_PRODUCT.slice(1).map(productWay),
  ];
  if (!own || ways.some(({ value }) => value === wayOf(own))) return ways;
  return [...ways, { value: wayOf(own), says: `${own.doneWhen.replaceAll('-', ' ')}${own.document ? `: ${own.document}` : ''}`, of: 'As it is' }];
}

function productWay([of, document, doneWhen, says]: (typeof OF_THE_PRODUCT)[number]): Way {
  return { value: wayOf({ doneWhen, document: document ?? undefined } as Done), says, of };
}

export function wayOf({ doneWhen, document, paper, role }: Done): string {
  if (doneWhen === 'recorded' || doneWhen === 'cycle-opened') return document ? `${document}/${doneWhen}` : doneWhen;
  if (paper) return `paper:${paper}/${doneWhen}`;
  if (doneWhen === 'assigned' && role) return `role:${role}/assigned`;
  return document ? `${document}/${doneWhen}` : doneWhen;
}

/** What a way means for a step; null for what is none. That its paper or role is there is for template-faults to say. */
export function doneBy(value: string): Done | null {
  const [about, last] = value.includes('/') ? (value.split('/') as [string, string]) : ['', value];
  const doneWhen = DONE_WHEN.find((one) => one === last);
  if (!doneWhen) return null;
  if (about.startsWith('paper:')) return { doneWhen, paper: about.slice('paper:'.length) };
  if (about.startsWith('role:')) return { doneWhen, role: about.slice('role:'.length) };
  if (about === '') return { doneWhen };
  const document = DOCUMENT_KINDS.find((kind) => kind === about);
  return document && document !== 'paper' ? { doneWhen, document } : null;
}

/** "the notes are signed": completes "It is done when". */
export function wayWords(step: Done, template: WaysOf): string {
  return waysIn(template, step).find(({ value }) => value === wayOf(step))!.says;
}
