import type { Accepted } from '@/domain/decision';
import { documentTemplate, type DocumentTemplateDefinition } from '@/domain/documents/template';
import type { Actor } from '@/domain/model';
import { FIRST_RULES, xRayRules, type XRayRule } from '@/domain/self-views/x-ray-rules';
import type { Tx } from '../../db';

/** As the region last changed them; else those of the template; else as the product begins. One of each kind. */
export async function findRulesInForce(tx: Tx, regionId: string, template: Pick<DocumentTemplateDefinition, 'advice'> | null): Promise<XRayRule[]> {
  const newest = await tx.adviceRules.findFirst({ where: { regionId }, orderBy: { version: 'desc' }, select: { rules: true } });
  return newest ? xRayRules.parse(newest.rules) : (template?.advice ?? [...FIRST_RULES]);
}

/** The template of the newest self-views, whose rules hold until a region changes them. */
export async function findNewestTemplate(tx: Tx, regionId: string): Promise<DocumentTemplateDefinition | null> {
  const row = await tx.documentTemplate.findFirst({ where: { regionId, kind: 'self-view', key: '' }, orderBy: { version: 'desc' }, select: { definition: true } });
  return row && documentTemplate.parse(row.definition);
}

/** Each change is kept beside those before it, whole. */
export async function saveAdvice(tx: Tx, actor: Actor, regionId: string, { change }: Accepted<{ rules: XRayRule[] }>, at: Date): Promise<void> {
  const newest = await tx.adviceRules.findFirst({ where: { regionId }, orderBy: { version: 'desc' }, select: { version: true } });
  await tx.adviceRules.create({ data: { regionId, version: (newest?.version ?? 0) + 1, rules: change.rules, changedAt: at, changedBy: actor.personId, postId: actor.as!.id } });
}
