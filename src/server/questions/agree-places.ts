import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { agreePlaces as rule, type PlacementText } from '@/domain/questions';
import { transact } from '../transact';
import { findEnablers, findForumOf, findReading, savePlacements } from './store';

/** Records the places on the journey that were agreed at the forum. */
export const agreePlaces = (actor: Actor, { documentId, placements }: { documentId: string; placements: readonly PlacementText[] }, at: Date) =>
  transact(actor, at, async (tx) => {
    const reading = await findReading(tx, actor, documentId, at);
    const forum = await findForumOf(tx, actor, reading, at);
    const decision = rule({ reading, actor, placements, enablers: await findEnablers(tx, reading), ...forum });
    if (!isRefusal(decision)) await savePlacements(tx, actor, reading, 'agreed', decision, at);
    return decision;
  });
