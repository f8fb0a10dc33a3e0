// What must be done now, as an imperative, for lists, the board and mail. The template words the step; the parts of it that fall to
// someone else (accepting, answering comments) are worded here.
import { DOCUMENT_NAMES } from './documents/facts';
import type { DocumentKind } from './documents/facts';
import type { DoneWhen, StepDefinition } from './processes/template';
import type { Part } from './step-progress';
import type { StepState } from './workflow';
import { isOwed } from './workflow';

type Words = (step: Pick<StepDefinition, 'act' | 'document' | 'paper'>, place: string | null) => string;

/** Of a paper of the process its key, which is its name as a rule. */
const paper = (step: Pick<StepDefinition, 'document' | 'paper'>) => (step.document ? DOCUMENT_NAMES[step.document] : (step.paper?.replaceAll('-', ' ') ?? 'text'));
const of = (place: string | null) => (place ? `${place}${place.endsWith('s') ? '’' : '’s'}` : 'the');

const ACTS: Record<Part, Words> = {
  own: (step, place) => (place ? `${step.act}: ${place}` : step.act),
  'put-for-signature': (step, place) => (step.paper ? `Write ${of(place)} ${paper(step)} and put it out for signature` : `Put ${of(place)} ${paper(step)} out for signature again`),
  mend: (step, place) => `Mend ${of(place)} ${paper(step)}`,
  accept: (step, place) => `Accept or return ${of(place)} ${paper(step)}`,
  arrange: (_step, place) => `Schedule ${of(place)} forum`,
  'draft-notes': (_step, place) => `Draft and send ${of(place)} forum notes`,
  'answer-comments': (_step, place) => `Answer the comments on ${of(place)} forum notes`,
  'make-final': (_step, place) => `Make ${of(place)} forum notes final`,
  'put-to-board': (step) => `Put the ${paper(step)} to the Board`,
  assign: (step, place) => (place ? `${step.act}: ${place}` : step.act),
};

/** "Agree the headline and questions: Wigan"; without a place the authority is known already: "Agree the headline and questions". */
export function actWords(step: Pick<StepDefinition, 'act' | 'document' | 'paper'>, part: Part, place: string | null): string {
  return ACTS[part](step, place);
}

/** The same within a sentence: "agree the headline and questions". */
export function actInSentence(step: Pick<StepDefinition, 'act' | 'document' | 'paper'>, state: StepState): string {
  const words = actWords(step, isOwed(state) ? state.part : 'own', null);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const SHORT_NAMES: Partial<Record<DocumentKind, string>> = { mou: 'MoU', 'forum-notes': 'notes', 'action-plan': 'plan', 'annual-conversation': 'pack' };

const shortPaper = (step: Pick<StepDefinition, 'document' | 'paper'>) => (step.document && SHORT_NAMES[step.document]) || paper(step);

type ShortWords = (step: Pick<StepDefinition, 'document' | 'paper'>) => string;

const OWN_IN_SHORT: Partial<Record<DoneWhen, ShortWords>> = {
  'put-for-signature': (step) => `write the ${shortPaper(step)}`,
  signed: (step) => `sign the ${shortPaper(step)}`,
  accepted: (step) => `submit the ${shortPaper(step)}`,
  'pack-read': () => 'read the pack',
  prepared: () => 'prepare',
  'made-final': () => 'comment on the notes',
  released: () => 'release the pack',
  'plan-written': () => 'write the plan',
  'plan-reviewed': () => 'review the plan',
};

const IN_SHORT: Partial<Record<Part, ShortWords>> = {
  'put-for-signature': (step) => (step.paper ? `write the ${shortPaper(step)}` : `put the ${shortPaper(step)} out again`),
  mend: (step) => `mend the ${shortPaper(step)}`,
  accept: (step) => `accept the ${shortPaper(step)}`,
  'draft-notes': () => 'draft the notes',
  'answer-comments': () => 'answer comments',
  'make-final': () => 'make the notes final',
};

/** As short as a column of the board asks, where the row says whose it is and the heading which step: "read the pack". */
export function actInShort(step: Pick<StepDefinition, 'act' | 'document' | 'paper' | 'doneWhen'>, state: StepState): string {
  const part = isOwed(state) ? state.part : 'own';
  return (part === 'own' ? OWN_IN_SHORT[step.doneWhen] : IN_SHORT[part])?.(step) ?? actInSentence(step, state);
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
