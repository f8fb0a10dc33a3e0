// Who may take away what: exactly what they may read on the page. Those who see the draft take the draft or any version; everyone else
// the versions that were handed on. What an outside body was released it reads as that release, where each opening is recorded.
import type { DocumentFacts, VersionFact } from '../documents/facts';
import { readableVersions, versionHandedTo } from '../documents/reading';
import type { Actor } from '../model';
import { isIssued, readsAtDesk } from '../questions';
import { canSee, seesDraft } from '../visibility';

export type WhichText = { live: true } | { live: false; version: VersionFact };

/** `number`: a version; null for the text as it stands now. Null when there is nothing that this reader may take. */
export function whichText(reader: Pick<Actor, 'audiences'>, doc: DocumentFacts, number: number | null, now: Date): WhichText | null {
  if (!canSee(reader, doc.shares, now)) return null;
  if (doc.kind === 'questions' && !isIssued(doc) && !readsAtDesk(reader, doc.regionId)) return null;
  if (number !== null) {
    const version = readableVersions(reader, doc, now).find((each) => each.number === number);
    return version ? { live: false, version } : null;
  }
  if (seesDraft(reader, doc.shares, now)) return { live: true };
  const version = doc.kind === 'annual-conversation' ? null : versionHandedTo(reader, doc, now);
  return version && { live: false, version };
}
