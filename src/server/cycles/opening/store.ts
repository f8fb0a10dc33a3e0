import type { Actor, Office } from '@/domain/model';
import type { NewCycle, OpeningFacts } from '@/domain/processes/open-cycle';
import { dayOrNull } from '../../days';
import type { Tx } from '../../db';
import { isUuid, NotFound } from '../../not-found';
import { processDefinition } from '../../process-definition/load';

export interface Opening {
  facts: OpeningFacts;
  templateId: string;
}

type Wanted = Pick<NewCycle, 'previousId' | 'peers'> & { templateId?: string };

/** Published, not withdrawn: what a region opens cycles from. */
export const opensCycles = (regionId: string) => ({ regionId, publishedAt: { not: null }, withdrawnAt: null });

/**
 * What the actor's region can open a cycle from: the process named, or the one in use; in a number of queries that does not grow.
 * Throws NotFound for a process, or a cycle before, of another region.
 */
export async function findOpening(tx: Tx, actor: Actor, { templateId, previousId, peers = [] }: Wanted): Promise<Opening> {
  const regionId = actor.as?.region.id;
  if (!regionId || (templateId && !isUuid(templateId))) throw new NotFound();
  const process = templateId ? await tx.processTemplate.findFirst({ where: { ...opensCycles(regionId), id: templateId }, select: { id: true } }) : await findProcessInUse(tx, regionId);
  if (!process) throw new NotFound();
  const cycles = await tx.cycle.findMany({ where: { regionId }, select: { id: true, name: true } });
  if (previousId && !cycles.some(({ id }) => id === previousId)) throw new NotFound();
  const groups = await tx.group.findMany({ where: { regionId, cycleId: null }, orderBy: { ordinal: 'asc' }, include: { members: { select: { authorityId: true } } } });
  const authorities = await tx.authority.findMany({ where: { regionId }, orderBy: { name: 'asc' } });
  const conflicts = await tx.authorityConflict.findMany({ where: { regionId, endedAt: null }, select: { authorityId: true, otherId: true, untilOn: true } });
  const named = peers.flatMap(({ postId }) => (postId && isUuid(postId) ? [postId] : []));
  const posts = named.length === 0 ? [] : await tx.post.findMany({ where: { id: { in: named }, regionId }, select: { id: true, authorityId: true, office: true } });
  return {
    templateId: process.id,
    facts: {
      regionId,
      template: await processDefinition(tx, process.id),
      cycleNames: cycles.map((cycle) => cycle.name),
      groups: groups.map(({ id, name, ordinal, members }) => ({ id, name, ordinal, authorityIds: members.map((member) => member.authorityId) })),
      authorities: authorities.map(({ id, shortName, startedOn, endedOn }) => ({ id, name: shortName, startedOn: dayOrNull(startedOn), endedOn: dayOrNull(endedOn) })),
      conflicts: conflicts.map(({ authorityId, otherId, untilOn }) => ({ authorityId, otherId, untilOn: dayOrNull(untilOn), endedOn: null })),
      posts: posts.map(({ id, authorityId, office }) => ({ id, authorityId, office: office as Office })),
    },
  };
}

/** The newest version of the process by which the region's latest cycle was opened; before the first cycle, the first that is shipped. */
async function findProcessInUse(tx: Tx, regionId: string): Promise<{ id: string } | null> {
  const latest = await tx.cycle.findFirst({ where: { regionId }, orderBy: [{ openedAt: 'desc' }, { id: 'desc' }], select: { template: { select: { key: true } } } });
  const inUse = latest && (await tx.processTemplate.findFirst({ where: { ...opensCycles(regionId), key: latest.template.key }, orderBy: { version: 'desc' }, select: { id: true } }));
  return inUse ?? tx.processTemplate.findFirst({ where: opensCycles(regionId), orderBy: [{ key: 'asc' }, { version: 'desc' }], select: { id: true } });
}
