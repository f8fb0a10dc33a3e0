// What must be done now, as an imperative, for lists, the board and mail. The template words the step; the parts of it that fall to
// someone else (accepting, answering comments) are worded here.
import { nameOfKind, type DocumentKind } from './documents/facts';
import type { DoneWhen, ProcessTemplateDefinition, StepDefinition } from './processes/template';
import type { Part } from './step-progress';
import type { StepState } from './workflow';
import { isOwed } from './workflow';

type Step = Pick<StepDefinition, 'act' | 'document' | 'paper'>;

/** Of the process: what it calls the self-view. */
type Called = ProcessTemplateDefinition['words'];

type Words = (step: Step, place: string | null, called?: Called) => string;

/** Of a paper of the process its key, which is its name as a rule. */
const paper = (step: Pick<StepDefinition, 'document' | 'paper'>, called?: Called) => (step.document ? nameOfKind(step.document, called) : (step.paper?.replaceAll('-', ' ') ?? 'text'));
const of = (place: string | null) => (place ? `${place}${place.endsWith('s') ? '’' : '’s'}` : 'the');

const ACTS: Record<Part, Words> = {
  own: (step, place) => (place ? `${step.act}: ${place}` : step.act),
  'put-for-signature': (step, place, called) => (step.paper ? `Write ${of(place)} ${paper(step, called)} and put it out for signature` : `Put ${of(place)} ${paper(step, called)} out for signature again`),
  mend: (step, place, called) => `Mend ${of(place)} ${paper(step, called)}`,
  accept: (step, place, called) => `Accept or return ${of(place)} ${paper(step, called)}`,
  arrange: (_step, place) => `Schedule ${of(place)} forum`,
  'draft-notes': (_step, place) => `Draft and send ${of(place)} forum notes`,
  'answer-comments': (_step, place) => `Answer the comments on ${of(place)} forum notes`,
  'make-final': (_step, place) => `Make ${of(place)} forum notes final`,
  'put-to-board': (step, _place, called) => `Put the ${paper(step, called)} to the Board`,
  assign: (step, place) => (place ? `${step.act}: ${place}` : step.act),
};

/** "Agree the headline and questions: Wigan"; without a place the authority is known already: "Agree the headline and questions". */
export function actWords(step: Step, part: Part, place: string | null, called?: Called): string {
  return ACTS[part](step, place, called);
}

/** The same within a sentence: "agree the headline and questions". */
export function actInSentence(step: Step, state: StepState, called?: Called): string {
  const words = actWords(step, isOwed(state) ? state.part : 'own', null, called);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const SHORT_NAMES: Partial<Record<DocumentKind, string>> = { mou: 'MoU', 'forum-notes': 'notes', 'action-plan': 'plan', 'annual-conversation': 'pack' };

const shortPaper = (step: Pick<StepDefinition, 'document' | 'paper'>, called?: Called) => (step.document && SHORT_NAMES[step.document]) || paper(step, called);

type ShortWords = (step: Pick<StepDefinition, 'document' | 'paper'>, called?: Called) => string;

const OWN_IN_SHORT: Partial<Record<DoneWhen, ShortWords>> = {
  'put-for-signature': (step, called) => `write the ${shortPaper(step, called)}`,
  signed: (step, called) => `sign the ${shortPaper(step, called)}`,
  accepted: (step, called) => `submit the ${shortPaper(step, called)}`,
  'pack-read': () => 'read the pack',
  prepared: () => 'prepare',
  'made-final': () => 'comment on the notes',
  released: () => 'release the pack',
  'plan-written': () => 'write the plan',
  'plan-reviewed': () => 'review the plan',
};

const IN_SHORT: Partial<Record<Part, ShortWords>> = {
  'put-for-signature': (step, called) => (step.paper ? `write the ${shortPaper(step, called)}` : `put the ${shortPaper(step, called)} out again`),
  mend: (step, called) => `mend the ${shortPaper(step, called)}`,
  accept: (step, called) => `accept the ${shortPaper(step, called)}`,
  'draft-notes': () => 'draft the notes',
  'answer-comments': () => 'answer comments',
  'make-final': () => 'make the notes final',
};

/** As short as a column of the board asks, where the row says whose it is and the heading which step: "read the pack". */
export function actInShort(step: Step & Pick<StepDefinition, 'doneWhen'>, state: StepState, called?: Called): string {
  const part = isOwed(state) ? state.part : 'own';
  return (part === 'own' ? OWN_IN_SHORT[step.doneWhen] : IN_SHORT[part])?.(step, called) ?? actInSentence(step, state, called);
}

const GO: Partial<Record<StepDefinition['doneWhen'], string>> = {
  'put-for-signature': 'Write',
  signed: 'Read and sign',
  accepted: 'Submit',
  agreed: 'Read and agree',
  issued: 'Issue',
  'pack-read': 'Read',
  prepared: 'Prepare',
  'forum-held': 'Open the day',
  'made-final': 'Read and comment',
  'plan-written': 'Write',
  'plan-reviewed': 'Review',
  'signed-off': 'Read and sign off',
  recorded: 'Record',
  'handed-over': 'Write',
  read: 'Read',
  assigned: 'Choose',
};

const GO_ON: Partial<Record<Part, string>> = {
  'put-for-signature': 'Put it out',
  mend: 'Mend it',
  accept: 'Read and decide',
  arrange: 'Schedule',
  'draft-notes': 'Draft',
  'answer-comments': 'Answer',
  'make-final': 'Make final',
  'put-to-board': 'Write',
  assign: 'Choose',
};

/** Words of the button. */
export function goWords(step: Pick<StepDefinition, 'doneWhen' | 'paper'>, part: Part): string {
  if (step.paper && part === 'put-for-signature') return 'Write';
  return GO_ON[part] ?? GO[step.doneWhen] ?? 'Open';
}
