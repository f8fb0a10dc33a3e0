// Old versions stay readable for ever to those who may see the document: its own side reads every version, everyone else those that
// were handed on. What an outside body was released it reads as that release, where each opening is recorded.
import type { Actor } from '../model';
import { audience, canSee, seesDraft } from '../visibility';
import type { DocumentFacts, DocumentKind, VersionFact } from './facts';
import { sharedVersion, sharedVersions } from './state';
import { versionsOpenedTo } from '../papers/stages';

type Reader = Pick<Actor, 'audiences'>;

/** Kinds that an authority writes about itself. */
const OWN_KINDS: readonly DocumentKind[] = ['self-view', 'mou', 'preparation', 'annual-conversation', 'action-plan'];

/** The side that writes the document: it may read each version and all that happened. */
export function isOwnSide(reader: Reader, doc: DocumentFacts, now: Date): boolean {
  if (doc.authorityId && OWN_KINDS.includes(doc.kind)) return reader.audiences.includes(audience.authority(doc.authorityId));
  return seesDraft(reader, doc.shares, now);
}

export function readableVersions(reader: Reader, doc: DocumentFacts, now: Date): VersionFact[] {
  if (!canSee(reader, doc.shares, now)) return [];
  if (seesDraft(reader, doc.shares, now)) return [...doc.versions];
  if (doc.kind === 'paper') return versionsOpenedTo(reader, doc, now);
  return doc.kind === 'annual-conversation' ? [] : sharedVersions(doc);
}

/** The latest text that this reader was handed, for whom there is no draft. */
export function versionHandedTo(reader: Reader, doc: DocumentFacts, now: Date): VersionFact | null {
  return doc.kind === 'paper' ? (versionsOpenedTo(reader, doc, now).at(-1) ?? null) : sharedVersion(doc);
}
