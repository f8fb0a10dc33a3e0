import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { placeAuthority as rule, type PlacementText } from '@/domain/questions';
import { transact } from '../transact';
import { findReading, savePlacements } from './store';

export const placeAuthority = (actor: Actor, { documentId, placements }: { documentId: string; placements: readonly PlacementText[] }, at: Date) =>
  transact(actor, at, async (tx) => {
    const reading = await findReading(tx, actor, documentId, at);
    const decision = rule({ reading, actor, placements });
    if (!isRefusal(decision)) await savePlacements(tx, actor, reading, 'region', decision, at);
    return decision;
  });
