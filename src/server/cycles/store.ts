import type { Accepted } from '@/domain/decision';
import { documentTemplate } from '@/domain/documents/template';
import type { Actor } from '@/domain/model';
import type { OpenedCycle, OpeningFacts } from '@/domain/processes/open-cycle';
import { processTemplate } from '@/domain/processes/template';
import { dateOf, dayOrNull } from '../days';
import type { Tx } from '../db';
import { createDocuments } from '../documents/create-documents';
import { NotFound } from '../not-found';
import { firstDocuments, type Formats } from './first-documents';

export interface Opening {
  facts: OpeningFacts;
  templateId: string;
}

/** What the actor's region can open a cycle from: a process of its own (the newest unless one is named). */
export async function findOpening(tx: Tx, actor: Actor, templateId?: string): Promise<Opening> {
  const regionId = actor.as?.region.id;
  if (!regionId) throw new NotFound();
  const process = await tx.processTemplate.findFirst({ where: { regionId, ...(templateId ? { id: templateId } : {}) }, orderBy: [{ version: 'desc' }, { key: 'asc' }] });
  if (!process) throw new NotFound();
  const cycles = await tx.cycle.findMany({ where: { regionId }, select: { name: true } });
  const groups = await tx.group.findMany({ where: { regionId }, orderBy: { ordinal: 'asc' }, include: { members: { select: { authorityId: true } } } });
  const authorities = await tx.authority.findMany({ where: { regionId }, orderBy: { name: 'asc' } });
  return {
    templateId: process.id,
    facts: {
      regionId,
      template: processTemplate.parse(process.definition),
      cycleNames: cycles.map((cycle) => cycle.name),
      groups: groups.map(({ id, name, members }) => ({ id, name, authorityIds: members.map((member) => member.authorityId) })),
      authorities: authorities.map(({ id, shortName, startedOn, endedOn }) => ({ id, name: shortName, startedOn: dayOrNull(startedOn), endedOn: dayOrNull(endedOn) })),
    },
  };
}

export async function saveCycle(tx: Tx, actor: Actor, { facts, templateId }: Opening, { change: cycle }: Accepted<OpenedCycle>, at: Date): Promise<void> {
  const { regionId } = facts;
  await tx.cycle.create({
    data: {
      id: cycle.id,
      regionId,
      templateId,
      name: cycle.name,
      anchorOn: dateOf(cycle.anchorOn),
      startsOn: dateOf(cycle.startsOn),
      endsOn: dateOf(cycle.endsOn),
      openedAt: at,
    },
  });
  await tx.cycleAuthority.createMany({
    data: cycle.places.map(({ authorityId, groupId, wave, leadChallengerAuthorityId }) => ({ cycleId: cycle.id, authorityId, groupId, wave, leadChallengerAuthorityId })),
  });
  const documents = firstDocuments({
    regionId,
    cycleId: cycle.id,
    authorityIds: cycle.places.map((place) => place.authorityId),
    formats: await findFormats(tx, regionId),
    openedBy: { personId: actor.personId, postId: actor.as!.id },
  });
  const ids = await createDocuments(tx, documents, at);
  await tx.questionSet.createMany({ data: ids.filter((_, index) => documents[index]!.kind === 'questions').map((documentId) => ({ documentId })) });
}

async function findFormats(tx: Tx, regionId: string): Promise<Formats> {
  const rows = await tx.documentTemplate.findMany({ where: { regionId }, orderBy: { version: 'asc' } });
  return new Map(rows.map(({ id, kind, definition }) => [kind, { id, definition: documentTemplate.parse(definition) }]));
}
