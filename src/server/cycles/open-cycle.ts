import { randomUUID } from 'node:crypto';
import { isRefusal } from '@/domain/decision';
import { eventOf } from '@/domain/documents/about';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/open-cycle';
import type { NewCycle } from '@/domain/processes/open-cycle';
import { today } from '../days';
import { transact } from '../transact';
import { findOpening } from './opening/store';
import { saveCycle } from './store';

/** Opens a cycle with every authority's place and first documents, all or nothing; the signatories of those that are out at once are told. The change holds the cycle's id. */
export const openCycle = (actor: Actor, command: NewCycle & { templateId?: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const opening = await findOpening(tx, actor, command);
    const decision = rules.openCycle(actor, opening.facts, command, randomUUID, today(at));
    if (isRefusal(decision)) return decision;
    const out = await saveCycle(tx, actor, opening, decision, at);
    return { ...decision, events: [...decision.events, ...out.map((document) => eventOf(document, 'document.put-for-signature'))] };
  });
