import type { ActKind, DocumentFacts } from '@/domain/documents/facts';
import type { Actor } from '@/domain/model';
import { readsAs } from '@/domain/papers/read-paper';
import { isLeftBehind } from '@/domain/papers/stages';
import type { StepDefinition } from '@/domain/processes/template';
import { seesDraft } from '@/domain/visibility';
import type { Tx } from '../../db';
import { findDocument } from '../../documents/find-document';
import { isUuid, NotFound } from '../../not-found';
import type { Prisma } from '../../prisma-client/client';
import { processDefinition } from '../../process-definition/load';
import { visibleDocuments } from '../../visible';

export interface StepAsked {
  cycleId: string;
  stepKey: string;
  /** Slug of the authority. */
  authority?: string | undefined;
  /** Id of the group. */
  group?: string | undefined;
}

export interface PapersOfStep {
  step: StepDefinition;
  /** Those that the actor may see, earliest first. */
  papers: readonly DocumentFacts[];
  /** How many there are, seen or not. */
  count: number;
}

/** The papers that a step is about, where it stands. NotFound where it is about none, or the actor may see none of them. */
export async function findPapersOfStep(tx: Tx, actor: Actor, { cycleId, stepKey, authority, group }: StepAsked, at: Date): Promise<PapersOfStep> {
  const cycle = isUuid(cycleId) ? await tx.cycle.findUnique({ where: { id: cycleId }, select: { templateId: true } }) : null;
  const step = cycle && (await processDefinition(tx, cycle.templateId)).steps.find(({ key }) => key === stepKey);
  if (!step?.paper || (group && !isUuid(group))) throw new NotFound();
  const place = authority ? { authority: { slug: authority } } : { authorityId: null, groupId: group ?? null };
  const ofStep = { cycleId, kind: 'paper', ...place, OR: [{ slot: step.paper }, { slot: { startsWith: `${step.paper}:` } }] };
  const where = { AND: [ofStep, { id: { notIn: await leftBehind(tx, ofStep) } }] };
  const rows = await tx.document.findMany({ where: { AND: [where, visibleDocuments(actor, at)] }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true } });
  if (rows.length === 0) throw new NotFound();
  const papers: DocumentFacts[] = [];
  for (const { id } of rows) papers.push(await findDocument(tx, actor, id, at));
  return { step, papers, count: await tx.document.count({ where }) };
}

/** Papers of peers whose part has ended that nobody hands on any more: they are no papers of the step. */
async function leftBehind(tx: Tx, where: Prisma.DocumentWhereInput): Promise<string[]> {
  const papers = await tx.document.findMany({ where: { AND: [where, { peerId: { not: null } }] }, select: { id: true, peerId: true, acts: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { kind: true } } } });
  const ended = await tx.cyclePeer.findMany({ where: { id: { in: papers.flatMap(({ peerId }) => peerId ?? []) }, endedAt: { not: null } }, select: { id: true } });
  return papers.filter((paper) => ended.some(({ id }) => id === paper.peerId) && isLeftBehind({ acts: paper.acts.map(({ kind }) => ({ kind: kind as ActKind })) })).map(({ id }) => id);
}

/** Whose own it is first; then what this person is to read in a post and has not; then the earliest. */
export async function findPaperToOpen(tx: Tx, actor: Actor, asked: StepAsked, at: Date): Promise<string> {
  const { papers } = await findPapersOfStep(tx, actor, asked, at);
  const own = papers.find((paper) => seesDraft(actor, paper.shares, at));
  if (own) return own.id;
  const read = await tx.packReading.findMany({ where: { personId: actor.personId, documentId: { in: papers.map(({ id }) => id) } }, select: { documentId: true, postId: true } });
  const isUnread = (paper: DocumentFacts) => readsAs(actor, paper, at).some((post) => !read.some(({ documentId, postId }) => documentId === paper.id && postId === post.id));
  return (papers.find(isUnread) ?? papers[0]!).id;
}
