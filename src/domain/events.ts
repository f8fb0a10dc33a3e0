// What happened, as a closed list. Activity, mail and calendars read it; a new kind of event needs its sentence here.
import { plural } from './place-names';

export interface DomainEvent {
  type: EventType;
  regionId?: string;
  cycleId?: string;
  authorityId?: string | null;
  documentId?: string;
  subjectId?: string;
  /** Plain values only, nothing confidential: the sentence is made of them. */
  data?: Record<string, string | number | boolean | null>;
}

interface EventKind {
  /** What the activity list says; `by` is the post that acted. */
  says: (data: Record<string, unknown>) => string;
  /** True when the authority's own side alone may read it. */
  ownSideOnly?: true;
}

const isPlural = (document: unknown) => String(document).endsWith('s');
const was = (document: unknown) => (isPlural(document) ? 'were' : 'was');
const is = (document: unknown) => (isPlural(document) ? 'are' : 'is');

/** "Trafford group, December forums, Halton as lead peer challenger"; "Triad 2 with Bury and Wigan". */
const placeInWords = (d: Record<string, unknown>) => [d.group && `${d.group} group`, d.set && `${d.set} with ${d.with}`, d.wave && `${d.wave} ${d.forum ?? 'forum'}s`, d.lead && `${d.lead} as lead peer challenger`].filter(Boolean).join(', ');

export const EVENTS = {
  'appointment.made': { says: (d) => `${d.person} was appointed ${d.post}` },
  'appointment.ended': { says: (d) => `${d.person} is ${d.post} until ${d.until}` },
  'person.corrected': { says: (d) => `The name or address of ${d.person} was corrected` },
  'cycle.opened': { says: (d) => `The ${d.cycle} cycle was opened` },
  'cycle.closed': { says: (d) => `The ${d.cycle} cycle was closed` },
  'authority.placed': { says: (d) => [`${d.authority} takes part in the ${d.cycle} cycle`, placeInWords(d)].filter(Boolean).join(': ') },
  'date.moved': { says: (d) => `${d.step} was moved from ${d.from} to ${d.to}: ${d.reason}` },
  'step.completed': { says: (d) => `${d.step} was recorded as done` },
  'step.waived': { says: (d) => `${d.step} is not needed: ${d.reason}` },
  'step.reopened': { says: (d) => `${d.step} was opened again: ${d.reason}` },
  'peer.assigned': { says: (d) => `${d.peer} was found as ${d.role} for ${d.authority}` },
  'peer.ended': { says: (d) => `${d.peer} is no longer ${d.role} for ${d.authority}: ${d.reason}` },
  'sets.made': { says: (d) => `The authorities were put into ${d.count} ${plural(String(d.word))}` },
  'sets.changed': { says: (d) => `${d.set} was changed: ${d.what}` },
  'task-group.set-up': { says: (d) => `The task and finish group ${d.name} was set up, with ${d.link} as its DCS link` },
  'task-group.ended': { says: (d) => `The task and finish group ${d.name} has finished` },
  'conflict.recorded': { says: (d) => `${d.one} and ${d.other} do not challenge one another` },
  'conflict.ended': { says: (d) => `${d.one} and ${d.other} may challenge one another again` },
  'process.drafted': { says: (d) => `Version ${d.version} of the process “${d.process}” was begun` },
  'process.changed': { says: (d) => `The draft of the process “${d.process}” was changed: ${d.what}` },
  'process.discarded': { says: (d) => `The draft of version ${d.version} of the process “${d.process}” was discarded` },
  'process.published': { says: (d) => `Version ${d.version} of the process “${d.process}” was published` },
  'process.withdrawn': { says: (d) => `The process “${d.process}” was withdrawn: no cycle is opened from it any more` },
  'cycle.template-moved': { says: (d) => `The ${d.cycle} cycle was moved to version ${d.version} of its process: ${d.reason}` },
  'regional-day.entered': { says: (d) => `${d.name} was entered in the calendar: ${d.days}` },
  'regional-day.removed': { says: (d) => `${d.name} was taken out of the calendar` },
  'calendar-feed.made': { says: () => 'A calendar address was made' },
  'calendar-feed.revoked': { says: () => 'A calendar address was revoked' },
  'authority.inspected': { says: (d) => `${d.authority} is being inspected: its steps go on from ${d.on}` },
  'authority.swapped': { says: (d) => `${d.authority} and ${d.other} changed places: ${d.reason}` },
  'authority.withdrew': { says: (d) => `${d.authority} has left the ${d.cycle} cycle: ${d.reason}` },
  'authority.joined': { says: (d) => `${d.authority} has joined the ${d.cycle} cycle` },
  'authority.reorganised': { says: (d) => `${d.authority} was reorganised: ${d.successors} take its place in the ${d.cycle} cycle` },
  'paper.handed-over': { says: (d) => `The ${d.document} ${was(d.document)} handed over` },
  'paper.reopened': { says: (d) => `The ${d.document} ${is(d.document)} being written again: ${d.reason}` },
  'paper.issued': { says: (d) => `The ${d.document} ${was(d.document)} issued` },
  'paper.read': { says: (d) => `The ${d.document} ${was(d.document)} read by the ${d.post}` },
  'authority.chased': { says: (d) => `A reminder was sent about ${d.step}` },
  'section.assigned': { says: (d) => `${d.section} was given to ${d.to}`, ownSideOnly: true },
  'section.ready': { says: (d) => `${d.section} was marked ready for review`, ownSideOnly: true },
  'evidence.added': { says: (d) => `${d.file} was added as evidence`, ownSideOnly: true },
  'evidence.removed': { says: (d) => `${d.file} was removed from the evidence`, ownSideOnly: true },
  'evidence.authorship-removed': { says: (d) => `The names of those who made it were taken out of ${d.file}`, ownSideOnly: true },
  'child-data.confirmed': { says: (d) => `What looked like ${d.what} was looked at and is not about a child: ${d.place}`, ownSideOnly: true },
  'advice.changed': { says: (d) => `A question of the advice before signature was ${d.what}: ${d.rule}` },
  'form.returned': { says: (d) => `The form ${d.file}, filled in offline, was brought back`, ownSideOnly: true },
  'word-template.kept': { says: (d) => `A Word template for the ${d.document} was put in place: version ${d.version}` },
  'word-template.withdrawn': { says: (d) => `The Word template for the ${d.document}, version ${d.version}, was withdrawn` },
  'document.saved': { says: (d) => `${d.section} was saved`, ownSideOnly: true },
  'document.set-beside': { says: (d) => `Two people changed the same words of ${d.section}; both are kept`, ownSideOnly: true },
  'document.joined': { says: (d) => `The two texts of ${d.section} were put together`, ownSideOnly: true },
  'section.taken-back': { says: (d) => `${d.section} was taken back from ${d.from}`, ownSideOnly: true },
  'section.not-ready': { says: (d) => `${d.section} is being written again`, ownSideOnly: true },
  'section.carried-forward': { says: (d) => `${d.count} priorities were carried forward to ${d.section}`, ownSideOnly: true },
  'document.put-for-review': { says: (d) => `The ${d.document} ${was(d.document)} put out for internal review`, ownSideOnly: true },
  'document.commented': { says: () => 'A comment was made', ownSideOnly: true },
  'document.comment-settled': { says: (d) => `A comment was ${d.as}`, ownSideOnly: true },
  'document.put-for-signature': { says: (d) => `The ${d.document} ${was(d.document)} put out for signature` },
  'document.reopened': { says: (d) => `The ${d.document} ${was(d.document)} changed after it was put out for signature; signatures on the earlier text no longer count` },
  'document.signed': { says: (d) => `The ${d.document} ${was(d.document)} signed by the ${d.office}` },
  'document.sign-off-completed': { says: (d) => `The ${d.document} ${is(d.document)} signed by everyone who must` },
  'document.recalled': { says: (d) => `The ${d.document} ${was(d.document)} taken back from signature; signatures on version ${d.version} no longer count` },
  'document.declined': { says: (d) => `The ${d.office} declined to sign the ${d.document} and said why` },
  'document.submitted': { says: (d) => `The ${d.document} ${was(d.document)} submitted to the region` },
  'document.accepted': { says: (d) => `The ${d.document} ${was(d.document)} accepted` },
  'document.returned': { says: (d) => `The ${d.document} ${was(d.document)} returned with a reason` },
  'figures.entered': { says: (d) => `${d.count} figures were entered` },
  'enquiry.recorded': { says: () => 'A key line of enquiry from Ofsted was recorded' },
  'questions.drafted': { says: () => 'The headline and questions were drafted' },
  'questions.placed': { says: () => 'The data group placed the authority on the journey' },
  'places.agreed': { says: () => 'The places on the journey that were agreed at the forum were recorded' },
  'questions.agreed': { says: () => 'The headline and questions were agreed' },
  'packs.issued': { says: (d) => `All ${d.count} packs were issued` },
  'pack.issued': { says: () => 'The questions and pack were issued' },
  'pack.read': { says: () => 'The questions and pack were opened' },
  'forum.scheduled': { says: (d) => `The forum of ${d.group} was scheduled for ${d.on}` },
  'forum.changed': { says: (d) => `The forum of ${d.group} was changed: ${d.what}` },
  'forum.cancelled': { says: (d) => `The forum of ${d.group} was cancelled: ${d.reason}` },
  'session.arranged': { says: (d) => `${d.authority} was given a session at ${d.time}` },
  'invitation.sent': { says: (d) => `Invitations to the forum of ${d.group} were sent` },
  'invitation.answered': { says: (d) => `${d.post} ${d.answer} the invitation` },
  'attendance.recorded': { says: (d) => `${d.post}: ${d.attendance}` },
  'preparation.saved': { says: () => 'Preparation was saved', ownSideOnly: true },
  'session.noted': { says: () => 'A note was taken' },
  'session.ended': { says: (d) => `The session of ${d.authority} ended` },
  'forum-notes.drafted': { says: () => 'The notes were drafted from the day' },
  'forum-notes.sent': { says: () => 'The draft notes were sent for comment' },
  'forum-notes.commented': { says: () => 'A comment was made on the notes' },
  'forum-notes.comment-settled': { says: (d) => `A comment on the notes was ${d.as}` },
  'forum-notes.draft-agreed': { says: () => 'The Director agreed the draft as it stands' },
  'forum-notes.made-final': { says: () => 'The notes were made final and put out for signature' },
  'forum-notes.agreed': { says: () => 'The notes are agreed: every signatory has signed' },
  'annual-conversation.compiled': { says: () => 'The pack for the annual conversation was put together' },
  'annual-conversation.noted': { says: (d) => `The notes of the annual conversation, agreed in the meeting on ${d.on}, were added to its pack` },
  'document.released': { says: (d) => `Released to ${d.to}: ${d.why}` },
  'release.revoked': { says: (d) => `The release to ${d.to} was withdrawn` },
  'release.opened': { says: (d) => `${d.to} opened what was released` },
  'action.added': { says: (d) => `Action ${d.number} was added` },
  'action.changed': { says: (d) => `Action ${d.number} was changed` },
  'action.reported': { says: (d) => `Progress on action ${d.number}: ${d.rating}` },
  'action.reviewed': { says: (d) => `Action ${d.number} was reviewed: ${d.rating}` },
  'action.done': { says: (d) => `Action ${d.number} is done` },
  'action.impact-shown': { says: (d) => `Action ${d.number} has shown its impact` },
  'action.closed': { says: (d) => `Action ${d.number} was closed` },
  'action.stopped': { says: (d) => `Action ${d.number} was stopped: ${d.why}` },
  'action.escalated': { says: (d) => `Action ${d.number} is overdue and was raised with the group lead` },
  'plan.closed': { says: () => 'The action plan was closed' },
  'paper.saved': { says: (d) => `The ${d.document} ${was(d.document)} saved` },
  'paper.put-to-board': { says: (d) => `The ${d.document} ${was(d.document)} put to the Board` },
  'paper.signed-off': { says: (d) => `The ${d.document} ${was(d.document)} signed off by the Board` },
} satisfies Record<string, EventKind>;

export type EventType = keyof typeof EVENTS;

export function eventSays(type: string, data: Record<string, unknown>): string {
  const kind: EventKind | undefined = EVENTS[type as EventType];
  return kind ? kind.says(data) : type;
}

export function isOwnSideOnly(type: string): boolean {
  const kind: EventKind | undefined = EVENTS[type as EventType];
  return kind?.ownSideOnly === true;
}
