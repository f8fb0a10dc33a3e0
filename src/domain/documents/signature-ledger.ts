// The record of a document's signatures, line by line: put out, signed, declined, taken back, changed, returned. Its own side and the
// authority that signs read all of it; everyone else who may see the document reads the signatures on the versions that they may read.
import type { Actor } from '../model';
import { signatoryAudiences } from '../papers/stages';
import { audience } from '../visibility';
import type { Act, ActKind, DocumentFacts, VersionFact } from './facts';
import { isOwnSide, readableVersions } from './reading';

const ACTS = ['put-for-signature', 'made-final', 'reopened', 'declined', 'recalled', 'returned', 'signed-off', 'agreed'] as const satisfies readonly ActKind[];
export type LedgerAct = (typeof ACTS)[number];

export const LEDGER_ACT_WORDS: Record<LedgerAct, string> = {
  'put-for-signature': 'Put out for signature',
  'made-final': 'Made final and put out for signature',
  reopened: 'Changed after it was put out: signatures on it no longer count',
  declined: 'Declined',
  recalled: 'Taken back from signature',
  returned: 'Returned',
  'signed-off': 'Signed off for the Board',
  agreed: 'Agreed: every signatory has signed',
};

export interface LedgerReading {
  /** Reads why it was declined, taken back or returned, and by whom it was put out. */
  whole: boolean;
  /** The versions whose signatures and texts this person may read. */
  versions: readonly VersionFact[];
}

export function readsLedger(reader: Pick<Actor, 'audiences'>, doc: DocumentFacts, now: Date): LedgerReading {
  const signs = doc.kind === 'paper' ? signatoryAudiences(doc).some((to) => reader.audiences.includes(to)) : doc.authorityId !== null && reader.audiences.includes(audience.authority(doc.authorityId));
  return { whole: signs || isOwnSide(reader, doc, now), versions: readableVersions(reader, doc, now) };
}

/** The acts that stand in the record, oldest first. */
export function ledgerActs({ acts, versions }: Pick<DocumentFacts, 'acts' | 'versions'>, reading: LedgerReading): (Act & { kind: LedgerAct; version: VersionFact | null })[] {
  if (!reading.whole) return [];
  return acts.flatMap((act) => {
    const kind = ACTS.find((each) => each === act.kind);
    const version = versions.find(({ id }) => id === act.versionId) ?? null;
    return kind ? [{ ...act, kind, version }] : [];
  });
}
