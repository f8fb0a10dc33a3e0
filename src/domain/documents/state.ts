// The state of a document, derived from what was done with it. A signature counts only for the exact version that is out for
// signature; an edit voids it (shared design: documents are one mechanism).
import type { Office } from '../model';
import type { Act, ActKind, DocumentFacts, SignatureFact, VersionFact } from './facts';

export function lastAct(doc: Pick<DocumentFacts, 'acts'>, ...kinds: ActKind[]): Act | null {
  return doc.acts.findLast((act) => kinds.includes(act.kind)) ?? null;
}

/** The version that is out for signature or has been signed; null when none is, or when it was reopened since. */
export function versionForSignature(doc: Pick<DocumentFacts, 'acts' | 'versions'>): VersionFact | null {
  const act = lastAct(doc, 'put-for-signature', 'made-final', 'reopened', 'declined', 'returned', 'sent-for-comment');
  if (!act || (act.kind !== 'put-for-signature' && act.kind !== 'made-final')) return null;
  return doc.versions.find((version) => version.id === act.versionId) ?? null;
}

export function signaturesThatCount(doc: Pick<DocumentFacts, 'acts' | 'versions' | 'signatures'>): SignatureFact[] {
  const version = versionForSignature(doc);
  if (!version) return [];
  return doc.signatures.filter((signature) => signature.versionId === version.id && !signature.voidedAt);
}

export function stillToSign(doc: Pick<DocumentFacts, 'acts' | 'versions' | 'signatures' | 'signatories'>): Office[] {
  const signed = signaturesThatCount(doc).map((signature) => signature.office);
  return doc.signatories.filter((office) => !signed.includes(office));
}

/** Signed: every named post has signed this very text. */
export function isSigned(doc: Pick<DocumentFacts, 'acts' | 'versions' | 'signatures' | 'signatories'>): boolean {
  return doc.signatories.length > 0 && versionForSignature(doc) !== null && stillToSign(doc).length === 0;
}

export function isOutForSignature(doc: Pick<DocumentFacts, 'acts' | 'versions' | 'signatures' | 'signatories'>): boolean {
  return versionForSignature(doc) !== null && stillToSign(doc).length > 0;
}

export function isSubmitted(doc: Pick<DocumentFacts, 'acts'>): boolean {
  return lastAct(doc, 'submitted', 'accepted', 'returned')?.kind === 'submitted';
}

export function isAccepted(doc: Pick<DocumentFacts, 'acts'>): boolean {
  return lastAct(doc, 'submitted', 'accepted', 'returned')?.kind === 'accepted';
}

export function isReturned(doc: Pick<DocumentFacts, 'acts'>): boolean {
  return lastAct(doc, 'submitted', 'accepted', 'returned')?.kind === 'returned';
}

/** The latest version that was sent outside the writers' own side: what an audience sees that sees no drafts. */
export function sharedVersion(doc: Pick<DocumentFacts, 'acts' | 'versions'>): VersionFact | null {
  const act = lastAct(doc, 'submitted', 'accepted', 'issued', 'sent-for-comment', 'made-final', 'compiled', 'signed-off', 'agreed');
  return doc.versions.find((version) => version.id === act?.versionId) ?? null;
}
