import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/word-templates/keep-template';
import { transact } from '../transact';
import { findTemplateVersion, kindIn, regionOf, saveWithdrawal } from './store';

/** Copies go out in the template before it again, or in the product's own look. */
export const withdrawTemplate = (actor: Actor, { kind, version }: { kind: string; version: number }, at: Date) =>
  transact(actor, at, async (tx) => {
    const template = await findTemplateVersion(tx, regionOf(actor).id, kindIn(kind), version);
    const decision = rules.withdrawTemplate({ actor, template });
    if (!isRefusal(decision)) await saveWithdrawal(tx, actor, decision, at);
    return decision;
  });
