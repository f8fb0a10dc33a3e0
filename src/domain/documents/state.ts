// The state of a document, derived from what was done with it. A signature counts only for the exact version that is out for
// signature; an edit voids it (shared design: documents are one mechanism).
import type { Office } from '../model';
import type { Act, ActKind, DocumentFacts, DocumentKind, SignatureFact, VersionFact } from './facts';

/** What these rules need of a document; the whole facts have it, and so do the brief ones of a step (workflow.ts). */
export interface Signed {
  acts: readonly Pick<Act, 'kind' | 'versionId'>[];
  versions: readonly Pick<VersionFact, 'id'>[];
  signatures: readonly Pick<SignatureFact, 'versionId' | 'office' | 'voidedAt'>[];
  signatories: readonly Office[];
}

export function lastAct<A extends Pick<Act, 'kind'>>(doc: { acts: readonly A[] }, ...kinds: ActKind[]): A | null {
  return doc.acts.findLast((act) => kinds.includes(act.kind)) ?? null;
}

/** The version that is out for signature or has been signed; null when none is, or when it was reopened since. */
export function versionForSignature<V extends Pick<VersionFact, 'id'>>(doc: { acts: Signed['acts']; versions: readonly V[] }): V | null {
  const act = lastAct(doc, 'put-for-signature', 'made-final', 'reopened', 'declined', 'recalled', 'returned', 'sent-for-comment');
  if (!act || (act.kind !== 'put-for-signature' && act.kind !== 'made-final')) return null;
  return doc.versions.find((version) => version.id === act.versionId) ?? null;
}

export function signaturesThatCount<S extends Signed['signatures'][number]>(doc: Pick<Signed, 'acts' | 'versions'> & { signatures: readonly S[] }): S[] {
  const version = versionForSignature(doc);
  if (!version) return [];
  return doc.signatures.filter((signature) => signature.versionId === version.id && !signature.voidedAt);
}

export function stillToSign(doc: Signed): Office[] {
  const signed = signaturesThatCount(doc).map((signature) => signature.office);
  return doc.signatories.filter((office) => !signed.includes(office));
}

/** Signed: every named post has signed this very text. */
export function isSigned(doc: Signed): boolean {
  return doc.signatories.length > 0 && versionForSignature(doc) !== null && stillToSign(doc).length === 0;
}

export function isOutForSignature(doc: Signed): boolean {
  return versionForSignature(doc) !== null && stillToSign(doc).length > 0;
}

export function isSubmitted(doc: Pick<Signed, 'acts'>): boolean {
  return lastAct(doc, 'submitted', 'accepted', 'returned')?.kind === 'submitted';
}

export function isAccepted(doc: Pick<Signed, 'acts'>): boolean {
  return lastAct(doc, 'submitted', 'accepted', 'returned')?.kind === 'accepted';
}

export function isReturned(doc: Pick<Signed, 'acts'>): boolean {
  return lastAct(doc, 'submitted', 'accepted', 'returned')?.kind === 'returned';
}

/** What hands a text on to those who see no drafts. The pack for the annual conversation goes on by release alone. */
const HANDED_ON: readonly ActKind[] = ['submitted', 'accepted', 'issued', 'sent-for-comment', 'made-final', 'released', 'signed-off', 'agreed'];
const PAPERS: readonly DocumentKind[] = ['regional-profile', 'programme', 'paper'];

type HandedOn = Pick<DocumentFacts, 'acts' | 'versions'> & { kind?: DocumentKind };

function handsOn(doc: HandedOn): readonly ActKind[] {
  return doc.kind && PAPERS.includes(doc.kind) ? [...HANDED_ON, 'put-for-signature'] : HANDED_ON;
}

/** The latest version that was sent outside the writers' own side: what an audience sees that sees no drafts. */
export function sharedVersion(doc: HandedOn): VersionFact | null {
  const act = lastAct(doc, ...handsOn(doc));
  return doc.versions.find((version) => version.id === act?.versionId) ?? null;
}

/** Every version that was ever handed on: an audience that sees no drafts may read these again. */
export function sharedVersions(doc: HandedOn): VersionFact[] {
  const handed = doc.acts.filter((act) => handsOn(doc).includes(act.kind)).map((act) => act.versionId);
  return doc.versions.filter((version) => handed.includes(version.id));
}
