// Notes are drafted from the day, sent to the authority, commented on by paragraph, made final when every comment is settled, and
// signed by DCS, Lead Member and Chief Executive (North West process 2017/18, January).
import { decide, refuse, type Decision } from './decision';
import { eventOf } from './documents/about';
import type { DocumentChange } from './documents/change';
import type { DocumentFacts, VersionFact } from './documents/facts';
import { isSigned, lastAct, versionForSignature } from './documents/state';
import { subjectOf } from './documents/subject';
import type { Actor } from './model';
import { audience } from './visibility';

export interface CommentFacts {
  id: string;
  versionId: string | null;
  paragraph: number;
  quoted: string;
  body: string;
  at: Date;
  personId: string;
  postId: string;
  settledAt: Date | null;
  settledAs: 'accepted' | 'answered' | 'withdrawn' | null;
  answer: string;
}

export type NotesFacts = DocumentFacts & { hasText: boolean; comments: readonly CommentFacts[]; sessionEndedAt: Date | null };

export type NotesStage = 'not-drafted' | 'drafting' | 'out-for-comment' | 'for-signature' | 'agreed';

export function stageOf(notes: Pick<NotesFacts, 'acts' | 'versions' | 'signatures' | 'signatories' | 'hasText'>): NotesStage {
  if (isSigned(notes)) return 'agreed';
  if (versionForSignature(notes)) return 'for-signature';
  const act = lastAct(notes, 'sent-for-comment', 'reopened', 'declined');
  if (act?.kind === 'sent-for-comment') return 'out-for-comment';
  return notes.hasText || act ? 'drafting' : 'not-drafted';
}

export function openComments(notes: Pick<NotesFacts, 'comments'>): CommentFacts[] {
  return notes.comments.filter((comment) => !comment.settledAt);
}

/** The version out for comment; null when none is. */
export function versionOutForComment(notes: NotesFacts): VersionFact | null {
  if (stageOf(notes) !== 'out-for-comment') return null;
  const act = lastAct(notes, 'sent-for-comment');
  return notes.versions.find((version) => version.id === act?.versionId) ?? null;
}

/** The authority has said that this draft may stand as it is. */
export function isDraftAgreed(notes: NotesFacts): boolean {
  return lastAct(notes, 'sent-for-comment', 'draft-agreed')?.kind === 'draft-agreed';
}

/** What was said and agreed on the day, as the drafting needs it. */
export interface DayNotes {
  authority: string;
  group: string;
  /** "Tuesday 12 December 2017" */
  on: string;
  headline: string;
  challengers: readonly string[];
  questions: readonly { text: string; notes: readonly { kind: string; text: string }[] }[];
  otherNotes: readonly { kind: string; text: string }[];
  support: readonly string[];
  actions: readonly { text: string; owner: string; by: string | null }[];
}

/** The first draft in Markdown: a paragraph for everything noted, under its question; nothing said on the day is left out. */
export function draftFromTheDay(day: DayNotes): string {
  const noted = (notes: readonly { kind: string; text: string }[]) => notes.map(({ kind, text }) => (kind === 'said' ? text : `${KIND_WORDS[kind] ?? kind}: ${text}`));
  const parts = [
    `## Headline`,
    day.headline,
    `The forum was held in the ${day.group} group on ${day.on}. ${day.challengers.length > 0 ? `${day.authority} was challenged by ${inWords(day.challengers)}.` : ''}`.trim(),
    ...day.questions.flatMap((question, index) => [`## Question ${index + 1}`, `**${question.text}**`, ...(question.notes.length > 0 ? noted(question.notes) : ['Nothing was noted under this question.'])]),
    ...(day.otherNotes.length > 0 ? ['## Other points', ...noted(day.otherNotes)] : []),
    '## Support asked for',
    day.support.length > 0 ? day.support.map((topic) => `- ${topic}`).join('\n') : 'None.',
    '## Immediate actions',
    day.actions.length > 0 ? day.actions.map((action) => `- ${action.text} (${[action.owner, action.by ? `by ${action.by}` : ''].filter(Boolean).join(', ')})`).join('\n') : 'None.',
  ];
  return parts.filter(Boolean).join('\n\n');
}

const KIND_WORDS: Record<string, string> = { agreed: 'Agreed', evidence: 'Evidence', 'good-practice': 'Good practice' };

function inWords(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
}

export function draftNotes({ notes, actor }: { notes: NotesFacts; actor: Actor }): Decision<object> {
  return decide(actor, 'forum-notes.draft', subjectOf(notes), () => {
    if (!notes.sessionEndedAt) return refuse('session-not-ended', 'The session has not ended yet. Notes are drafted from the whole of it.');
    if (notes.hasText) return refuse('drafted', 'A draft has been made from the day already. Go on with it.');
    return { change: {}, events: [eventOf(notes, 'forum-notes.drafted')] };
  });
}

/** Sends the draft to the authority; again after changes, as another draft. */
export function sendNotes({ notes, actor, changed }: { notes: NotesFacts; actor: Actor; changed: boolean }): Decision<DocumentChange> {
  return decide(actor, 'forum-notes.send', subjectOf(notes), () => {
    const stage = stageOf(notes);
    if (stage === 'not-drafted') return refuse('not-drafted', 'There is no draft yet. Draft the notes from the day first.');
    if (stage === 'for-signature' || stage === 'agreed') return refuse('final', 'These notes are final. They are out for signature or signed.');
    if (stage === 'out-for-comment' && !changed) return refuse('unchanged', 'This draft is with the authority already, and nothing in it has changed since.');
    return {
      change: {
        freeze: true,
        act: { kind: 'sent-for-comment' },
        share: [{ audience: audience.authority(notes.authorityId!), because: 'the draft notes were sent for comment', frozenOnly: true }],
      },
      events: [eventOf(notes, 'forum-notes.sent', { draft: notes.acts.filter((act) => act.kind === 'sent-for-comment').length + 1 })],
    };
  });
}

export function commentOnNotes({ notes, actor, body, paragraph, versionId }: { notes: NotesFacts; actor: Actor; body: string; paragraph: number; versionId: string }): Decision<{ body: string; paragraph: number; versionId: string }> {
  return decide(actor, 'forum-notes.comment', subjectOf(notes), () => {
    const version = versionOutForComment(notes);
    if (!version) return refuse('not-out-for-comment', 'These notes are not out for comment now.');
    if (version.id !== versionId) return refuse('another-draft', 'Another draft has been sent since you opened this one. Read it, then comment.');
    if (!body.trim()) return refuse('no-words', 'Your comment: write it first.');
    return { change: { body: body.trim(), paragraph, versionId }, events: [eventOf(notes, 'forum-notes.commented', { paragraph })] };
  });
}

/** The Director says that the draft may stand. Comments still open stay for the regional team to settle. */
export function agreeDraft({ notes, actor, versionId }: { notes: NotesFacts; actor: Actor; versionId: string }): Decision<DocumentChange> {
  return decide(actor, 'forum-notes.agree-draft', subjectOf(notes), () => {
    const version = versionOutForComment(notes);
    if (!version) return refuse('not-out-for-comment', 'These notes are not out for comment now.');
    if (version.id !== versionId) return refuse('another-draft', 'Another draft has been sent since you opened this one. Read it, then agree.');
    if (isDraftAgreed(notes)) return refuse('draft-agreed', 'You have agreed this draft already.');
    return { change: { act: { kind: 'draft-agreed', versionId } }, events: [eventOf(notes, 'forum-notes.draft-agreed')] };
  });
}

export interface Settlement {
  commentId: string;
  as: 'accepted' | 'answered';
  answer: string;
}

export function settleComment({ notes, actor, settlement }: { notes: NotesFacts; actor: Actor; settlement: Settlement }): Decision<Settlement> {
  return decide(actor, 'forum-notes.settle-comment', subjectOf(notes), () => {
    const comment = notes.comments.find(({ id }) => id === settlement.commentId);
    if (!comment || comment.settledAt) return refuse('settled', 'This comment has been settled already.');
    if (settlement.as === 'answered' && !settlement.answer.trim()) return refuse('no-answer', 'Answer: say why the text stays as it is. The authority reads it.');
    return { change: { ...settlement, answer: settlement.answer.trim() }, events: [eventOf(notes, 'forum-notes.comment-settled', { as: settlement.as })] };
  });
}

/** Whoever made a comment can take it back while it is open. */
export function withdrawComment({ notes, actor, commentId }: { notes: NotesFacts; actor: Actor; commentId: string }): Decision<{ commentId: string }> {
  return decide(actor, 'forum-notes.comment', subjectOf(notes), () => {
    const comment = notes.comments.find(({ id }) => id === commentId);
    if (!comment || comment.settledAt) return refuse('settled', 'This comment has been settled already.');
    if (comment.personId !== actor.personId) return refuse('not-yours', 'Only the person who made a comment can withdraw it.');
    return { change: { commentId }, events: [eventOf(notes, 'forum-notes.comment-settled', { as: 'withdrawn' })] };
  });
}

/** Final: no open comments; frozen, and out for signature by all its signatories. */
export function makeNotesFinal({ notes, actor }: { notes: NotesFacts; actor: Actor }): Decision<DocumentChange> {
  return decide(actor, 'forum-notes.make-final', subjectOf(notes), () => {
    const stage = stageOf(notes);
    if (stage === 'for-signature' || stage === 'agreed') return refuse('final', 'These notes are final already.');
    if (!lastAct(notes, 'sent-for-comment')) return refuse('never-sent', 'The authority has not seen a draft yet. Send it for comment first.');
    const open = openComments(notes).length;
    if (open > 0) return refuse('open-comments', `${open === 1 ? 'One comment is' : `${open} comments are`} still open. Accept or answer each before the notes are final.`);
    return {
      change: {
        freeze: true,
        act: { kind: 'made-final' },
        share: [{ audience: audience.authority(notes.authorityId!), because: 'the draft notes were sent for comment', frozenOnly: true }],
      },
      events: [eventOf(notes, 'forum-notes.made-final')],
    };
  });
}

/** Comments of the authority on the draft are between it and the regional team. */
export function seesComments(actor: Pick<Actor, 'audiences'>, notes: Pick<DocumentFacts, 'regionId' | 'authorityId'>): boolean {
  return actor.audiences.includes(audience.regionTeam(notes.regionId)) || (notes.authorityId !== null && actor.audiences.includes(audience.authority(notes.authorityId)));
}
