import { dayInWords } from '../deadlines';
import { DOCUMENT_NAMES, nameOfKind, type DocumentKind } from '../documents/facts';
import type { Day, HeldPost } from '../model';
import { paperKeyOf } from '../processes/paper-terms';
import type { DoneWhen } from '../processes/template';
import { documentOf } from '../step-progress';
import { documentPage } from '../step-address';
import { isOwed, type StepAt } from '../workflow';
import type { Happened } from './happened';
import type { Receivers } from './receivers';

/** What of the surroundings the words or the receivers need; loaded only then. */
export type Needs = 'steps' | 'document' | 'together' | 'forum' | 'forums' | 'action';

export interface Notice {
  /** At once, or in the one digest of a day. */
  urgency: 'now' | 'digest';
  needs?: readonly Needs[];
  to: Receivers;
  /** One line: the thing, what to do with it, by when. Nothing of what anyone wrote. */
  subject: (happened: Happened, post: HeldPost) => string;
  says: (happened: Happened, post: HeldPost) => string;
  /** Path of the page that it is about. */
  opens: (happened: Happened, post: HeldPost) => string;
  /** The step that it asks for: the message is dropped when that is done before it has gone out. */
  asks?: (happened: Happened) => StepAt | null;
  /** The post’s own entry goes with it as a calendar file; of the days that an act changed, to those who have one, and then at once. */
  calendar?: true;
  /** The authority’s own side alone knows of it. */
  ownSide?: true;
}

/** "Friday 12 January" */
export function dayAndMonth(day: Day): string {
  return dayInWords(day).replace(/ \d{4}$/, '');
}

export function byDay(at: StepAt | null): string {
  return at ? ` by ${dayAndMonth(at.dates.dueOn)}` : '';
}

/** "Wigan’s" */
export function whose({ authority }: Happened): string {
  return authority ? `${authority.name}’s` : 'The';
}

/** "Wigan’s self-view"; "Wigan’s self-view and memorandum" */
export function paperOf(happened: Happened): string {
  const { document, together, cycle } = happened;
  const kinds = together.length > 0 ? together : document ? [document.kind] : [];
  const names = kinds.map((kind) => (document?.kind === kind && document.name) || nameOf(kind, cycle?.facts.process?.words));
  return `${whose(happened)} ${names.join(' and ') || 'text'}`;
}

export function haveBeen(happened: Happened): string {
  return areSeveral(happened) ? 'have been' : 'has been';
}

export function them(happened: Happened): string {
  return areSeveral(happened) ? 'them' : 'it';
}

/** Two documents, or a paper that is called "comments". */
export function areSeveral({ together, document }: Happened): boolean {
  return together.length > 1 || (document?.name ?? '').endsWith('s');
}

/** In a subject the forum notes are the notes, and the memorandum is short. */
function nameOf(kind: DocumentKind, words?: { selfView: string }): string {
  return { ...DOCUMENT_NAMES, 'self-view': nameOfKind('self-view', words), 'forum-notes': 'notes', mou: 'memorandum' }[kind];
}

/** "the DCS, Wigan," as the one who did it, before the verb. */
export function by({ by: post }: Happened): string {
  return post ? `the ${post},` : 'the region';
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function documentPath({ document }: Happened): string {
  if (!document) return '/my-work';
  if (document.kind === 'regional-profile' || document.kind === 'programme') return `/cycles/${document.cycleId}/papers/${document.id}`;
  return documentPage(document.kind, document.id);
}

/** The step of this authority (or of the region) that a fact makes done, as it stands now. */
export function stepDoneBy(doneWhen: DoneWhen, kind?: DocumentKind): (happened: Happened) => StepAt | null {
  return (happened) =>
    happened.cycle?.steps.all.find(
      ({ step, place }) =>
        step.doneWhen === doneWhen &&
        !step.paper &&
        (place === null || place.authorityId === happened.authority?.id) &&
        (step.document === undefined || step.document === (kind ?? happened.document?.kind ?? step.document)),
    ) ?? null;
}

/** The step at which a fact is done with the paper that it is about, when it is somebody’s turn now. */
export function owedStepOfPaper(doneWhen: DoneWhen): (happened: Happened) => StepAt | null {
  return ({ cycle, document }) =>
    (document?.kind === 'paper' && cycle?.steps.all.find((at) => at.step.doneWhen === doneWhen && at.step.paper === paperKeyOf(document.slot) && at.scope === scopeOf(document) && isOwed(at.state))) || null;
}

/** Where a paper stands, as a step says it. */
export function scopeOf({ authorityId, groupId }: { authorityId: string | null; groupId: string | null }): string {
  return authorityId ? `authority:${authorityId}` : groupId ? `group:${groupId}` : 'region';
}

/** What stepDoneBy finds, when it is somebody’s turn now. */
export function owedStep(doneWhen: DoneWhen, kind?: DocumentKind): (happened: Happened) => StepAt | null {
  const find = stepDoneBy(doneWhen, kind);
  return (happened) => {
    const step = find(happened);
    return step && isOwed(step.state) ? step : null;
  };
}

/** The id of the questions of the authority that it is about. */
export function questionsId({ cycle, authority }: Happened): string | null {
  const place = cycle?.facts.places.find(({ authorityId }) => authorityId === authority?.id);
  const step = cycle?.steps.all.find((at) => at.step.document === 'questions' && at.place?.authorityId === authority?.id);
  return step && place && cycle ? (documentOf(step.step, { cycle: cycle.facts, place })?.id ?? null) : null;
}
