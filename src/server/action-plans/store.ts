import type { Accepted } from '@/domain/decision';
import type { ActionFacts, ActionText, PlanFacts, Rating, Report, Review } from '@/domain/action-plans';
import { AUTHORITY_OFFICES, type Actor } from '@/domain/model';
import { dateOf, dayOf } from '../days';
import { db, type Tx } from '../db';
import { findDocument, unscopedDocument } from '../documents/find-document';
import { isUuid, NotFound } from '../not-found';
import type { Prisma } from '../prisma-client/client';

export const NEWEST = {
  reports: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
  reviews: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
} satisfies Prisma.ActionInclude;

type Row = Prisma.ActionGetPayload<{ include: typeof NEWEST }>;

/** The plan with the facts of its actions; NotFound when the actor may not see it. */
export async function findPlan(tx: Tx, actor: Actor, planId: string, at: Date): Promise<PlanFacts> {
  const document = await findDocument(tx, actor, planId, at);
  if (document.kind !== 'action-plan') throw new NotFound();
  const rows = await tx.action.findMany({ where: { documentId: planId }, orderBy: { ordinal: 'asc' }, include: NEWEST });
  return { ...document, actions: rows.map(actionFacts) };
}

export function findAction(plan: PlanFacts, actionId: string): ActionFacts {
  const action = plan.actions.find(({ id }) => id === actionId);
  if (!action) throw new NotFound();
  return action;
}

/** The post that is to answer for an action; NotFound when it is none of the authority's. */
export async function findOwner(tx: Tx, plan: PlanFacts, postId: string | null): Promise<void> {
  if (postId === null) return;
  const post = isUuid(postId) ? await tx.post.findFirst({ where: { id: postId, authorityId: plan.authorityId!, office: { in: [...AUTHORITY_OFFICES] } }, select: { id: true } }) : null;
  if (!post) throw new NotFound();
}

/** The action of an earlier plan of the same authority that goes on in this one; NotFound for any other. */
export async function findCarried(tx: Tx, plan: PlanFacts, actionId: string | null): Promise<string | null> {
  if (actionId === null) return null;
  const earlier = { id: actionId, documentId: { not: plan.id }, cycleAuthority: { authorityId: plan.authorityId! } };
  const action = isUuid(actionId) ? await tx.action.findFirst({ where: earlier, select: { id: true } }) : null;
  if (!action) throw new NotFound();
  return action.id;
}

export function actionFacts(row: Row): ActionFacts {
  const report = row.reports[0];
  const review = row.reviews[0];
  return {
    id: row.id,
    number: row.ordinal,
    dueOn: dayOf(row.dueOn),
    ownerPostId: row.ownerPostId,
    version: row.version,
    doneAt: row.doneAt,
    impactShownAt: row.impactShownAt,
    closedAt: row.closedAt,
    stoppedAt: row.stoppedAt,
    escalatedAt: row.escalatedAt,
    report: report ? { rating: report.rating as Rating, evidence: report.evidence, asksToClose: report.asksToClose, at: report.at } : null,
    review: review ? { rating: review.rating as Rating, agreesClose: review.agreesClose, at: review.at } : null,
  };
}

export async function saveNewAction(tx: Tx, plan: PlanFacts, { change }: Accepted<{ number: number; text: ActionText }>, at: Date, carriedFromId: string | null): Promise<string> {
  const { dueOn, ...text } = change.text;
  const created = await tx.action.create({
    data: { ...text, dueOn: dateOf(dueOn), cycleAuthorityId: plan.cycleAuthorityId!, documentId: plan.id, ordinal: change.number, createdAt: at, carriedFromId },
  });
  return created.id;
}

export async function saveActionText(tx: Tx, action: ActionFacts, { change: { dueOn, ...text } }: Accepted<ActionText>): Promise<void> {
  await tx.action.update({ where: { id: action.id, version: action.version }, data: { ...text, dueOn: dateOf(dueOn), version: { increment: 1 } } });
}

export async function saveReport(tx: Tx, actor: Actor, action: ActionFacts, { change: { done, ...report } }: Accepted<Report & { done: boolean }>, at: Date): Promise<void> {
  await tx.actionReport.create({ data: { ...report, actionId: action.id, at, personId: actor.personId, postId: actor.as!.id } });
  if (done) await tx.action.update({ where: { id: action.id }, data: { doneAt: at } });
}

export async function saveReview(
  tx: Tx,
  actor: Actor,
  plan: PlanFacts,
  action: ActionFacts,
  { change: { impactShown, closesPlan, ...review } }: Accepted<Review & { impactShown: boolean; closesPlan: boolean }>,
  at: Date,
): Promise<void> {
  await tx.actionReview.create({ data: { ...review, actionId: action.id, at, personId: actor.personId, postId: actor.as!.id } });
  if (impactShown || review.agreesClose) {
    await tx.action.update({ where: { id: action.id }, data: { ...(impactShown ? { impactShownAt: at } : {}), ...(review.agreesClose ? { closedAt: at } : {}) } });
  }
  if (closesPlan) await closePlan(tx, plan, at);
}

export async function saveStop(tx: Tx, plan: PlanFacts, action: ActionFacts, { change }: Accepted<{ why: string; closesPlan: boolean }>, at: Date): Promise<void> {
  await tx.action.update({ where: { id: action.id }, data: { stoppedAt: at, stoppedWhy: change.why } });
  if (change.closesPlan) await closePlan(tx, plan, at);
}

/** Open actions past their day that nobody has raised yet, of every region, but for authorities that left: for what the product does by itself. */
export function listOverdueActions(day: Date) {
  return db.action.findMany({ where: { dueOn: { lt: day }, doneAt: null, closedAt: null, stoppedAt: null, escalatedAt: null, cycleAuthority: { withdrawnAt: null } }, include: NEWEST });
}

/** The same action with its plan, as both are now. Unscoped: for what the product does by itself. */
export async function unscopedAction(tx: Tx, id: string): Promise<{ plan: PlanFacts; action: ActionFacts }> {
  const row = await tx.action.findUniqueOrThrow({ where: { id }, include: NEWEST });
  const action = actionFacts(row);
  return { plan: { ...(await unscopedDocument(tx, row.documentId)), actions: [action] }, action };
}

/** Once only: two nights at the same time raise it once. */
export async function saveEscalation(tx: Tx, action: ActionFacts, at: Date): Promise<void> {
  await tx.action.updateMany({ where: { id: action.id, escalatedAt: null }, data: { escalatedAt: at } });
}

async function closePlan(tx: Tx, plan: PlanFacts, at: Date): Promise<void> {
  await tx.cycleAuthority.update({ where: { id: plan.cycleAuthorityId! }, data: { planClosedAt: at } });
}

/** The actions as they are now, as the text of the plan's one section, so that a version of the plan can be frozen and compared. */
export async function savePlanText(tx: Tx, plan: PlanFacts, actor: Actor, at: Date): Promise<void> {
  const rows = await tx.action.findMany({ where: { documentId: plan.id }, orderBy: { ordinal: 'asc' } });
  const text = rows
    .map((row) => `### ${row.ordinal}. ${row.action}\n\nFinding: ${row.finding}\n\nIntended impact on children: ${row.impact}\n\nSuccess measure: ${row.measure}\n\nOwner: ${row.owner}. Due ${dayOf(row.dueOn)}.`)
    .join('\n\n');
  const saved = { title: 'Actions', content: { text }, savedAt: at, savedBy: actor.personId };
  await tx.section.upsert({
    where: { documentId_key: { documentId: plan.id, key: 'actions' } },
    create: { documentId: plan.id, key: 'actions', ordinal: 1, ...saved },
    update: { ...saved, version: { increment: 1 } },
  });
}
