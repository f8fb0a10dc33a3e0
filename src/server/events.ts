import type { DomainEvent } from '@/domain/events';
import type { Actor } from '@/domain/model';
import type { Tx } from './db';

/** Writes the events of a decision, in the transaction of the change. `actor` is null for what the product does by itself. */
export async function recordEvents(tx: Tx, actor: Actor | null, at: Date, events: readonly DomainEvent[]): Promise<void> {
  await tx.event.createMany({
    data: events.map((event) => ({
      type: event.type,
      at,
      personId: actor?.personId ?? null,
      postId: actor?.as?.id ?? null,
      regionId: event.regionId ?? null,
      cycleId: event.cycleId ?? null,
      authorityId: event.authorityId ?? null,
      documentId: event.documentId ?? null,
      subjectId: event.subjectId ?? null,
      data: event.data ?? {},
    })),
  });
}
