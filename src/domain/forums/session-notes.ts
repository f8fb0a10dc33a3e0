// On the day the regional team, the group lead and the challengers note what is said under each question, the support that is asked
// for and what is agreed at once. Notes that a device kept while the network was down are taken until the draft is sent out.
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { DomainEvent } from '../events';
import type { Actor, Day, Named } from '../model';
import type { Permission, Subject } from '../permissions';
import { dayAt, dayWords } from './clock';

export const NOTE_KINDS = ['said', 'agreed', 'evidence', 'good-practice'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const NOTE_KIND_NAMES: Record<NoteKind, string> = { said: 'Note', agreed: 'Agreed', evidence: 'Evidence', 'good-practice': 'Good practice' };

export interface NotedSession {
  id: string;
  forumId: string;
  regionId: string;
  cycleId: string;
  groupId: string;
  onDay: Day;
  authority: Named;
  challengerAuthorityIds: readonly string[];
  notesId: string;
  endedAt: Date | null;
  cancelledAt: Date | null;
  /** The draft notes have gone out for comment. */
  sentAt: Date | null;
  questionIds: readonly string[];
}

export interface NoteText {
  questionId: string | null;
  kind: NoteKind;
  text: string;
}

export interface KeptNote extends NoteText {
  sessionId: string;
  personId: string;
  version: number;
  struckAt: Date | null;
}

export interface NoteChange extends NoteText {
  id: string;
  notedAt: Date;
  /** 1 is a new note. */
  version: number;
}

/** `over` is the version that the text was typed over, 0 for a new note. Sending the same note twice changes nothing. */
export function takeNote({ actor, at, session, id, note, notedAt, over, kept }: {
  actor: Actor;
  at: Date;
  session: NotedSession;
  id: string;
  note: NoteText;
  notedAt: Date;
  over: number;
  kept: KeptNote | null;
}): Decision<NoteChange> {
  return decide(actor, 'forum.note', subjectOf(session), () => {
    if (kept && (kept.personId !== actor.personId || kept.sessionId !== session.id)) return refuse('not-yours', 'This note was taken by someone else: add one of your own.');
    if (kept && sameText(kept, note)) return refuse('already-kept', 'This note is kept.');
    const problem = notingProblem(session, at) ?? questionProblem(session, note.questionId);
    if (problem) return problem;
    if (kept?.struckAt) return refuse('struck', 'This note was struck out: add a new one.');
    if (kept && kept.version !== over) return refuse('changed-since', 'You changed this note on another device since: both texts are kept.');
    return { change: { id, ...note, notedAt: notedAt > at ? at : notedAt, version: (kept?.version ?? 0) + 1 }, events: [sessionEvent('session.noted', session)] };
  });
}

export interface SupportChange {
  id: string;
  topic: string;
  questionId: string | null;
  takenBy: 'group' | 'region';
}

export function recordSupport({ actor, at, session, support, kept }: { actor: Actor; at: Date; session: NotedSession; support: SupportChange; kept: boolean }): Decision<SupportChange> {
  return decide(actor, 'forum.note', subjectOf(session), () => {
    if (kept) return refuse('already-kept', 'This request for support is kept.');
    return notingProblem(session, at) ?? questionProblem(session, support.questionId) ?? { change: support, events: [sessionEvent('session.noted', session)] };
  });
}

export interface ImmediateActionChange {
  id: string;
  text: string;
  owner: string;
  byOn: Day | null;
  questionId: string | null;
}

export function agreeImmediateAction({ actor, at, session, action, kept }: { actor: Actor; at: Date; session: NotedSession; action: ImmediateActionChange; kept: boolean }): Decision<ImmediateActionChange> {
  return decide(actor, 'forum.note', subjectOf(session), () => {
    if (kept) return refuse('already-kept', 'This action is kept.');
    const problem = notingProblem(session, at) ?? questionProblem(session, action.questionId);
    if (problem) return problem;
    if (action.byOn && action.byOn < session.onDay) return refuse('due-before-forum', `The action would be due before the forum day, ${dayWords(session.onDay)}.`);
    return { change: action, events: [sessionEvent('session.noted', session)] };
  });
}

export const STRIKEABLE = ['note', 'support', 'action'] as const;
export type Strikeable = (typeof STRIKEABLE)[number];

export interface StrikeChange {
  id: string;
  what: Strikeable;
}

/** Struck out, never deleted: by whoever wrote it, or by the regional team. */
export function strikeNote({ actor, at, session, id, what, kept }: { actor: Actor; at: Date; session: NotedSession; id: string; what: Strikeable; kept: { personId: string; struckAt: Date | null } }): Decision<StrikeChange> {
  const permission: Permission = kept.personId === actor.personId ? 'forum.note' : 'forum-notes.draft';
  return decide(actor, permission, subjectOf(session), () => {
    if (kept.struckAt) return refuse('already-kept', 'This is struck out already.');
    return notingProblem(session, at) ?? { change: { id, what }, events: [sessionEvent('session.noted', session)] };
  });
}

export interface EndChange {
  sessionId: string;
  /** The last of the day: the forum has been held. */
  lastOfDay: boolean;
}

export function endSession({ actor, at, session, othersToEnd }: { actor: Actor; at: Date; session: NotedSession; othersToEnd: number }): Decision<EndChange> {
  return decide(actor, 'forum.end-session', subjectOf(session), () => {
    if (session.endedAt) return refuse('ended', `${session.authority.name}’s session has ended already.`);
    return notingProblem(session, at) ?? { change: { sessionId: session.id, lastOfDay: othersToEnd === 0 }, events: [sessionEvent('session.ended', session, { authority: session.authority.name })] };
  });
}

export function subjectOf(session: Pick<NotedSession, 'regionId' | 'groupId' | 'challengerAuthorityIds'> & { authority: Named }): Subject {
  return { regionId: session.regionId, groupId: session.groupId, authorityId: session.authority.id, challengerAuthorityIds: session.challengerAuthorityIds };
}

export function notingProblem(session: NotedSession, at: Date): Refusal | null {
  if (session.cancelledAt) return refuse('cancelled', 'This forum was cancelled: there is no session to note.');
  if (dayAt(at) < session.onDay) return refuse('not-yet', `Notes are taken on the day, ${dayWords(session.onDay)}.`);
  if (session.sentAt) return refuse('notes-sent', `The draft notes have gone to ${session.authority.name} for comment: what is missing goes into the draft.`);
  return null;
}

function questionProblem(session: NotedSession, questionId: string | null): Refusal | null {
  if (questionId === null || session.questionIds.includes(questionId)) return null;
  return refuse('no-such-question', `This is not a question for ${session.authority.name}.`);
}

function sameText(kept: NoteText, note: NoteText): boolean {
  return kept.text === note.text && kept.kind === note.kind && kept.questionId === note.questionId;
}

function sessionEvent(type: DomainEvent['type'], session: NotedSession, data: DomainEvent['data'] = {}): DomainEvent {
  return { type, regionId: session.regionId, cycleId: session.cycleId, authorityId: session.authority.id, documentId: session.notesId, subjectId: session.id, data };
}
