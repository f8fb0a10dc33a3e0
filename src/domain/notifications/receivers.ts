// Who is told is said in posts, never in names: whoever holds the post at the moment of telling gets the message.
import type { HeldPost, Office } from '../model';
import { fallsTo, helps, owes } from '../owing';
import { subjectOf } from '../documents/subject';
import { actsAs, writesFor } from '../parties';
import { paperKeyOf } from '../processes/paper-terms';
import { actsForOneOf } from '../roles/parts-told';
import type { StepAt } from '../workflow';
import type { ForumTold, Happened } from './happened';
import { scopeOf } from './notice';

export type Receivers = (post: HeldPost, happened: Happened) => boolean;

/** Posts of the authority that it is about. */
export const ofAuthority =
  (...offices: Office[]): Receivers =>
  (post, { authority }) =>
    authority !== null && post.authority?.id === authority.id && offices.includes(post.office);

/** The region's own posts, and those of outside bodies. */
export const ofRegion =
  (...offices: Office[]): Receivers =>
  (post, { regionId }) =>
    !post.authority && !post.group && post.region.id === regionId && offices.includes(post.office);

export const groupLead: Receivers = (post, { document, forum }) => post.office === 'group-lead' && post.group !== null && post.group.id === (document?.groupId ?? forum?.groupId);

export const everyGroupLead: Receivers = (post, { regionId }) => post.office === 'group-lead' && post.region.id === regionId;

export const leadChallenger: Receivers = (post, { document }) =>
  post.office === 'dcs' && post.authority !== null && post.authority.id === document?.leadChallengerAuthorityId;

/** Directors of the authorities that challenge this one. */
export const challengers: Receivers = (post, { document }) =>
  post.office === 'dcs' && post.authority !== null && (document?.challengerAuthorityIds ?? []).includes(post.authority.id);

/** Directors of every authority that takes part in the cycle. */
export const directorsOfCycle: Receivers = (post, { cycle }) =>
  post.office === 'dcs' && post.authority !== null && (cycle?.facts.places ?? []).some(({ authorityId, withdrawn }) => authorityId === post.authority!.id && !withdrawn);

/** Directors with a session on the day, or a challenge to lead or to join. */
export const directorsOnTheDay: Receivers = (post, { forum }) =>
  post.office === 'dcs' &&
  post.authority !== null &&
  (forum?.sessions ?? []).some(({ authorityId, challengerIds }) => [authorityId, ...challengerIds].includes(post.authority!.id));

export const facilitator: Receivers = (post, { forum }) => forum !== null && post.id === forum.facilitatorPostId;

/** The post that the event names. */
export const givenPost: Receivers = (post, { data }) => post.id === data.postId;
/** The posts to which the section that the event names is given. */
export const writersOfSection: Receivers = (post, { data }) => String(data.writers ?? '').split(' ').includes(post.id);
export const subjectPost: Receivers = (post, { subjectId }) => post.id === subjectId;
export const ownerOfAction: Receivers = (post, { action }) => action !== null && post.id === action.ownerPostId;

/** Invited by this very sending. */
export const justInvited: Receivers = (post, { forum, at }) =>
  (forum?.invitations ?? []).some(({ postId, sentAt, removedAt }) => postId === post.id && !removedAt && sentAt?.getTime() === at.getTime());

/** Invited before, or taken off the list by this very change: their calendars must follow. */
export const inTheirCalendars: Receivers = (post, { forum, at }) => forum !== null && isInCalendar(post, forum, at);

/** The same of any day that the act changed. */
export const inTheCalendars: Receivers = (post, { forums, at }) => (forums ?? []).some((forum) => isInCalendar(post, forum, at));

/** The day whose entry is to follow: one from which the post was taken off, else one to which it was invited before. */
export function changedInCalendar(post: HeldPost, { forums = [], at }: Happened): ForumTold | null {
  const theirs = forums.filter((forum) => isInCalendar(post, forum, at));
  return theirs.find(({ cancelledAt, invitations }) => cancelledAt !== null || invitations.some(({ postId, removedAt }) => postId === post.id && removedAt !== null)) ?? theirs[0] ?? null;
}

function isInCalendar(post: HeldPost, { invitations }: ForumTold, at: Date): boolean {
  return invitations.some(({ postId, sentAt, removedAt }) => postId === post.id && sentAt !== null && sentAt <= at && (removedAt === null || removedAt.getTime() === at.getTime()));
}

/** Signatories whose signature this very change has voided. */
export const voidedSignatories: Receivers = (post, { document, at }) =>
  (document?.signatures ?? []).some(({ postId, voidedAt }) => postId === post.id && voidedAt?.getTime() === at.getTime());

/** Every post that signs this document, whether or not it has. */
export const namedSignatories: Receivers = (post, { document }) =>
  document !== null && document.signatories.includes(post.office) && post.authority !== null && post.authority.id === document.authorityId;

/** Directors of the authorities that the event names: everyone whom a change concerns is told once. */
export const directorsNamed: Receivers = (post, { data }) =>
  post.office === 'dcs' && post.authority !== null && String(data.authorityIds ?? '').split(' ').includes(post.authority.id);

/** Chairs of the partnerships beside those authorities, where the process is theirs. */
export const chairsNamed: Receivers = (post, { data }) =>
  post.office === 'partnership-chair' && Boolean(post.partnerOf) && String(data.partnersOf ?? '').split(' ').includes(post.partnerOf!.id);

/** The Assistant Director whom the event makes the leader of a task and finish group. */
export const assistantDirectorNamed: Receivers = (post, { data }) => post.office === 'assistant-director' && post.authority !== null && post.authority.id === data.adLeadId;

/** Those who sign beside the Director of an authority that has just come: its memorandum waits for them. */
export const signatoriesOfThoseWhoCame: Receivers = (post, { data }) =>
  (post.office === 'lead-member' || post.office === 'chief-executive') && post.authority !== null && String(data.cameIds ?? '').split(' ').includes(post.authority.id);

/** The posts that a role was given to by this very event. */
export const peerNamed: Receivers = (post, { cycle, subjectId }) =>
  (cycle?.facts.places ?? []).some((place) => (place.peers ?? []).some((peer) => peer.id === subjectId && actsAs(post, peer)));

/** Those who act for a part that the event gives to somebody or ends. */
export const thoseOfItsParts: Receivers = (post, { data }) => actsForOneOf(post, data.parts);

/** Those whose turn it is now with the paper that the event is about. */
export const thoseWhoOweOfPaper: Receivers = (post, happened) =>
  happened.document?.kind === 'paper' &&
  (happened.cycle?.steps.all ?? []).some((at) => at.step.paper === paperKeyOf(happened.document!.slot) && at.scope === scopeOf(happened.document!) && owes(post, at, happened.regionId));

/** Those who write the paper that the event is about: of one that a peer writes, that peer’s. */
export const writersOfPaper: Receivers = (post, { document }) => document?.paper !== undefined && writesFor(document.paper.by, post, subjectOf(document));

export const thoseWhoOwe =
  (stepOf: (happened: Happened) => StepAt | null): Receivers =>
  (post, happened) => {
    const step = stepOf(happened);
    return step !== null && owes(post, step, happened.regionId);
  };

/** Those who owe it, and those of the same authority who may do it with them. */
export const thoseWhoOweOrHelp =
  (stepOf: (happened: Happened) => StepAt | null): Receivers =>
  (post, happened) => {
    const step = stepOf(happened);
    return step !== null && (owes(post, step, happened.regionId) || helps(post, step));
  };

/** The posts that a step falls to, open or not. */
export const thoseItFallsTo =
  (stepOf: (happened: Happened) => StepAt | null): Receivers =>
  (post, happened) => {
    const step = stepOf(happened);
    return step !== null && fallsTo(post, step, happened.regionId);
  };

export const any =
  (...some: Receivers[]): Receivers =>
  (post, happened) =>
    some.some((receivers) => receivers(post, happened));

export const nobody: Receivers = () => false;
