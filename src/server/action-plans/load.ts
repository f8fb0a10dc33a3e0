import {
  inOrderOfNeed,
  isOpen,
  isOverdue,
  isOwnPlan,
  isWritten,
  planSubject,
  ratingsDiffer,
  type ActionFacts,
  type PlanFacts,
  type Rating,
} from '@/domain/action-plans';
import { lastAct } from '@/domain/documents/state';
import { AUTHORITY_OFFICES, type Actor, type HeldPost } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { isLive } from '@/domain/visibility';
import { dayOf, today } from '../days';
import { db } from '../db';
import { NotFound } from '../not-found';
import { namesOfPosts } from '../post-names/load';
import { visibleDocuments } from '../visible';
import { actionFacts, findPlan, NEWEST } from './store';

export interface ActionLine extends ActionFacts {
  finding: string;
  action: string;
  impact: string;
  measure: string;
  owner: string;
  overdue: boolean;
  differ: boolean;
  carried: boolean;
}

/** What the plan's page shows: the actions in order of need, the counts, and the posts in which this person may act. */
export async function loadPlan(actor: Actor, planId: string, order: 'need' | 'number', at: Date) {
  const plan = await findPlan(db, actor, planId, at);
  const day = today(at);
  const [rows, place] = await Promise.all([
    db.action.findMany({ where: { documentId: planId }, select: { id: true, finding: true, action: true, impact: true, measure: true, owner: true, carriedFromId: true } }),
    placeOf(plan),
  ]);
  const words = new Map(rows.map((row) => [row.id, row]));
  const lines: ActionLine[] = plan.actions.map((action) => {
    const { finding, action: text, impact, measure, owner, carriedFromId } = words.get(action.id)!;
    return { ...action, finding, action: text, impact, measure, owner, carried: Boolean(carriedFromId), overdue: isOverdue(action, day), differ: ratingsDiffer(action) };
  });
  return {
    plan,
    place,
    today: day,
    actions: order === 'number' ? lines : inOrderOfNeed(lines, day),
    counts: {
      actions: lines.length,
      overdue: lines.filter((line) => line.overdue).length,
      differ: lines.filter((line) => line.differ).length,
      impactShown: lines.filter((line) => line.impactShownAt).length,
      open: lines.filter(isOpen).length,
    },
    writtenAt: lastAct(plan, 'submitted')?.at ?? null,
    may: capacities(actor, plan),
    audiences: plan.shares.filter((share) => isLive(share, at)),
  };
}

/** Everything about one action: its history of reports and reviews, and what this person may do with it. */
export async function loadAction(actor: Actor, planId: string, actionId: string, at: Date) {
  const plan = await findPlan(db, actor, planId, at);
  const facts = plan.actions.find(({ id }) => id === actionId);
  if (!facts) throw new NotFound();
  const [row, place] = await Promise.all([
    db.action.findUniqueOrThrow({ where: { id: actionId }, include: { reports: { orderBy: { at: 'desc' } }, reviews: { orderBy: { at: 'desc' } } } }),
    placeOf(plan),
  ]);
  const posts = await namesOfPosts(db, [...row.reports, ...row.reviews].map((said) => said.postId));
  const history = [
    ...row.reports.map((said) => ({ ...said, voice: 'own' as const, rating: said.rating as Rating, words: said.text, post: posts.get(said.postId) ?? '' })),
    ...row.reviews.map((said) => ({ ...said, voice: 'friend' as const, rating: said.rating as Rating, words: said.comment, post: posts.get(said.postId) ?? '', evidence: '' })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  const owed = today(at);
  return {
    plan,
    place,
    today: owed,
    action: { ...facts, finding: row.finding, action: row.action, impact: row.impact, measure: row.measure, owner: row.owner, stoppedWhy: row.stoppedWhy, overdue: isOverdue(facts, owed), differ: ratingsDiffer(facts) },
    history,
    may: { ...capacities(actor, plan), report: capacityFor(actor, 'action.report', planSubject(plan, facts)) },
    next: plan.actions.find((other) => other.number > facts.number && isOpen(other))?.id ?? null,
  };
}

/** What the form for a new action offers: findings from the day (immediate actions, support asked) and the posts that may own it. */
export async function loadNewAction(actor: Actor, planId: string, at: Date) {
  const plan = await findPlan(db, actor, planId, at);
  const [place, owners, session, carried] = await Promise.all([
    placeOf(plan),
    db.post.findMany({ where: { authorityId: plan.authorityId, office: { in: [...AUTHORITY_OFFICES] } }, orderBy: [{ office: 'asc' }, { remit: 'asc' }], select: { id: true, office: true, remit: true } }),
    agreedSession(actor, plan, at),
    openFromEarlier(actor, plan, at),
  ]);
  const taken = new Set(plan.actions.map((action) => action.id));
  return {
    plan,
    place,
    owners,
    findings: [
      ...(session?.immediateActions.map((said) => ({ id: said.id, from: 'agreed on the day', text: said.text, owner: said.owner })) ?? []),
      ...(session?.support.map((asked) => ({ id: asked.id, from: 'support asked for', text: asked.topic, owner: '' })) ?? []),
    ],
    carried: carried.filter((action) => !taken.has(action.id)),
    may: capacities(actor, plan),
  };
}

/** The plans that the actor may see, newest cycle first, with their counts. */
export async function listPlans(actor: Actor, at: Date, cycleName: string | null) {
  const rows = await db.document.findMany({
    where: { AND: [visibleDocuments(actor, at), { kind: 'action-plan' }, ...(cycleName ? [{ cycle: { name: cycleName } }] : [{ cycle: { closedAt: null } }])] },
    select: { id: true, cycleId: true, authorityId: true, authority: { select: { shortName: true, slug: true } }, cycle: { select: { name: true, anchorOn: true } }, acts: { where: { kind: 'submitted' }, select: { at: true }, take: 1 } },
  });
  const day = today(at);
  const actions = await db.action.findMany({ where: { documentId: { in: rows.map((row) => row.id) } }, include: NEWEST });
  return rows
    .map((row) => {
      const own = actions.filter((action) => action.documentId === row.id).map(actionFacts);
      return {
        id: row.id,
        authority: row.authority?.shortName ?? '',
        cycle: row.cycle.name,
        anchorOn: dayOf(row.cycle.anchorOn),
        writtenAt: row.acts[0]?.at ?? null,
        actions: own.length,
        open: own.filter(isOpen).length,
        overdue: own.filter((action) => isOverdue(action, day)).length,
        differ: own.filter(ratingsDiffer).length,
        impactShown: own.filter((action) => action.impactShownAt).length,
        nextDueOn: own.filter((action) => isOpen(action) && !action.doneAt).map((action) => action.dueOn).sort()[0] ?? null,
      };
    })
    .sort((a, b) => b.anchorOn.localeCompare(a.anchorOn) || a.authority.localeCompare(b.authority));
}

function capacities(actor: Actor, plan: PlanFacts): Record<'write' | 'submit' | 'stop' | 'review' | 'escalate', HeldPost | null> {
  const subject = planSubject(plan);
  return {
    write: capacityFor(actor, 'action.write', subject),
    submit: isWritten(plan) ? null : capacityFor(actor, 'action-plan.submit', subject),
    stop: capacityFor(actor, 'action.stop', subject),
    review: isOwnPlan(actor, plan) ? null : capacityFor(actor, 'action.review', subject),
    escalate: capacityFor(actor, 'action.escalate', subject),
  };
}

export interface Place {
  authority: string;
  slug: string;
  cycle: string;
  region: string;
  group: string;
  leadChallenger: string | null;
}

async function placeOf(plan: PlanFacts): Promise<Place> {
  const place = await db.cycleAuthority.findUniqueOrThrow({
    where: { id: plan.cycleAuthorityId! },
    select: {
      authority: { select: { shortName: true, slug: true } },
      cycle: { select: { name: true, region: { select: { name: true } } } },
      group: { select: { name: true } },
      leadChallenger: { select: { shortName: true } },
    },
  });
  return {
    authority: place.authority.shortName,
    slug: place.authority.slug,
    cycle: place.cycle.name,
    region: place.cycle.region.name,
    group: place.group.name,
    leadChallenger: place.leadChallenger?.shortName ?? null,
  };
}

/** The day's immediate actions and support, once the notes are agreed and if the actor may see them. */
async function agreedSession(actor: Actor, plan: PlanFacts, at: Date) {
  const notes = await db.document.findFirst({
    where: { AND: [visibleDocuments(actor, at), { cycleId: plan.cycleId, authorityId: plan.authorityId, kind: 'forum-notes', acts: { some: { kind: 'agreed' } } }] },
    select: {
      session: {
        select: {
          immediateActions: { where: { struckAt: null }, orderBy: { at: 'asc' } },
          support: { where: { struckAt: null }, orderBy: { at: 'asc' } },
        },
      },
    },
  });
  return notes?.session ?? null;
}

/** Open actions of the authority's earlier plans that have not been carried into another. */
async function openFromEarlier(actor: Actor, plan: PlanFacts, at: Date) {
  const rows = await db.action.findMany({
    where: {
      closedAt: null,
      stoppedAt: null,
      cycleAuthority: { authorityId: plan.authorityId!, cycle: { is: { anchorOn: { lt: await anchorOf(plan.cycleId) } } } },
      documentId: { in: (await db.document.findMany({ where: { AND: [visibleDocuments(actor, at), { authorityId: plan.authorityId, kind: 'action-plan' }] }, select: { id: true } })).map(({ id }) => id) },
    },
    include: { cycleAuthority: { select: { cycle: { select: { name: true } } } } },
  });
  const carried = await db.action.findMany({ where: { carriedFromId: { in: rows.map((row) => row.id) } }, select: { carriedFromId: true } });
  const done = new Set(carried.map((row) => row.carriedFromId));
  return rows.filter((row) => !done.has(row.id)).map((row) => ({ id: row.id, finding: row.finding, action: row.action, impact: row.impact, measure: row.measure, owner: row.owner, cycle: row.cycleAuthority.cycle.name, number: row.ordinal }));
}

async function anchorOf(cycleId: string): Promise<Date> {
  return (await db.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { anchorOn: true } })).anchorOn;
}

export type PlanPage = Awaited<ReturnType<typeof loadPlan>>;
export type ActionPage = Awaited<ReturnType<typeof loadAction>>;
export type NewActionPage = Awaited<ReturnType<typeof loadNewAction>>;
export type PlanLine = Awaited<ReturnType<typeof listPlans>>[number];
