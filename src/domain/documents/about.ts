import type { DomainEvent, EventType } from '../events';
import { nameOf, type DocumentFacts } from './facts';

/** An event of a document: where it happened, and the document's name for the sentence. */
export function eventOf(doc: Pick<DocumentFacts, 'id' | 'kind' | 'name' | 'regionId' | 'cycleId' | 'authorityId'>, type: EventType, data: NonNullable<DomainEvent['data']> = {}): DomainEvent {
  return {
    type,
    regionId: doc.regionId,
    cycleId: doc.cycleId,
    authorityId: doc.authorityId,
    documentId: doc.id,
    data: { document: nameOf(doc), ...data },
  };
}
