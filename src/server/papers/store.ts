import type { Accepted } from '@/domain/decision';
import { nameOf, type DocumentFacts } from '@/domain/documents/facts';
import type { Actor } from '@/domain/model';
import { missingInPaper } from '@/domain/papers/missing';
import { keepsOnly } from '@/domain/papers/stages';
import type { Tx } from '../db';
import { figuresAstray } from '../documents/figures/store';
import { findDocument } from '../documents/find-document';
import { findSections, findTemplate } from '../documents/store';
import { NotFound } from '../not-found';
import { visibleDocuments } from '../visible';

/** A paper of a process with which the actor may do something: they see its draft, or what was handed on to them. */
export async function findPaper(tx: Tx, actor: Actor, paperId: string, at: Date): Promise<DocumentFacts> {
  const paper = await findDocument(tx, actor, paperId, at);
  if (paper.kind !== 'paper' || keepsOnly(actor, paper, at)) throw new NotFound();
  return paper;
}

/** What keeps it from being handed over. */
export async function missingIn(tx: Tx, paperId: string): Promise<string[]> {
  const [sections, template] = await Promise.all([findSections(tx, paperId), findTemplate(tx, paperId)]);
  return [...missingInPaper(sections, template?.sections ?? []), ...(await figuresAstray(tx, paperId, sections))];
}

/** The papers of one kind where this one stands (each moderator's, of one authority) that the actor may see. */
export async function findPapersBeside(tx: Tx, actor: Actor, doc: DocumentFacts, at: Date): Promise<DocumentFacts[]> {
  const where = { cycleId: doc.cycleId, kind: 'paper', authorityId: doc.authorityId, slot: { startsWith: `${doc.paper?.key ?? nameOf(doc)}:` } };
  const rows = await tx.document.findMany({ where: { AND: [where, visibleDocuments(actor, at)] }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true } });
  return Promise.all(rows.map(({ id }) => (id === doc.id ? doc : findDocument(tx, actor, id, at))));
}

/** The papers by whose they are, in the order of the names. */
export async function byPeer(tx: Tx, papers: readonly DocumentFacts[]): Promise<{ paper: DocumentFacts; by: string }[]> {
  const peers = await tx.cyclePeer.findMany({ where: { id: { in: papers.flatMap(({ peerId }) => peerId ?? []) } }, select: { id: true, authority: { select: { shortName: true } } } });
  return papers.map((paper) => ({ paper, by: peers.find(({ id }) => id === paper.peerId)?.authority.shortName ?? '' })).sort((a, b) => a.by.localeCompare(b.by, 'en-GB'));
}

/** In the post in which the actor acts. */
export async function hasRead(tx: Tx, { personId, as }: Actor, documentId: string): Promise<boolean> {
  return as !== null && (await tx.packReading.count({ where: { documentId, personId, postId: as.id } })) > 0;
}

export async function saveReading(tx: Tx, actor: Actor, documentId: string, _decision: Accepted<object>, at: Date): Promise<void> {
  await tx.packReading.create({ data: { documentId, personId: actor.personId, postId: actor.as!.id, readAt: at } });
}
