import type { Accepted } from '@/domain/decision';
import { sharedVersion } from '@/domain/documents/state';
import type { Act, ActKind, DocumentFacts, SectionFact, SectionText, VersionFact } from '@/domain/documents/facts';
import { documentTemplate, type DocumentTemplateDefinition } from '@/domain/documents/template';
import { postName, sideOf, type Actor, type Office } from '@/domain/model';
import type { Carried, EarlierView } from '@/domain/self-views/carry-forward';
import { cyclesBefore } from '@/domain/self-views/earlier-cycles';
import type { GivenPost, SectionGift } from '@/domain/self-views/give-section';
import type { CommentFact, NewComment, Settlement } from '@/domain/self-views/review';
import { standing } from '@/domain/self-views/standing';
import { audience } from '@/domain/visibility';
import { dateOf, dayOf } from '../days';
import type { Tx } from '../db';
import { findDocument } from '../documents/find-document';
import { findPredecessors } from '../documents/predecessors';
import { isUuid, NotFound } from '../not-found';

/** A self-view that the actor may see; any other kind of document is not here. */
export async function findSelfView(tx: Tx, actor: Actor, documentId: string, at: Date): Promise<DocumentFacts & { authorityId: string }> {
  const doc = await findDocument(tx, actor, documentId, at);
  if (doc.kind !== 'self-view' || !doc.authorityId) throw new NotFound();
  return { ...doc, authorityId: doc.authorityId };
}

export function sectionOf(doc: DocumentFacts, key: string): SectionFact {
  const section = doc.sections.find((one) => one.key === key);
  if (!section) throw new NotFound();
  return section;
}

export async function findPost(tx: Tx, postId: string): Promise<GivenPost> {
  if (!isUuid(postId)) throw new NotFound();
  const post = await tx.post.findUnique({ where: { id: postId }, include: { region: true, group: true, authority: true } });
  if (!post) throw new NotFound();
  const { office, remit, region, group } = post;
  const authority = post.authority && { ...post.authority, name: post.authority.shortName };
  const side = sideOf(office as Office, authority);
  return { id: post.id, authorityId: side.authority?.id ?? null, name: postName({ office: office as Office, remit, acting: false, region, group, ...side }) };
}

export async function saveGift(tx: Tx, actor: Actor, section: SectionFact, { change }: Accepted<SectionGift>, at: Date): Promise<void> {
  const given = { dueOn: change.dueOn ? dateOf(change.dueOn) : null, assignedAt: at, assignedBy: actor.personId };
  await tx.sectionAssignment.upsert({
    where: { sectionId_postId: { sectionId: section.id, postId: change.postId } },
    create: { sectionId: section.id, postId: change.postId, ...given },
    update: given,
  });
}

export async function saveTakenBack(tx: Tx, section: SectionFact, { change }: Accepted<{ postId: string }>): Promise<void> {
  await tx.sectionAssignment.deleteMany({ where: { sectionId: section.id, postId: change.postId } });
}

export async function saveReadiness(tx: Tx, actor: Actor, sectionId: string, { change }: Accepted<{ ready: boolean }>, at: Date): Promise<void> {
  await tx.section.update({ where: { id: sectionId }, data: change.ready ? { readyAt: at, readyBy: actor.personId } : { readyAt: null, readyBy: null } });
}

export async function saveComment(tx: Tx, actor: Actor, doc: DocumentFacts, { change }: Accepted<NewComment>, at: Date): Promise<void> {
  await tx.comment.create({ data: { documentId: doc.id, ...change, at, personId: actor.personId, postId: actor.as!.id } });
}

/** A comment of the own side. */
export async function findComment(tx: Tx, doc: DocumentFacts & { authorityId: string }, commentId: string): Promise<CommentFact> {
  if (!isUuid(commentId)) throw new NotFound();
  const comment = await tx.comment.findFirst({ where: { id: commentId, documentId: doc.id, audience: audience.authority(doc.authorityId) }, select: { id: true, sectionKey: true, settledAt: true } });
  if (!comment) throw new NotFound();
  return comment;
}

export async function saveSettlement(tx: Tx, actor: Actor, { change }: Accepted<Settlement>, at: Date): Promise<void> {
  await tx.comment.update({ where: { id: change.commentId }, data: { settledAt: at, settledBy: actor.personId, settledAs: change.as, answer: change.answer } });
}

/** The cycles before one in which the authority has such a document, newest first, as they follow one another. */
async function findCyclesBefore(tx: Tx, documents: { kind: 'self-view' | 'action-plan'; authorityId: string }, cycleId: string): Promise<string[]> {
  const rows = await tx.cycle.findMany({
    where: { OR: [{ id: cycleId }, { documents: { some: documents } }] },
    select: { id: true, previousId: true, anchorOn: true, template: { select: { key: true } } },
  });
  const cycles = rows.map(({ id, previousId, anchorOn, template }) => ({ id, previousId, processKey: template.key, anchorOn: dayOf(anchorOn) }));
  const here = cycles.find(({ id }) => id === cycleId)!;
  return cyclesBefore(here, cycles.filter(({ id }) => id !== cycleId)).map(({ id }) => id);
}

/**
 * The self-views of the authority in the cycles before, newest first, as they were submitted (or as they stand, if they never were); and
 * those that the one it took over from has submitted, up to the cycle in which it did.
 */
export async function findEarlierViews(tx: Tx, doc: { authorityId: string | null; cycleId: string }, most = 2): Promise<EarlierView[]> {
  if (!doc.authorityId) return [];
  const before = (await findCyclesBefore(tx, { kind: 'self-view', authorityId: doc.authorityId }, doc.cycleId)).slice(0, most);
  const predecessors = await findPredecessors(tx, doc.authorityId);
  const { anchorOn } = await tx.cycle.findUniqueOrThrow({ where: { id: doc.cycleId }, select: { anchorOn: true } });
  const found = await tx.document.findMany({
    where: {
      kind: 'self-view',
      OR: [
        { authorityId: doc.authorityId, cycleId: { in: before } },
        { authorityId: { in: predecessors.map(({ id }) => id) }, cycle: { anchorOn: { lte: anchorOn } }, acts: { some: { kind: { in: ['submitted', 'accepted'] } } } },
      ],
    },
    orderBy: [{ cycle: { anchorOn: 'desc' } }, { createdAt: 'desc' }],
    select: {
      cycleId: true,
      authorityId: true,
      cycle: { select: { name: true } },
      templateId: true,
      acts: { where: { kind: { in: ['submitted', 'accepted'] } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      versions: { orderBy: { number: 'asc' }, select: { id: true, number: true, contentHash: true, createdAt: true } },
      sections: { orderBy: { ordinal: 'asc' }, select: { key: true, title: true, content: true } },
    },
  });
  const own = before.flatMap((cycleId) => found.filter((row) => row.cycleId === cycleId && row.authorityId === doc.authorityId));
  const rows = [...own, ...found.filter((row) => row.authorityId !== doc.authorityId)].slice(0, most);
  const submitted = rows.map((row) => submittedVersion(row.acts, row.versions)?.id).filter((id) => id !== undefined);
  const texts = submitted.length === 0 ? [] : await tx.documentVersion.findMany({ where: { id: { in: submitted } }, select: { id: true, content: true } });
  const templates = new Map<string, DocumentTemplateDefinition>();
  for (const { templateId } of rows) if (templateId) templates.set(templateId, await findTemplateById(tx, templateId));
  return rows.map((row) => {
    const version = submittedVersion(row.acts, row.versions);
    const text = texts.find(({ id }) => id === version?.id)?.content ?? row.sections;
    const predecessor = predecessors.find(({ id }) => id === row.authorityId);
    return { cycle: predecessor ? `${row.cycle.name}, ${predecessor.name}` : row.cycle.name, template: row.templateId ? templates.get(row.templateId)! : null, sections: text as unknown as SectionText[] };
  });
}

const held = new Map<string, DocumentTemplateDefinition>();

/** A version of a template never changes once a document uses it, so it is read and parsed once. */
export async function findTemplateById(tx: Tx, templateId: string): Promise<DocumentTemplateDefinition> {
  const known = held.get(templateId);
  if (known) return known;
  const row = await tx.documentTemplate.findUniqueOrThrow({ where: { id: templateId }, select: { definition: true } });
  const template = documentTemplate.parse(row.definition);
  held.set(templateId, template);
  return template;
}

function submittedVersion(acts: readonly (Omit<Act, 'kind'> & { kind: string })[], versions: readonly VersionFact[]): VersionFact | null {
  return sharedVersion({ acts: acts.map((act) => ({ ...act, kind: act.kind as ActKind })), versions });
}

/** What a section takes from the cycles before and from this year's figures. */
export async function findCarried(tx: Tx, doc: { authorityId: string | null; cycleId: string }): Promise<Carried> {
  const [earlier, openActions, exceptions] = [await findEarlierViews(tx, doc), await findOpenActions(tx, doc), await findExceptions(tx, doc)];
  return { earlier, openActions, exceptions };
}

/** Actions of the cycle before that are still open; of one that took over from another, those that came along. */
export async function findOpenActions(tx: Tx, { authorityId, cycleId }: { authorityId: string | null; cycleId: string }): Promise<Carried['openActions']> {
  if (!authorityId) return [];
  const [last] = await findCyclesBefore(tx, { kind: 'action-plan', authorityId }, cycleId);
  const select = { cycle: { select: { name: true } }, actions: { where: { closedAt: null, stoppedAt: null }, orderBy: { ordinal: 'asc' as const }, select: { id: true, action: true } } };
  const before = last ? await tx.cycleAuthority.findUnique({ where: { cycleId_authorityId: { cycleId: last, authorityId } }, select }) : null;
  if (before) return before.actions.map(({ id, action }) => ({ id, cycle: before.cycle.name, text: action }));
  const cycle = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { name: true } });
  const cameAlong = await tx.action.findMany({ where: { cycleAuthority: { cycleId, authorityId, predecessorId: { not: null } }, carriedFromId: { not: null }, closedAt: null, stoppedAt: null }, orderBy: { ordinal: 'asc' }, select: { id: true, action: true } });
  return cameAlong.map(({ id, action }) => ({ id, cycle: cycle.name, text: action }));
}

/** The authority's figures that stand in the best or weakest fifth of the region this year. */
async function findExceptions(tx: Tx, { authorityId, cycleId }: { authorityId: string | null; cycleId: string }): Promise<Carried['exceptions']> {
  const figures = await tx.figure.findMany({
    where: { cycleId, value: { not: null }, indicator: { polarity: { in: ['higher', 'lower'] } } },
    select: { authorityId: true, value: true, indicator: { select: { key: true, name: true, unit: true, polarity: true } } },
  });
  const own = figures.filter((figure) => figure.authorityId === authorityId);
  return own.flatMap(({ value, indicator }) => {
    const all = figures.filter((figure) => figure.indicator.key === indicator.key).map((figure) => Number(figure.value));
    const found = standing(Number(value), all, indicator.polarity as 'higher' | 'lower');
    return found ? [{ id: indicator.key, name: indicator.name, figure: `${Number(value)}${indicator.unit === '%' ? '%' : ` ${indicator.unit}`}`, standing: found }] : [];
  });
}
