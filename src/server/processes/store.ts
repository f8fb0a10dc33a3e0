import type { Accepted } from '@/domain/decision';
import { followsRegion, type Actor } from '@/domain/model';
import { permits } from '@/domain/permissions';
import type { ProcessChanged, ProcessFacts } from '@/domain/processes/compose/change-process';
import type { DraftStarted, Family, Published } from '@/domain/processes/compose/drafts';
import { processTemplate, type ProcessTemplateDefinition } from '@/domain/processes/template';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';
import { processDefinition } from '../process-definition/load';

/** The regions whose processes the actor may read, as their cycles. */
export const regionsOf = (actor: Actor): string[] => [...new Set(actor.posts.filter(followsRegion).map((post) => post.region.id))];

/** The regions in which the actor composes processes, in whichever of their posts. */
export function composedBy(actor: Actor): string[] {
  return regionsOf(actor).filter((regionId) => actor.posts.some((post) => permits('process.compose', post, { regionId })));
}

/** A version of a process that the actor may read: published ones of their regions, and drafts where they compose; throws NotFound otherwise. */
export async function findProcess(tx: Tx, actor: Actor, id: string): Promise<ProcessFacts & { changedAt: Date }> {
  const row = isUuid(id) ? await tx.processTemplate.findFirst({ where: { id, ...readableBy(actor) } }) : null;
  if (!row) throw new NotFound();
  const { regionId, key, version, origin, saves, publishedAt, withdrawnAt, changedAt } = row;
  return { id, regionId, key, version, origin, saves, publishedAt, withdrawnAt, changedAt, definition: publishedAt ? await processDefinition(tx, id) : processTemplate.parse(row.definition) };
}

export function readableBy(actor: Actor) {
  return { OR: [{ regionId: { in: regionsOf(actor) }, publishedAt: { not: null } }, { regionId: { in: composedBy(actor) } }] };
}

/** Every process of a region with its versions, oldest first; the title is the newest version's. */
export async function findFamilies(tx: Tx, regionId: string): Promise<Family[]> {
  const rows = await tx.processTemplate.findMany({ where: { regionId }, orderBy: [{ key: 'asc' }, { version: 'asc' }], select: { id: true, key: true, version: true, name: true, publishedAt: true, withdrawnAt: true } });
  const families = new Map<string, Family>();
  for (const { name, key, ...version } of rows) families.set(key, { key, title: name, versions: [...(families.get(key)?.versions ?? []), version] });
  return [...families.values()];
}

/** The published version before this one, if there is one. */
export async function findPrevious(tx: Tx, { regionId, key, version }: Pick<ProcessFacts, 'regionId' | 'key' | 'version'>): Promise<ProcessFacts | null> {
  const row = await tx.processTemplate.findFirst({ where: { regionId, key, version: { lt: version }, publishedAt: { not: null } }, orderBy: { version: 'desc' } });
  return row && { ...row, definition: await processDefinition(tx, row.id) };
}

/** Gives the id of the draft. */
export async function saveDraft(tx: Tx, actor: Actor, regionId: string, { change: { key, version, definition } }: Accepted<DraftStarted>, at: Date): Promise<string> {
  const made = await tx.processTemplate.create({
    data: { regionId, key, version, name: definition.title, definition: plain(definition), origin: 'own', publishedAt: null, changedAt: at, changedBy: actor.personId },
  });
  return made.id;
}

export async function saveEdit(tx: Tx, actor: Actor, process: ProcessFacts, { change: { definition } }: Accepted<ProcessChanged>, at: Date): Promise<void> {
  await tx.processTemplate.update({
    where: { id: process.id, saves: process.saves, publishedAt: null },
    data: { name: definition.title, definition: plain(definition), saves: { increment: 1 }, changedAt: at, changedBy: actor.personId },
  });
}

export async function savePublished(tx: Tx, actor: Actor, process: ProcessFacts, { change }: Accepted<Published>): Promise<void> {
  await tx.processTemplate.update({ where: { id: process.id, saves: process.saves, publishedAt: null }, data: { publishedAt: change.at, publishedBy: actor.personId } });
}

export async function saveDiscarded(tx: Tx, { change: { id } }: Accepted<{ id: string }>): Promise<void> {
  await tx.processTemplate.delete({ where: { id, publishedAt: null } });
}

export async function saveWithdrawn(tx: Tx, { change: { ids } }: Accepted<{ ids: string[] }>, at: Date): Promise<void> {
  await tx.processTemplate.updateMany({ where: { id: { in: ids }, withdrawnAt: null }, data: { withdrawnAt: at } });
}

function plain(definition: ProcessTemplateDefinition) {
  return JSON.parse(JSON.stringify(definition));
}
