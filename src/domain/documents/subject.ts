import type { Subject } from '../permissions';
import type { DocumentFacts } from './facts';

/** Where a document stands, as a permission wants to know it. A paper of one peer is written by that peer alone. */
export function subjectOf(doc: DocumentFacts): Subject {
  return {
    regionId: doc.regionId,
    authorityId: doc.authorityId,
    groupId: doc.groupId,
    leadChallengerAuthorityId: doc.leadChallengerAuthorityId,
    challengerAuthorityIds: doc.challengerAuthorityIds,
    signatories: doc.signatories,
    peers: doc.peerId ? (doc.peers ?? []).filter(({ id }) => id === doc.peerId) : doc.peers,
    set: doc.set,
    ...(doc.paper ? { writers: [doc.paper.by, ...Object.values(doc.paper.sectionsBy)] } : {}),
  };
}
