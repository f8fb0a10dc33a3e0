import type { Accepted } from '@/domain/decision';
import type { DomainEvent } from '@/domain/events';
import type { Actor } from '@/domain/model';
import { signedByAllThatAreLeft } from '@/domain/papers/sign-paper';
import type { Tx } from '../db';
import { unscopedDocument } from './find-document';
import { saveDocumentChange } from './save-change';

/** After a change of who has which part in a cycle: papers that waited for nobody but those who have gone are signed, and that is told with it. */
export async function agreeSigned<Change>(tx: Tx, actor: Actor, cycleId: string, decision: Accepted<Change>, at: Date): Promise<Accepted<Change>> {
  const out = await tx.document.findMany({
    where: { cycleId, kind: 'paper', acts: { some: { kind: 'put-for-signature' } }, versions: { some: { signatures: { some: { voidedAt: null } } } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const told: DomainEvent[] = [];
  for (const { id } of out) {
    const doc = await unscopedDocument(tx, id);
    const signed = signedByAllThatAreLeft(doc);
    if (!signed) continue;
    await saveDocumentChange(tx, actor, doc, { ...decision, ...signed }, at);
    told.push(...signed.events);
  }
  return { ...decision, events: [...decision.events, ...told] };
}
