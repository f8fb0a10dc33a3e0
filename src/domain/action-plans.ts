// Actions follow from agreed notes and are followed until children feel the difference. Done and impact shown are two facts;
// closing needs evidence and the reviewer's agreement (domain: documents and signatories, action row; NFER's finding on impact).
import { differenceInCalendarDays } from 'date-fns';
import { z } from 'zod';
import { decide, decideUnasked, refuse, type Decision } from './decision';
import type { DocumentChange } from './documents/change';
import { sharesWith } from './documents/opens-at';
import { lastAct } from './documents/state';
import type { DocumentFacts } from './documents/facts';
import type { DomainEvent } from './events';
import type { Actor, Day } from './model';
import type { Subject } from './permissions';
import { audience } from './visibility';

export const RATINGS = ['not-started', 'on-track', 'at-risk', 'done', 'impact-shown'] as const;
export type Rating = (typeof RATINGS)[number];
export const RATING_NAMES: Record<Rating, string> = {
  'not-started': 'Not started',
  'on-track': 'On track',
  'at-risk': 'At risk',
  done: 'Done',
  'impact-shown': 'Impact shown',
};

export interface ActionFacts {
  id: string;
  number: number;
  dueOn: Day;
  ownerPostId: string | null;
  version: number;
  doneAt: Date | null;
  impactShownAt: Date | null;
  closedAt: Date | null;
  stoppedAt: Date | null;
  escalatedAt: Date | null;
  /** Newest report of the host, newest review; null when there is none. */
  report: { rating: Rating; evidence: string; asksToClose: boolean; at: Date } | null;
  review: { rating: Rating; agreesClose: boolean; at: Date } | null;
}

export type PlanFacts = DocumentFacts & { actions: readonly ActionFacts[] };

const sentence = (what: string, most = 2000) => z.string().trim().min(1, what).max(most, `At most ${most} characters`);

export const actionText = z.object({
  finding: sentence('Finding: say what the challenge found'),
  action: sentence('Action: say what will be done'),
  impact: sentence('Intended impact: say what will be better for children'),
  measure: sentence('Success measure: say how you will know'),
  owner: sentence('Owner: name the post that answers for it', 200),
  ownerPostId: z.string().nullable(),
  dueOn: z.iso.date('Due: give a day, month and year'),
});
export type ActionText = z.infer<typeof actionText>;

export function isOpen(action: Pick<ActionFacts, 'closedAt' | 'stoppedAt'>): boolean {
  return !action.closedAt && !action.stoppedAt;
}

/** Overdue: the day has passed and the host has not said that it is done. */
export function isOverdue(action: Pick<ActionFacts, 'closedAt' | 'stoppedAt' | 'doneAt' | 'dueOn'>, today: Day): boolean {
  return isOpen(action) && !action.doneAt && action.dueOn < today;
}

export function daysLate(action: Pick<ActionFacts, 'dueOn'>, today: Day): number {
  return differenceInCalendarDays(today, action.dueOn);
}

/** The two ratings differ: worth talking about. */
export function ratingsDiffer(action: Pick<ActionFacts, 'report' | 'review'>): boolean {
  return Boolean(action.report && action.review && action.report.rating !== action.review.rating);
}

export function isWritten(plan: Pick<PlanFacts, 'acts'>): boolean {
  return lastAct(plan, 'submitted') !== null;
}

/** Overdue first, the longest first; then by number; what is finished last. */
export function inOrderOfNeed<A extends Pick<ActionFacts, 'number' | 'dueOn' | 'doneAt' | 'closedAt' | 'stoppedAt'>>(actions: readonly A[], today: Day): A[] {
  const rank = (action: A) => (isOverdue(action, today) ? 0 : isOpen(action) ? 1 : 2);
  return [...actions].sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? a.dueOn.localeCompare(b.dueOn) : 0) || a.number - b.number);
}

export function planSubject(plan: PlanFacts, action?: Pick<ActionFacts, 'ownerPostId'>): Subject {
  return {
    regionId: plan.regionId,
    authorityId: plan.authorityId,
    groupId: plan.groupId,
    leadChallengerAuthorityId: plan.leadChallengerAuthorityId,
    givenToPostIds: action?.ownerPostId ? [action.ownerPostId] : [],
  };
}

function about(plan: PlanFacts, type: DomainEvent['type'], data: DomainEvent['data'], subjectId?: string): DomainEvent {
  return { type, regionId: plan.regionId, cycleId: plan.cycleId, authorityId: plan.authorityId, documentId: plan.id, ...(subjectId ? { subjectId } : {}), data };
}

export function addAction({ plan, actor, text, today }: { plan: PlanFacts; actor: Actor; text: ActionText; today: Day }): Decision<{ number: number; text: ActionText }> {
  return decide(actor, 'action.write', planSubject(plan), () => {
    if (text.dueOn < today) return refuse('due-in-the-past', 'Due: this day has passed already. Give a day from today on.');
    const number = Math.max(0, ...plan.actions.map((action) => action.number)) + 1;
    return { change: { number, text }, events: [about(plan, 'action.added', { number })] };
  });
}

export function changeAction({ plan, action, actor, text, typedOver }: { plan: PlanFacts; action: ActionFacts; actor: Actor; text: ActionText; typedOver: number }): Decision<ActionText> {
  return decide(actor, 'action.write', planSubject(plan), () => {
    if (!isOpen(action)) return refuse('action-closed', `Action ${action.number} is closed. It can be read, not changed.`);
    if (action.version !== typedOver) return refuse('changed-meanwhile', `Someone has just changed action ${action.number}. Your words are below; look at theirs before you save yours.`);
    return { change: text, events: [about(plan, 'action.changed', { number: action.number }, action.id)] };
  });
}

/** The Director puts the plan forward: from then on its reviewers and the regional team read it. */
export function submitPlan({ plan, actor }: { plan: PlanFacts; actor: Actor }): Decision<DocumentChange> {
  return decide(actor, 'action-plan.submit', planSubject(plan), () => {
    if (isWritten(plan)) return refuse('already-written', 'This plan has been put forward already. Changes to its actions are seen at once.');
    if (plan.actions.length === 0) return refuse('no-actions', 'There is no action in this plan yet. Add at least one.');
    const because = 'the plan was put forward';
    return {
      change: {
        freeze: true,
        act: { kind: 'submitted' },
        share: [
          { audience: audience.regionTeam(plan.regionId), because },
          ...(plan.groupId && !plan.set ? [{ audience: audience.groupLead(plan.groupId), because }] : []),
          ...(plan.cycleAuthorityId ? [{ audience: audience.challengers(plan.cycleAuthorityId), because }] : []),
          ...sharesWith(plan, plan.opensAt?.['plan-written'] ?? [], because),
        ],
      },
      events: [about(plan, 'document.submitted', { document: 'action plan' })],
    };
  });
}

export interface Report {
  rating: Rating;
  text: string;
  evidence: string;
  asksToClose: boolean;
}

export function reportProgress({ plan, action, actor, report }: { plan: PlanFacts; action: ActionFacts; actor: Actor; report: Report }): Decision<Report & { done: boolean }> {
  return decide(actor, 'action.report', planSubject(plan, action), () => {
    if (!isOpen(action)) return refuse('action-closed', `Action ${action.number} is closed. There is nothing more to report.`);
    const finished = report.rating === 'done' || report.rating === 'impact-shown';
    if (report.rating === 'impact-shown' && !report.evidence.trim()) return refuse('no-evidence', 'Evidence: impact is shown by evidence. Say what it is and where it can be read.');
    if (report.asksToClose && !finished) return refuse('not-finished', 'An action can be closed when it is done or its impact has been shown. Change the rating, or do not ask to close it yet.');
    if (report.asksToClose && !report.evidence.trim()) return refuse('no-evidence', 'Evidence: closing an action needs evidence. Say what it is and where it can be read.');
    const said = about(plan, 'action.reported', { number: action.number, rating: RATING_NAMES[report.rating], asksToClose: report.asksToClose }, action.id);
    const done = finished && !action.doneAt;
    return { change: { ...report, done }, events: done ? [said, about(plan, 'action.done', { number: action.number }, action.id)] : [said] };
  });
}

/** A group lead is the Director of one of the group's authorities, and no reviewer of that one. */
export function isOwnPlan(actor: Pick<Actor, 'posts'>, plan: Pick<PlanFacts, 'authorityId'>): boolean {
  return actor.posts.some(({ authority }) => authority !== null && authority.id === plan.authorityId);
}

export interface Review {
  rating: Rating;
  comment: string;
  agreesClose: boolean;
}

export function reviewAction({ plan, action, actor, review }: { plan: PlanFacts; action: ActionFacts; actor: Actor; review: Review }): Decision<Review & { impactShown: boolean; closesPlan: boolean }> {
  return decide(actor, 'action.review', planSubject(plan), () => {
    if (isOwnPlan(actor, plan)) return refuse('own-plan', 'This is your own authority’s plan: its lead peer challenger reviews it.');
    if (!isWritten(plan)) return refuse('not-written', 'This plan has not been put forward yet. It can be reviewed when the Director has done so.');
    if (!isOpen(action)) return refuse('action-closed', `Action ${action.number} is closed. It needs no more reviews.`);
    if (review.agreesClose && !action.report?.asksToClose) return refuse('not-asked', 'The authority has not asked to close this action. Rate it, and say in your words if you think that it could be closed.');
    const closes = review.agreesClose;
    const impactShown = review.rating === 'impact-shown' && !action.impactShownAt;
    const closesPlan = closes && plan.actions.every((other) => other.id === action.id || !isOpen(other));
    return {
      change: { ...review, impactShown, closesPlan },
      events: [
        about(plan, 'action.reviewed', { number: action.number, rating: RATING_NAMES[review.rating] }, action.id),
        ...(impactShown ? [about(plan, 'action.impact-shown', { number: action.number }, action.id)] : []),
        ...(closes ? [about(plan, 'action.closed', { number: action.number }, action.id)] : []),
        ...(closesPlan ? [about(plan, 'plan.closed', {})] : []),
      ],
    };
  });
}

export function stopAction({ plan, action, actor, why }: { plan: PlanFacts; action: ActionFacts; actor: Actor; why: string }): Decision<{ why: string; closesPlan: boolean }> {
  return decide(actor, 'action.stop', planSubject(plan), () => {
    if (!isOpen(action)) return refuse('action-closed', `Action ${action.number} is closed already.`);
    if (!why.trim()) return refuse('no-reason', 'Why: say why the action is stopped. Your reviewer reads it.');
    const closesPlan = plan.actions.every((other) => other.id === action.id || !isOpen(other));
    return {
      change: { why: why.trim(), closesPlan },
      events: [about(plan, 'action.stopped', { number: action.number, why: why.trim() }, action.id), ...(closesPlan ? [about(plan, 'plan.closed', {})] : [])],
    };
  });
}

/** An overdue action is raised with the group lead once: by the region, or a reviewer. */
export function escalateAction({ plan, action, actor, today }: { plan: PlanFacts; action: ActionFacts; actor: Actor; today: Day }): Decision<object> {
  return decide(actor, 'action.escalate', planSubject(plan), () => {
    if (!isOverdue(action, today)) return refuse('not-overdue', `Action ${action.number} is not overdue.`);
    if (action.escalatedAt) return refuse('already-escalated', `Action ${action.number} has been raised with the group lead already.`);
    return { change: {}, events: [about(plan, 'action.escalated', { number: action.number }, action.id)] };
  });
}

/** What the product does by itself at night about an action of a plan that has been put forward. */
export function escalateByItself({ plan, action, today }: { plan: PlanFacts; action: ActionFacts; today: Day }): Decision<object> {
  return decideUnasked(() => {
    if (!isWritten(plan)) return refuse('not-written', 'This plan has not been put forward yet.');
    if (!isDueForEscalation(action, today)) return refuse('not-due', `Action ${action.number} has not been overdue for long enough, or has been raised already.`);
    return { change: {}, events: [about(plan, 'action.escalated', { number: action.number }, action.id)] };
  });
}

/** What the product raises by itself: overdue for `grace` days (7 unless the region says otherwise) and not raised before. */
export function isDueForEscalation(action: ActionFacts, today: Day, grace = 7): boolean {
  return isOverdue(action, today) && !action.escalatedAt && daysLate(action, today) > grace;
}
