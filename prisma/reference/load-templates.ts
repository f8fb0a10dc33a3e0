import type { DocumentKind } from '@/domain/documents/facts';
import { documentTemplate, type DocumentTemplateDefinition } from '@/domain/documents/template';
import { db } from '@/server/db';
import { MOU_TEMPLATE } from './mou-template';
import { NORTH_WEST_PROCESS } from './north-west-process';
import { PROGRAMME_TEMPLATE, REGIONAL_PROFILE_TEMPLATE } from './paper-templates';
import { SELF_VIEW_TEMPLATE } from './self-view-template';

/**
 * The North West's process and the words of its documents. A template that a cycle or a document uses is never changed under it:
 * raise `VERSION` with the words.
 */
export async function loadTemplates(): Promise<void> {
  const region = await db.region.findUniqueOrThrow({ where: { slug: 'north-west' } });
  await loadProcess(region.id);
  await loadFormat(region.id, 'mou', documentTemplate.parse(MOU_TEMPLATE));
  await loadFormat(region.id, 'self-view', documentTemplate.parse(SELF_VIEW_TEMPLATE));
  await loadFormat(region.id, 'regional-profile', documentTemplate.parse(REGIONAL_PROFILE_TEMPLATE));
  await loadFormat(region.id, 'programme', documentTemplate.parse(PROGRAMME_TEMPLATE));
}

const VERSION = 1;

async function loadProcess(regionId: string): Promise<void> {
  const definition = plain(NORTH_WEST_PROCESS);
  const place = { regionId, key: 'annual-cycle', version: VERSION };
  const stored = await db.processTemplate.findFirst({ where: place, include: { _count: { select: { cycles: true } } } });
  if (!stored) await db.processTemplate.create({ data: { ...place, name: NORTH_WEST_PROCESS.title, definition } });
  else if (stored._count.cycles === 0) await db.processTemplate.update({ where: { id: stored.id }, data: { name: NORTH_WEST_PROCESS.title, definition } });
}

async function loadFormat(regionId: string, kind: DocumentKind, template: DocumentTemplateDefinition): Promise<void> {
  const definition = plain(template);
  const place = { regionId, kind, version: VERSION };
  const stored = await db.documentTemplate.findFirst({ where: place, include: { _count: { select: { documents: true } } } });
  if (!stored) await db.documentTemplate.create({ data: { ...place, definition } });
  else if (stored._count.documents === 0) await db.documentTemplate.update({ where: { id: stored.id }, data: { definition } });
}

function plain(definition: object) {
  return JSON.parse(JSON.stringify(definition));
}
