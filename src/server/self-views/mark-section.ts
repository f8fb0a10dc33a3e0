import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/self-views/ready-section';
import { findSection } from '../documents/find-section';
import { transact } from '../transact';
import { saveReadiness } from './store';

/** A writer says that a section is ready for review, or that it is not after all. */
export const markSection = (actor: Actor, { documentId, sectionKey, ready }: { documentId: string; sectionKey: string; ready: boolean }, at: Date) =>
  transact(actor, at, async (tx) => {
    const found = await findSection(tx, actor, { documentId, sectionKey }, at);
    const decision = rules.markSection({ ...found, actor, ready });
    if (!isRefusal(decision)) await saveReadiness(tx, actor, found.section.id, decision, at);
    return decision;
  });
