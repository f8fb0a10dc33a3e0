import type { DomainEvent, EventType } from '../events';
import { DOCUMENT_NAMES, type DocumentFacts } from './facts';

/** An event of a document: where it happened, and the document's name for the sentence. */
export function eventOf(doc: Pick<DocumentFacts, 'id' | 'kind' | 'regionId' | 'cycleId' | 'authorityId'>, type: EventType, data: NonNullable<DomainEvent['data']> = {}): DomainEvent {
  return {
    type,
    regionId: doc.regionId,
    cycleId: doc.cycleId,
    authorityId: doc.authorityId,
    documentId: doc.id,
    data: { document: DOCUMENT_NAMES[doc.kind], ...data },
  };
}
