import type { Accepted } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import type { Focus, PackFacts, PacksIssued, PlacementText, QuestionText, ReadingFacts, ReadingText, Source } from '@/domain/questions';
import { dateOf } from '../days';
import type { Tx } from '../db';
import { documentTemplate } from '@/domain/documents/template';
import { versionForSignature } from '@/domain/documents/state';
import { OVERALL } from '@/domain/journey-grid';
import { findDocument } from '../documents/find-document';
import { isUuid, NotFound } from '../not-found';
import { processDefinition } from '../process-definition/load';

/** The data group's reading of one authority; NotFound when the actor may not see it. */
export async function findReading(tx: Tx, actor: Actor, documentId: string, at: Date): Promise<ReadingFacts> {
  const document = await findDocument(tx, actor, documentId, at);
  if (document.kind !== 'questions') throw new NotFound();
  const set = await tx.questionSet.findUniqueOrThrow({
    where: { documentId },
    include: { questions: { where: { removedAt: null }, orderBy: { ordinal: 'asc' } }, placements: { where: { assessor: 'region' }, select: { enabler: true } } },
  });
  const enquiries = await tx.ofstedEnquiry.findMany({ where: { cycleAuthorityId: document.cycleAuthorityId! }, select: { id: true } });
  return {
    ...document,
    setId: set.id,
    headline: set.headline,
    summary: set.summary,
    focusEducation: set.focusEducation,
    focusSocialCare: set.focusSocialCare,
    version: set.version,
    questions: set.questions.map(({ id, ordinal, text, focus, source, enquiryId, version }) => ({ id, ordinal, text, focus: focus as Focus, source: source as Source, enquiryId, version })),
    enquiryIds: enquiries.map(({ id }) => id),
    placedEnablers: set.placements.map(({ enabler }) => enabler),
    hasGrid: (await findEnablers(tx, document)).length > 0,
  };
}

export async function saveReading(tx: Tx, reading: ReadingFacts, { change }: Accepted<ReadingText>): Promise<void> {
  await tx.questionSet.update({ where: { id: reading.setId, version: reading.version }, data: { ...change, version: { increment: 1 } } });
}

export async function saveNewQuestion(tx: Tx, reading: ReadingFacts, { change }: Accepted<QuestionText & { ordinal: number }>): Promise<void> {
  await tx.question.create({ data: { ...change, questionSetId: reading.setId } });
}

export async function saveQuestion(tx: Tx, questionId: string, { change }: Accepted<QuestionText>): Promise<void> {
  await tx.question.update({ where: { id: questionId }, data: { ...change, version: { increment: 1 } } });
}

export async function saveRemoval(tx: Tx, { change }: Accepted<{ questionId: string }>, at: Date): Promise<void> {
  await tx.question.update({ where: { id: change.questionId }, data: { removedAt: at } });
}

export async function savePlacements(tx: Tx, actor: Actor, { setId: questionSetId }: ReadingFacts, assessor: 'region' | 'agreed', { change }: Accepted<readonly PlacementText[]>, at: Date): Promise<void> {
  for (const { enabler, stage, half, rationale } of change) {
    const placed = { stage, half, rationale, placedAt: at, placedBy: actor.personId };
    await tx.placement.upsert({
      where: { questionSetId_enabler_assessor: { questionSetId, enabler, assessor } },
      create: { questionSetId, enabler, assessor, ...placed },
      update: placed,
    });
  }
}

/** How far the forum of the authority and its notes have come, for those who see the notes. */
export async function findForumOf(tx: Tx, actor: Actor, reading: ReadingFacts, at: Date): Promise<{ sessionEndedAt: Date | null; notesFinal: boolean }> {
  const session = await tx.forumSession.findUnique({ where: { cycleAuthorityId: reading.cycleAuthorityId! }, select: { endedAt: true, notesId: true } });
  if (!session?.endedAt) return { sessionEndedAt: null, notesFinal: false };
  return { sessionEndedAt: session.endedAt, notesFinal: versionForSignature(await findDocument(tx, actor, session.notesId, at)) !== null };
}

/** The lines of the journey grid on which the authority's self-view is written. */
export async function findEnablers(tx: Tx, { cycleId, authorityId }: Pick<ReadingFacts, 'cycleId' | 'authorityId'>): Promise<string[]> {
  const selfView = await tx.document.findFirst({ where: { cycleId, authorityId, kind: 'self-view' }, select: { template: { select: { definition: true } } } });
  const grid = selfView?.template && documentTemplate.parse(selfView.template.definition).journey;
  return grid ? [...grid.enablers.map(({ key }) => key), OVERALL] : [];
}

/** Headline, questions and focus as the text of the document's sections, so that what was agreed is frozen and hashed. */
export async function saveReadingText(tx: Tx, actor: Actor, reading: ReadingFacts, at: Date): Promise<void> {
  const focus = [reading.focusEducation ? 'education' : '', reading.focusSocialCare ? 'social care' : ''].filter(Boolean).join(' and ');
  const sections = [
    { key: 'headline', title: 'Headline', text: `${reading.headline}\n\nSuggested focus: ${focus}.` },
    { key: 'questions', title: 'Questions', text: reading.questions.map((question, index) => `${index + 1}. ${question.text}`).join('\n') },
    { key: 'summary', title: 'What the data group saw', text: reading.summary },
  ];
  for (const [index, { key, title, text }] of sections.entries()) {
    const saved = { title, content: { text }, savedAt: at, savedBy: actor.personId };
    await tx.section.upsert({
      where: { documentId_key: { documentId: reading.id, key } },
      create: { documentId: reading.id, key, ordinal: index + 1, ...saved },
      update: { ...saved, version: { increment: 1 } },
    });
  }
}

/** Every pack of a cycle as the issuing rule wants it; NotFound when the cycle is not of the actor's region, or has no questions. */
export async function findPacks(tx: Tx, actor: Actor, cycleId: string): Promise<{ regionId: string; cycleId: string; issuedAt: Date | null; packs: PackFacts[] }> {
  if (!isUuid(cycleId)) throw new NotFound();
  const cycle = await tx.cycle.findFirst({
    where: { id: cycleId, regionId: { in: actor.posts.filter((post) => !post.authority && !post.group).map((post) => post.region.id) } },
    include: {
      authorities: { include: { authority: { select: { shortName: true } } } },
      documents: { where: { kind: { in: ['questions', 'self-view'] } }, include: { acts: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } } },
      waivers: true,
    },
  });
  if (!cycle) throw new NotFound();
  const process = await processDefinition(tx, cycle.templateId);
  const steps = process.steps.filter(({ document, doneWhen }) => document === 'questions' && (doneWhen === 'agreed' || doneWhen === 'issued')).map(({ key }) => key);
  if (steps.length === 0) throw new NotFound();
  const packs = cycle.authorities.map((place): PackFacts => {
    const questions = cycle.documents.find((doc) => doc.kind === 'questions' && doc.authorityId === place.authorityId);
    const selfView = cycle.documents.find((doc) => doc.kind === 'self-view' && doc.authorityId === place.authorityId);
    const last = questions?.acts.findLast((act) => ['agreed', 'reopened', 'issued'].includes(act.kind));
    return {
      documentId: questions?.id ?? '',
      cycleAuthorityId: place.id,
      authorityId: place.authorityId,
      authority: place.authority.shortName,
      groupId: place.groupId,
      agreed: last?.kind === 'agreed' || last?.kind === 'issued',
      waived: place.withdrawnAt !== null || cycle.waivers.some((waiver) => steps.includes(waiver.stepKey) && waiver.scope === `authority:${place.authorityId}`),
      agreedVersionId: last?.versionId ?? null,
      selfViewId: selfView?.id ?? null,
      selfViewAccepted: selfView?.acts.findLast((act) => ['submitted', 'accepted', 'returned'].includes(act.kind))?.kind === 'accepted',
    };
  });
  return { regionId: cycle.regionId, cycleId, issuedAt: cycle.packsIssuedAt, packs };
}

/** One moment for all: the acts, the shares and the cycle's instant are written together. */
export async function saveIssue(tx: Tx, actor: Actor, cycleId: string, { change }: Accepted<PacksIssued>, at: Date): Promise<void> {
  await tx.cycle.update({ where: { id: cycleId, packsIssuedAt: null }, data: { packsIssuedAt: at } });
  await tx.documentAct.createMany({
    data: change.issued.map(({ documentId, versionId }) => ({ documentId, versionId, kind: 'issued', at, personId: actor.personId, postId: actor.as!.id })),
  });
  await tx.share.createMany({ data: change.issued.flatMap(({ shares }) => shares.map((share) => ({ ...share, sinceAt: at }))), skipDuplicates: true });
}

export async function saveReceipt(tx: Tx, actor: Actor, documentId: string, at: Date): Promise<void> {
  const receipt = { documentId, personId: actor.personId, postId: actor.as!.id };
  await tx.packReading.createMany({ data: [{ ...receipt, readAt: at }], skipDuplicates: true });
}

/** An authority's place in a cycle of the actor's region. */
export async function findPlace(tx: Tx, actor: Actor, cycleId: string, authorityId: string) {
  if (!isUuid(cycleId) || !isUuid(authorityId)) throw new NotFound();
  const place = await tx.cycleAuthority.findFirst({
    where: { cycleId, authorityId, cycle: { regionId: { in: actor.posts.map((post) => post.region.id) } } },
    include: { cycle: { select: { regionId: true, packsIssuedAt: true } } },
  });
  if (!place) throw new NotFound();
  return place;
}

export async function saveEnquiry(tx: Tx, actor: Actor, cycleAuthorityId: string, text: string, receivedOn: string): Promise<void> {
  await tx.ofstedEnquiry.create({ data: { cycleAuthorityId, text, receivedOn: dateOf(receivedOn), recordedBy: actor.personId } });
}
