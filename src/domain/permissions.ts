// May this post ever? Posts and relationships only; never the date or the stage. docs/permissions.md is printed from this table.
import { APPOINTED_BY_DCS, type Actor, type HeldPost, type Office } from './model';
import { isParty, writesFor, type Party, type Peer, type PartySet } from './parties';

/** Where the thing stands that the permission is about. Every rule hands over the same shape, so the table can be tested whole. */
export interface Subject {
  regionId: string;
  authorityId?: string | null;
  groupId?: string | null;
  leadChallengerAuthorityId?: string | null;
  challengerAuthorityIds?: readonly string[];
  /** Offices that sign this document, from the template. */
  signatories?: readonly Office[];
  /** The office that someone is to be appointed to, or is to leave. */
  office?: Office;
  /** The post that a section, an invitation or an action is given to. */
  givenToPostIds?: readonly string[];
  /** Who has a part there: who owes the step, writes the paper, signs it. */
  parties?: readonly Party[];
  /** Who writes it, and sections of it. */
  writers?: readonly Party[];
  peers?: readonly Peer[];
  set?: PartySet | null;
}

type Rule = (as: HeldPost, subject: Subject) => boolean;

const ofAuthority =
  (...offices: Office[]): Rule =>
  (as, { authorityId }) =>
    Boolean(authorityId) && as.authority?.id === authorityId && offices.includes(as.office);

const ofRegion =
  (...offices: Office[]): Rule =>
  (as, { regionId }) =>
    as.region.id === regionId && !as.authority && !as.group && offices.includes(as.office);

const groupLead: Rule = (as, { groupId }) => Boolean(groupId) && as.office === 'group-lead' && as.group?.id === groupId;

const leadChallenger: Rule = (as, { leadChallengerAuthorityId }) =>
  Boolean(leadChallengerAuthorityId) && as.office === 'dcs' && as.authority?.id === leadChallengerAuthorityId;

const challenger: Rule = (as, { challengerAuthorityIds }) =>
  Boolean(as.authority) &&
  ['dcs', 'assistant-director'].includes(as.office) &&
  (challengerAuthorityIds ?? []).includes(as.authority!.id);

const given: Rule = (as, { givenToPostIds }) => (givenToPostIds ?? []).includes(as.id);

/** A signatory signs in the post that the template names, at the authority that the document is about. */
const signatory: Rule = (as, subject) =>
  (subject.signatories ?? []).includes(as.office) &&
  (subject.authorityId ? as.authority?.id === subject.authorityId : as.region.id === subject.regionId && !as.authority);

/** A DCS appoints who writes and leads under them and who comes from agencies beside them, never those who sign beside them or chair the partnership. */
const ownTeam: Rule = (as, subject) => ofAuthority('dcs')(as, subject) && APPOINTED_BY_DCS.some((office) => office === subject.office);

const party: Rule = (as, subject) => (subject.parties ?? []).some((one) => isParty(one, as, subject));

const writer: Rule = (as, subject) => (subject.writers ?? []).some((one) => writesFor(one, as, subject));

const any =
  (...rules: Rule[]): Rule =>
  (as, subject) =>
    rules.some((rule) => rule(as, subject));

const coordinator = ofRegion('sli-coordinator');
const regionTeam = ofRegion('sli-coordinator', 'facilitator');
const dataGroup = ofRegion('data-group-chair', 'data-group-member');
const leadership = ofAuthority('dcs', 'assistant-director');
const writers = ofAuthority('dcs', 'assistant-director', 'data-lead', 'policy-officer');

const PERMISSIONS = {
  // people and cycles
  'people.appoint': any(coordinator, ownTeam),
  'people.correct': coordinator,
  'cycle.open': coordinator,
  'cycle.close': coordinator,
  'cycle.move-date': coordinator,
  'cycle.waive-step': coordinator,
  'cycle.reopen-step': coordinator,
  'cycle.complete-step': any(coordinator, groupLead, party),
  'cycle.see-board': any(regionTeam, dataGroup, ofRegion('board-chair', 'board-member', 'regional-chair')),
  'cycle.chase': coordinator,
  'cycle.disrupt': coordinator,
  'cycle.assign-role': coordinator,
  'cycle.make-sets': coordinator,
  'task-group.set-up': coordinator,
  'conflict.record': coordinator,
  // processes and the calendar
  'process.compose': coordinator,
  'process.move-cycle': coordinator,
  'regional-day.enter': any(coordinator, ofAuthority('dcs', 'assistant-director', 'policy-officer', 'data-lead')),
  // papers of a process
  'paper.write': writer,
  'paper.hand-over': party,
  'paper.sign': party,
  'paper.return': coordinator,
  'paper.issue': regionTeam,
  'paper.read': party,
  // self-view and memorandum
  'self-view.write': any(writers, given),
  'self-view.assign': any(leadership, ofAuthority('policy-officer')),
  'self-view.put-for-review': leadership,
  'self-view.comment': ofAuthority('dcs', 'assistant-director', 'data-lead', 'policy-officer', 'lead-member', 'chief-executive', 'contributor'),
  'self-view.put-for-signature': ofAuthority('dcs'),
  'self-view.submit': ofAuthority('dcs'),
  'self-view.accept': coordinator,
  'self-view.return': coordinator,
  'advice.change': coordinator,
  'mou.put-for-signature': ofAuthority('dcs'),
  'document.sign': signatory,
  'document.decline': signatory,
  'document.record-paper-signature': coordinator,
  'document.recall': ofAuthority('dcs'),
  // figures, enquiries, questions
  'figures.enter': any(coordinator, dataGroup, ofAuthority('data-lead')),
  'enquiry.record': coordinator,
  'questions.draft': dataGroup,
  'questions.agree': ofRegion('data-group-chair'),
  'questions.issue': coordinator,
  'questions.read': any(leadership, ofAuthority('lead-member', 'chief-executive', 'data-lead', 'policy-officer')),
  // forums
  'forum.schedule': coordinator,
  'forum.answer-invitation': given,
  'forum.record-attendance': any(regionTeam, groupLead),
  'forum.note': any(regionTeam, groupLead, challenger),
  'forum.end-session': any(regionTeam, groupLead),
  'preparation.write': any(leadership, ofAuthority('policy-officer', 'data-lead')),
  // forum notes
  'forum-notes.draft': regionTeam,
  'forum-notes.send': regionTeam,
  'forum-notes.comment': any(leadership, ofAuthority('policy-officer', 'lead-member', 'chief-executive')),
  'forum-notes.agree-draft': ofAuthority('dcs'),
  'forum-notes.settle-comment': regionTeam,
  'forum-notes.make-final': regionTeam,
  // annual conversation
  'annual-conversation.compile': any(leadership, ofAuthority('policy-officer')),
  'annual-conversation.release': ofAuthority('dcs'),
  'annual-conversation.revoke': ofAuthority('dcs'),
  'release.open': ofRegion('ofsted', 'lga', 'dfe'),
  // action plan
  'action.write': any(leadership, ofAuthority('policy-officer')),
  'action-plan.submit': ofAuthority('dcs'),
  'action.stop': ofAuthority('dcs'),
  'action.report': any(writers, given),
  'action.review': any(leadChallenger, groupLead),
  'action.escalate': any(coordinator, leadChallenger, groupLead),
  // the region's own papers
  'regional-paper.write': coordinator,
  'word-template.keep': coordinator,
  'regional-paper.sign-off': ofRegion('board-chair'),
} satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

export function permits(permission: Permission, as: HeldPost, subject: Subject): boolean {
  return PERMISSIONS[permission](as, subject);
}

/** The post in which the actor may: the one they act in first, then any other that they hold; null when none may. */
export function capacityFor(actor: Actor, permission: Permission, subject: Subject): HeldPost | null {
  const inOrder = actor.as ? [actor.as, ...actor.posts.filter((post) => post.id !== actor.as?.id)] : actor.posts;
  return inOrder.find((post) => permits(permission, post, subject)) ?? null;
}
