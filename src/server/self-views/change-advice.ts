import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/self-views/change-advice';
import type { XRayRule } from '@/domain/self-views/x-ray-rules';
import { transact } from '../transact';
import { findNewestTemplate, findRulesInForce, saveAdvice } from './advice/store';

/** One question of the advice, as the coordinator wants it in the region of the post in which they act. */
export const changeAdvice = (actor: Actor, changed: XRayRule, at: Date) =>
  transact<{ rules: XRayRule[] }>(actor, at, async (tx) => {
    const regionId = actor.as?.region.id ?? '';
    const before = regionId ? await findRulesInForce(tx, regionId, await findNewestTemplate(tx, regionId)) : [];
    const decision = rules.changeAdvice({ actor, regionId, before, changed });
    if (!isRefusal(decision)) await saveAdvice(tx, actor, regionId, decision, at);
    return decision;
  });
