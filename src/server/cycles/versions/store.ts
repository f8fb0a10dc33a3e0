import type { Accepted } from '@/domain/decision';
import type { ActKind } from '@/domain/documents/facts';
import { firstSections } from '@/domain/documents/template';
import type { Actor } from '@/domain/model';
import { paperState } from '@/domain/papers/stages';
import { isSame } from '@/domain/processes/compose/what-changed';
import type { CycleOfVersion, MovedToVersion, ProcessVersion } from '@/domain/processes/move-to-version';
import { paperKeyOf } from '@/domain/processes/paper-terms';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { dateOf } from '../../days';
import type { Tx } from '../../db';
import type { NewDocument } from '../../documents/create-document';
import { createFirstDocuments, findFormats, firstDocuments, firstPapersOfRegion, kindsAskedFor } from '../../documents/first-documents';
import { papersOfGroup, papersOfPeer, papersOfPlace, papersOfRegion } from '../../documents/process-papers';
import { isUuid, NotFound } from '../../not-found';
import { processDefinition } from '../../process-definition/load';
import { findSteps } from '../find-step';
import { findCycleSchedule } from '../store';

/** A cycle of the actor's region with its steps and the version by which it runs; throws NotFound when it is of another region. */
export async function findCycleOfVersion(tx: Tx, actor: Actor, cycleId: string, at: Date): Promise<CycleOfVersion> {
  const schedule = await findCycleSchedule(tx, actor, cycleId);
  const { facts, steps } = await findSteps(tx, actor, cycleId, at);
  const { template } = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { template: { select: { id: true, key: true, version: true, publishedAt: true, withdrawnAt: true } } } });
  return { schedule, facts, steps, from: template };
}

export async function findNewerVersions(tx: Tx, regionId: string, { key, version }: Pick<ProcessVersion, 'key' | 'version'>): Promise<{ id: string; version: number }[]> {
  return tx.processTemplate.findMany({ where: { regionId, key, version: { gt: version }, publishedAt: { not: null }, withdrawnAt: null }, orderBy: { version: 'desc' }, select: { id: true, version: true } });
}

/** A published version of a process of that region. */
export async function findVersion(tx: Tx, regionId: string, id: string): Promise<ProcessVersion> {
  const row = isUuid(id) ? await tx.processTemplate.findFirst({ where: { id, regionId, publishedAt: { not: null } }, select: { id: true, key: true, version: true, publishedAt: true, withdrawnAt: true } }) : null;
  if (!row) throw new NotFound();
  return { ...row, definition: await processDefinition(tx, id) };
}

interface Moving {
  cycle: CycleOfVersion;
  to: ProcessVersion;
}

/** The cycle by its new version, with the documents that it asks for. What was begun stays as it is, with the sections that are new. Gives what is out for signature at once. */
export async function saveVersionMove(tx: Tx, actor: Actor, { cycle, to }: Moving, { change }: Accepted<MovedToVersion>, at: Date): Promise<(NewDocument & { id: string })[]> {
  const cycleId = cycle.schedule.id;
  await tx.cycle.update({ where: { id: cycleId, templateId: change.fromId }, data: { templateId: change.toId, startsOn: dateOf(change.startsOn), endsOn: dateOf(change.endsOn) } });
  await tx.cycleTemplateMove.create({ data: { cycleId, fromId: change.fromId, toId: change.toId, reason: change.reason, movedAt: at, movedBy: actor.personId } });
  await clearUnwritten(tx, cycleId, cycle.schedule.template, to.definition);
  await addSections(tx, cycleId, to.definition, at);
  return makeMissing(tx, actor, { cycle, to }, at);
}

/** Papers that nobody has begun and that the new version has in another form, or not at all: nothing is in them. */
async function clearUnwritten(tx: Tx, cycleId: string, from: ProcessTemplateDefinition, to: ProcessTemplateDefinition): Promise<void> {
  const changed = new Set(from.papers.filter((paper) => !isSame(paper, to.papers.find(({ key }) => key === paper.key))).map(({ key }) => key));
  const papers = await tx.document.findMany({
    where: { cycleId, kind: 'paper', acts: { none: {} }, versions: { none: {} }, comments: { none: {} }, files: { none: {} }, sections: { every: { version: 1, revisions: { none: {} }, assignments: { none: {} } } }, events: { none: {} } },
    select: { id: true, slot: true },
  });
  const read = new Set((await tx.packReading.findMany({ where: { documentId: { in: papers.map(({ id }) => id) } }, select: { documentId: true } })).map(({ documentId }) => documentId));
  const ids = papers.filter(({ id, slot }) => changed.has(paperKeyOf(slot)) && !read.has(id)).map(({ id }) => id);
  await tx.section.deleteMany({ where: { documentId: { in: ids } } });
  await tx.share.deleteMany({ where: { documentId: { in: ids } } });
  await tx.document.deleteMany({ where: { id: { in: ids } } });
}

/** A paper that is being written, for the first time or again, gets the sections that its new form has more, at its end; one that was handed over stays as it was. */
async function addSections(tx: Tx, cycleId: string, { papers }: ProcessTemplateDefinition, at: Date): Promise<void> {
  const all = await tx.document.findMany({ where: { cycleId, kind: 'paper' }, select: { id: true, slot: true, sections: { select: { key: true, ordinal: true } }, acts: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { kind: true } } } });
  const open = all.filter(({ acts }) => paperState({ acts: acts.map(({ kind }) => ({ kind: kind as ActKind })) }) === 'writing');
  await tx.section.createMany({
    data: open.flatMap(({ id, slot, sections }) => {
      const paper = papers.find(({ key }) => key === paperKeyOf(slot));
      const last = Math.max(0, ...sections.map(({ ordinal }) => ordinal));
      const missing = paper ? firstSections(paper).filter(({ key }) => !sections.some((section) => section.key === key)) : [];
      return missing.map(({ key, title, content }, index) => ({ documentId: id, key, title, ordinal: last + index + 1, content: JSON.parse(JSON.stringify(content)), savedAt: at }));
    }),
  });
}

async function makeMissing(tx: Tx, actor: Actor, { cycle: { schedule, facts }, to }: Moving, at: Date): Promise<(NewDocument & { id: string })[]> {
  const { id: cycleId, regionId } = schedule;
  const places = facts.places.filter(({ withdrawn }) => !withdrawn);
  const whole = { regionId, cycleId, definition: to.definition };
  const asked = { regionId, cycleId, kinds: kindsAskedFor(to.definition), words: to.definition.words, formats: await findFormats(tx, regionId, to.definition) };
  const wanted = [
    ...firstDocuments({ ...asked, authorityIds: places.map(({ authorityId }) => authorityId), openedBy: { personId: actor.personId, postId: actor.as!.id } }),
    ...firstPapersOfRegion(asked),
    ...places.flatMap((place) => papersOfPlace(whole, place)),
    ...places.flatMap((place) => (place.peers ?? []).flatMap((peer) => papersOfPeer(whole, place, peer))),
    ...[...new Set(places.map(({ groupId }) => groupId))].flatMap((groupId) => papersOfGroup(whole, groupId, 'group')),
    ...(facts.taskGroups ?? []).flatMap(({ id }) => papersOfGroup(whole, id, 'task-group')),
    ...papersOfRegion(whole),
  ];
  const there = new Set((await tx.document.findMany({ where: { cycleId }, select: { kind: true, authorityId: true, slot: true } })).map(placeOf));
  const missing = wanted.filter((document) => !there.has(placeOf(document)));
  const ids = await createFirstDocuments(tx, missing, at);
  return missing.flatMap((document, index) => (document.putForSignatureBy ? [{ ...document, id: ids[index]! }] : []));
}

const placeOf = ({ kind, authorityId, slot }: { kind: string; authorityId: string | null; slot?: string }) => `${kind}|${authorityId ?? ''}|${slot ?? ''}`;
