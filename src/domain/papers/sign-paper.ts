// A paper is signed when every party that its process names has signed this very text, in whatever order: a post of its authority, its
// lead peer challenger, each member of its pair. The regional team never signs for an authority (product: duties belong to posts).
import { decide, refuse, type Decision, type Outcome, type Refusal } from '../decision';
import { eventOf } from '../documents/about';
import type { DocumentChange } from '../documents/change';
import { nameOf, type DocumentFacts, type VersionFact } from '../documents/facts';
import { signerFor, signersLeft, signersOf, signsForAnAuthority } from '../documents/signers';
import { lastAct, versionForSignature } from '../documents/state';
import { subjectOf } from '../documents/subject';
import type { Holding } from '../holding';
import { OFFICE_NAMES, type Actor } from '../model';
import { isOffice, partyKept, type Required } from '../parties';
import { unproved } from '../proof';
import { keptFromSigning, notRecorded, type PaperSignature, type TextRead } from '../sign-off';
import { signerSubject } from './parts';
import { paperState, sharesAt } from './stages';

export interface SigningPaper {
  doc: DocumentFacts;
  actor: Actor;
  /** The text that was on the page when the button was pressed. */
  read: TextRead;
  holding: Holding | null;
  now: Date;
}

export function signPaper({ doc, actor, read, holding, now }: SigningPaper): Decision<DocumentChange> {
  return decide(actor, 'paper.sign', signerSubject(doc), () => {
    const version = versionToSign(doc, actor, read);
    if ('refused' in version) return version;
    const kept = keptFromSigning({ doc: { regionId: doc.regionId, authorityId: whoseHand(doc, actor) }, actor, holding, now });
    if (kept) return kept;
    const left = signersLeft(doc);
    const mine = signerFor(doc, actor.as!, left)!;
    const sign = { versionId: version.id, office: actor.as!.office, party: partyKept(mine.party, actor.as!), how: 'electronic' as const, by: holding!, proof: actor.proof! };
    return signedBy(doc, version, { sign, isLast: left.every(({ key }) => key === mine.key) });
  });
}

type Sign = NonNullable<DocumentChange['sign']>;

/** What a signature brings about: the last one opens it to those for whom it was to be signed. */
export function signedBy(doc: DocumentFacts, version: VersionFact, { sign, isLast }: { sign: Sign; isLast: boolean }): Outcome<DocumentChange> {
  const told = eventOf(doc, 'document.signed', { office: `${sign.by.cover ? 'Acting ' : ''}${OFFICE_NAMES[sign.office]}`, version: version.number, how: sign.how });
  if (!isLast) return { change: { sign }, events: [told] };
  const { change, events } = agreed(doc, version);
  return { change: { sign, ...change }, events: [told, ...events] };
}

/** What the last signature brings about comes without one where whoever had not signed has no part any more; null where somebody is still to sign. */
export function signedByAllThatAreLeft(doc: DocumentFacts): Outcome<DocumentChange> | null {
  const version = versionForSignature(doc);
  if (!version || paperState(doc) !== 'out-for-signature' || signersOf(doc).length === 0 || signersLeft(doc).length > 0) return null;
  return agreed(doc, version);
}

function agreed(doc: DocumentFacts, version: VersionFact): Outcome<DocumentChange> {
  return {
    change: { act: { kind: 'agreed', versionId: version.id }, share: sharesAt(doc, 'signed') },
    events: [eventOf(doc, 'document.sign-off-completed', { version: version.number })],
  };
}

/** A signatory says no, and why: it goes back to those who wrote it, and signatures given on it no longer count. */
export function declinePaper({ doc, actor, read, reason }: Pick<SigningPaper, 'doc' | 'actor' | 'read'> & { reason: string }): Decision<DocumentChange> {
  return decide(actor, 'paper.sign', signerSubject(doc), () => {
    const version = versionToSign(doc, actor, read);
    if ('refused' in version) return version;
    const because = reason.trim();
    if (because === '') return refuse('no-reason', 'Say why. The reason goes to those who wrote it.');
    const office = OFFICE_NAMES[actor.as!.office];
    return {
      change: { act: { kind: 'declined', reason: because, versionId: version.id }, voidSignatures: { why: `${office} declined to sign` } },
      events: [eventOf(doc, 'document.declined', { office })],
    };
  });
}

/** The coordinator records what a party signed on paper: it stays a signature on paper, with the scan and with who recorded it. */
export function recordSignatureOnPaper({ doc, actor, paper, signer, now }: { doc: DocumentFacts; actor: Actor; paper: PaperSignature; signer: Required; now: Date }): Decision<DocumentChange> {
  return decide(actor, 'document.record-paper-signature', subjectOf(doc), () => {
    const version = versionForSignature(doc);
    if (!version) return refuse('not-out-for-signature', notOut(doc));
    const left = signersLeft(doc);
    if (!left.some(({ key }) => key === signer.key)) return refuse('already-signed', `Version ${version.number} waits for no signature of theirs.`);
    const { office, postId, by, scanId } = paper;
    const kept = sameText(version, paper) ?? notRecorded(actor, paper) ?? unproved(actor, now);
    if (kept) return kept;
    const sign = { versionId: version.id, office, party: isOffice(signer.party) ? null : signer.key, how: 'paper' as const, by: by!, postId, scanId: scanId!, proof: actor.proof! };
    return signedBy(doc, version, { sign, isLast: left.every(({ key }) => key === signer.key) });
  });
}

/** The text that this person may sign now, or the sentence why they may not. */
export function versionToSign(doc: DocumentFacts, actor: Pick<Actor, 'as'>, read: TextRead): VersionFact | Refusal {
  const version = versionForSignature(doc);
  if (!version) return refuse('not-out-for-signature', notOut(doc));
  if (!actor.as || !signerFor(doc, actor.as, signersLeft(doc))) return refuse('already-signed', `Version ${version.number} has already been signed for this post.`);
  return sameText(version, read) ?? version;
}

export function sameText(version: VersionFact, read: TextRead): Refusal | null {
  if (version.id === read.versionId && version.contentHash === read.contentHash) return null;
  return refuse('text-changed', `The text has changed since you opened it: version ${version.number} is out for signature now. Read what changed, then sign.`);
}

export function notOut(doc: Pick<DocumentFacts, 'kind' | 'name' | 'acts'>): string {
  const name = `The ${nameOf(doc)}`;
  const [was, is] = nameOf(doc).endsWith('s') ? ['were', 'are'] : ['was', 'is'];
  switch (lastAct(doc, 'reopened', 'declined', 'returned')?.kind) {
    case 'reopened':
      return `${name} ${was} opened again by those who wrote it. You can sign when it is put out again.`;
    case 'declined':
      return `${name} went back to those who wrote it because a signatory declined. You can sign when it is put out again.`;
    case 'returned':
      return `The regional team returned the ${nameOf(doc)}. You can sign when it is put out again.`;
    default:
      return `${name} ${is} still being written. You can sign when it is put out for signature.`;
  }
}

/** The authority for which the signature is given; null where a post of the region signs the region's own. */
function whoseHand(doc: DocumentFacts, { as }: Actor): string | null {
  return doc.authorityId ?? (as && signsForAnAuthority(as) ? (as.authority?.id ?? as.partnerOf?.id ?? null) : null);
}
