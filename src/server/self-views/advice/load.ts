import type { Actor, HeldPost } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import type { XRayRule } from '@/domain/self-views/x-ray-rules';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { findNewestTemplate, findRulesInForce } from './store';

export interface AdvicePage {
  region: { id: string; name: string };
  rules: XRayRule[];
  /** The newest change; null while the rules are those of the template. */
  changed: { at: Date; by: string; version: number } | null;
  as: HeldPost;
}

/** The rules of the region in which this person is coordinator; NotFound for everyone else. */
export async function loadAdvice(actor: Actor): Promise<AdvicePage> {
  const as = actor.posts.map(({ region }) => capacityFor(actor, 'advice.change', { regionId: region.id })).find((post) => post !== null);
  if (!as) throw new NotFound();
  const template = await findNewestTemplate(db, as.region.id);
  const [rules, newest] = await Promise.all([
    findRulesInForce(db, as.region.id, template),
    db.adviceRules.findFirst({ where: { regionId: as.region.id }, orderBy: { version: 'desc' } }),
  ]);
  const by = newest && (await db.person.findUnique({ where: { id: newest.changedBy }, select: { name: true } }));
  return { region: as.region, rules, changed: newest && { at: newest.changedAt, by: by?.name ?? '', version: newest.version }, as };
}
