import type { Accepted } from '@/domain/decision';
import { regionsFollowed, type Actor } from '@/domain/model';
import { maySeeGroup, type ChangedGroup, type SetUpGroup, type TaskGroup, type TaskGroupsFacts } from '@/domain/task-groups/task-groups';
import { dateOf, today } from '../days';
import type { Tx } from '../db';
import { createDocuments } from '../documents/create-documents';
import { keepPapersOfLeavers } from '../documents/kept/store';
import { papersOfGroup } from '../documents/process-papers';
import { isUuid, NotFound } from '../not-found';
import { processDefinition } from '../process-definition/load';

/** The task and finish groups of a cycle of the actor's region: those that they may look at. */
export async function findTaskGroups(tx: Tx, actor: Actor, cycleId: string, at: Date): Promise<TaskGroupsFacts> {
  const cycle = isUuid(cycleId) ? await tx.cycle.findFirst({ where: { id: cycleId, regionId: { in: regionsFollowed(actor) } } }) : null;
  if (!cycle) throw new NotFound();
  const { regionId } = cycle;
  const day = dateOf(today(at));
  const definition = await processDefinition(tx, cycle.templateId);
  const authorities = await tx.authority.findMany({ where: { regionId, AND: [{ OR: [{ endedOn: null }, { endedOn: { gte: day } }] }, { OR: [{ startedOn: null }, { startedOn: { lte: day } }] }] }, select: { id: true, shortName: true }, orderBy: { shortName: 'asc' } });
  const rows = await tx.group.findMany({ where: { cycleId, kind: 'task' }, include: { members: { select: { authorityId: true } } }, orderBy: { ordinal: 'asc' } });
  const groups = rows.map(({ id, name, purpose, leadAuthorityId, adLeadAuthorityId, members, endedAt }): TaskGroup => ({ id, name, purpose, linkId: leadAuthorityId, adLeadId: adLeadAuthorityId, memberIds: members.map(({ authorityId }) => authorityId), endedOn: endedAt ? today(endedAt) : null }));
  return {
    cycle: { id: cycle.id, regionId, name: cycle.name, closedOn: cycle.closedAt ? today(cycle.closedAt) : null },
    definition,
    authorities: authorities.map(({ id, shortName }) => ({ id, name: shortName })),
    groups: groups.filter((group) => maySeeGroup(actor, regionId, group)),
  };
}

export function groupOf({ groups }: TaskGroupsFacts, id: string): TaskGroup {
  const group = groups.find((one) => one.id === id);
  if (!group) throw new NotFound();
  return group;
}

/** With the papers that the process asks of each group. */
export async function saveGroup(tx: Tx, { cycle, definition }: TaskGroupsFacts, { change }: Accepted<SetUpGroup>, at: Date): Promise<void> {
  const { id, name, purpose, linkId, adLeadId, memberIds, ordinal } = change;
  await tx.group.create({ data: { id, regionId: cycle.regionId, cycleId: cycle.id, kind: 'task', name, purpose, ordinal, leadAuthorityId: linkId, adLeadAuthorityId: adLeadId } });
  await tx.groupMember.createMany({ data: memberIds.map((authorityId) => ({ groupId: id, authorityId })) });
  const papers = papersOfGroup({ regionId: cycle.regionId, cycleId: cycle.id, definition }, id, 'task-group');
  if (papers.length > 0) await createDocuments(tx, papers, at);
}

export async function saveChange(tx: Tx, { change }: Accepted<ChangedGroup>, at: Date): Promise<void> {
  const { id, name, purpose, linkId, adLeadId, memberIds } = change;
  await keepPapersOfLeavers(tx, { groupId: id, staying: [...memberIds, linkId] }, at);
  await tx.group.update({ where: { id }, data: { name, purpose, leadAuthorityId: linkId, adLeadAuthorityId: adLeadId } });
  await tx.groupMember.deleteMany({ where: { groupId: id, authorityId: { notIn: [...memberIds] } } });
  await tx.groupMember.createMany({ data: memberIds.map((authorityId) => ({ groupId: id, authorityId })), skipDuplicates: true });
}

export async function saveEnd(tx: Tx, { change }: Accepted<{ id: string }>, at: Date): Promise<void> {
  await tx.group.update({ where: { id: change.id }, data: { endedAt: at } });
}
