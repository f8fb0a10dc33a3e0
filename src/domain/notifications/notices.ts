// Which event tells which posts, as a closed list: an event that stands neither here nor under TELLS_NOBODY does not compile. A mail
// says who asks, for what, by when, who else was told, and gives one address; never a word of a document (architecture, "Every change").
import type { EventType } from '../events';
import { CYCLE_NOTICES } from './cycle-notices';
import { DOCUMENT_NOTICES } from './document-notices';
import { FORUM_NOTICES } from './forum-notices';
import type { Notice } from './notice';
import { PLAN_NOTICES } from './plan-notices';
import { PROCESS_NOTICES } from './process-notices';

/** What a page shows and no mail brings. */
export const TELLS_NOBODY = [
  'person.corrected',
  'step.completed',
  // The coordinator’s reminders are messages of their own, written before they go.
  'authority.chased',
  'section.taken-back',
  'section.not-ready',
  'section.carried-forward',
  'evidence.added',
  'evidence.removed',
  'evidence.authorship-removed',
  'form.returned',
  'word-template.kept',
  'word-template.withdrawn',
  'child-data.confirmed',
  // It is advice: whoever looks next reads it.
  'advice.changed',
  'document.saved',
  'document.joined',
  'document.comment-settled',
  // The last signature tells: document.sign-off-completed.
  'document.signed',
  'figures.entered',
  'questions.drafted',
  'questions.placed',
  'places.agreed',
  // Each authority is told of its own: pack.issued.
  'packs.issued',
  'pack.read',
  // The day tells: forum.scheduled, invitation.sent.
  'session.arranged',
  'attendance.recorded',
  'preparation.saved',
  'session.noted',
  'forum-notes.drafted',
  'annual-conversation.noted',
  'action.added',
  'action.changed',
  'action.done',
  'action.impact-shown',
  'paper.saved',
  'paper.reopened',
  'paper.read',
  'task-group.ended',
  'conflict.recorded',
  'conflict.ended',
  // A draft is the coordinator’s own.
  'process.drafted',
  'process.changed',
  'process.discarded',
  'process.published',
  'process.withdrawn',
  'regional-day.entered',
  'regional-day.removed',
  'calendar-feed.made',
  'calendar-feed.revoked',
] as const satisfies readonly EventType[];

type Told = Exclude<EventType, (typeof TELLS_NOBODY)[number]>;

export const NOTICES: Record<Told, Notice> = { ...CYCLE_NOTICES, ...DOCUMENT_NOTICES, ...FORUM_NOTICES, ...PLAN_NOTICES, ...PROCESS_NOTICES };

export function noticeFor(type: EventType): Notice | null {
  return (NOTICES as Partial<Record<EventType, Notice>>)[type] ?? null;
}

export function tellsSomebody(type: string): type is Told {
  return type in NOTICES;
}
