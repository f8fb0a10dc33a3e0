// A document is signed when every post that its template names has signed this very text; a signature given to another text counts
// for nothing (North West process 2017/18: the Lead Member signs the self-view; DCS, Chief Executive and Lead Member sign the
// memorandum and the notes). The regional team never signs for an authority; it may record a signature given on paper, as that.
import { decide, refuse, type Decision, type Outcome, type Refusal } from './decision';
import { eventOf } from './documents/about';
import type { DocumentChange } from './documents/change';
import { closedToEditing } from './documents/edit';
import { nameOf, type ActKind, type DocumentFacts, type DocumentKind, type VersionFact } from './documents/facts';
import { isSigned, lastAct, signaturesThatCount, stillToSign, versionForSignature } from './documents/state';
import { subjectOf } from './documents/subject';
import type { DomainEvent, EventType } from './events';
import { notHeld, type Holding } from './holding';
import { OFFICE_NAMES, type Actor, type Office } from './model';
import type { Permission } from './permissions';
import { unproved } from './proof';

/** Who puts each kind out for signature. Notes go out by being made final (forum-notes.ts), papers by regional-papers.ts. */
const PUT_BY: Partial<Record<DocumentKind, Permission>> = {
  'self-view': 'self-view.put-for-signature',
  mou: 'mou.put-for-signature',
};

/** What follows when the last post has signed. */
const ON_COMPLETION: Partial<Record<DocumentKind, { act: ActKind; event: EventType }>> = {
  'forum-notes': { act: 'agreed', event: 'forum-notes.agreed' },
};

/** Freezes the text and puts it out for signature. `missing` are the required things that are not there yet, as the writer would name them. */
export function putForSignature({ doc, actor, missing = [] }: { doc: DocumentFacts; actor: Actor; missing?: readonly string[] }): Decision<DocumentChange> {
  const permission = PUT_BY[doc.kind];
  if (!permission) return refuse('not-put-this-way', `The ${nameOf(doc)} is not put out for signature here.`);
  return decide(actor, permission, subjectOf(doc), () => {
    if (isSigned(doc)) return refuse('already-signed', `The ${nameOf(doc)} is signed by everyone who must. It opens again when its text is changed.`);
    if (versionForSignature(doc)) return refuse('already-out', `Version ${versionForSignature(doc)!.number} is out for signature already.`);
    if (missing.length > 0) return refuse('incomplete', `It cannot be signed yet: ${missing.join('; ')}.`);
    return { change: { freeze: true, act: { kind: 'put-for-signature' } }, events: [eventOf(doc, 'document.put-for-signature')] };
  });
}

/** The text that was on the page when the button was pressed. */
export interface TextRead {
  versionId: string;
  contentHash: string;
}

interface Signing {
  doc: DocumentFacts;
  actor: Actor;
  read: TextRead;
  /** How the actor holds the post at this moment. */
  holding: Holding | null;
  now: Date;
}

export function sign({ doc, actor, read, holding, now }: Signing): Decision<DocumentChange> {
  return decide(actor, 'document.sign', subjectOf(doc), () => {
    const office = actor.as!.office;
    const version = versionToSign(doc, office, read);
    if ('refused' in version) return version;
    const kept = keptFromSigning({ doc, actor, holding, now });
    return kept ?? signed(doc, version, office, { how: 'electronic', by: holding!, proof: actor.proof! });
  });
}

/** Why this person may not sign, whatever the text: the regional team never signs for an authority, cover has its days, and a session grows old. */
export function keptFromSigning({ doc, actor, holding, now }: Pick<Signing, 'actor' | 'holding' | 'now'> & { doc: Pick<DocumentFacts, 'authorityId' | 'regionId'> }): Refusal | null {
  const inRegionTeam = actor.posts.some(({ office, region }) => REGION_TEAM.includes(office) && region.id === doc.regionId);
  if (doc.authorityId && inRegionTeam) return refuse('regional-team', 'The regional team never signs for an authority, in whatever post. A signature given on paper can be recorded as that.');
  return notHeld(holding) ?? unproved(actor, now);
}

const REGION_TEAM: readonly Office[] = ['sli-coordinator', 'facilitator'];

export interface PaperSignature extends TextRead {
  office: Office;
  postId: string;
  /** Who signed on paper; null when they do not hold the post. */
  by: Holding | null;
  /** The scan of the signed page, kept as a file of the document. */
  scanId: string | null;
}

/** The coordinator records what someone signed on paper. It stays a paper signature: shown with the scan and with who recorded it. */
export function recordPaperSignature({ doc, actor, paper, now }: { doc: DocumentFacts; actor: Actor; paper: PaperSignature; now: Date }): Decision<DocumentChange> {
  return decide(actor, 'document.record-paper-signature', subjectOf(doc), () => {
    if (!doc.signatories.includes(paper.office)) return refuse('not-a-signatory', `The ${nameOf(doc)} is not signed by the ${OFFICE_NAMES[paper.office]}.`);
    const version = versionToSign(doc, paper.office, paper);
    if ('refused' in version) return version;
    const { postId, by, scanId } = paper;
    return notRecorded(actor, paper) ?? unproved(actor, now) ?? signed(doc, version, paper.office, { how: 'paper', by: by!, postId, scanId: scanId!, proof: actor.proof! });
  });
}

/** Why a signature on paper cannot be recorded, whatever the text: nobody holds the post, it is one's own, there is no scan. */
export function notRecorded(actor: Pick<Actor, 'personId'>, { by, scanId }: Pick<PaperSignature, 'by' | 'scanId'>): Refusal | null {
  if (!by) return refuse('post-not-held', 'Choose someone who holds the post today, or covers it.');
  if (by.personId === actor.personId) return refuse('own-signature', 'Nobody records a signature of their own. Another coordinator can.');
  return scanId ? null : refuse('no-scan', 'Add the scan of the signed page. A signature on paper is recorded with it.');
}

/** The Director takes a text back that is out for signature or signed, before it is submitted: signatures given on it no longer count. */
export function recall({ doc, actor, reason }: { doc: DocumentFacts; actor: Actor; reason: string }): Decision<DocumentChange> {
  return decide(actor, 'document.recall', subjectOf(doc), () => {
    const name = nameOf(doc);
    if (!PUT_BY[doc.kind]) return refuse('not-put-this-way', `The ${name} ${name.endsWith('s') ? 'are' : 'is'} not taken back here.`);
    const closed = closedToEditing(doc);
    if (closed) return refuse(closed.refused, `The ${name} has been handed to the region, so it can no longer be taken back. The regional team can return it.`);
    const version = versionForSignature(doc);
    if (!version) return refuse('not-out-for-signature', `The ${name} is not out for signature.`);
    const because = reason.trim();
    if (because === '') return refuse('no-reason', 'Say why. The signatories read it.');
    return {
      change: { act: { kind: 'recalled', reason: because, versionId: version.id }, voidSignatures: { why: 'The DCS took it back from signature' } },
      events: [eventOf(doc, 'document.recalled', { version: version.number })],
    };
  });
}

/** A signatory says no, and why: the text goes back to those who wrote it and signatures already given no longer count. */
export function declineToSign({ doc, actor, read, reason }: { doc: DocumentFacts; actor: Actor; read: TextRead; reason: string }): Decision<DocumentChange> {
  return decide(actor, 'document.decline', subjectOf(doc), () => {
    const office = actor.as!.office;
    const version = versionToSign(doc, office, read);
    if ('refused' in version) return version;
    const because = reason.trim();
    if (because === '') return refuse('no-reason', 'Say why. The reason goes to those who wrote it.');
    return {
      change: { act: { kind: 'declined', reason: because, versionId: version.id }, voidSignatures: { why: `${OFFICE_NAMES[office]} declined to sign` } },
      events: [eventOf(doc, 'document.declined', { office: OFFICE_NAMES[office] })],
    };
  });
}

/** The version that this office may sign now, or the sentence why it may not. */
function versionToSign(doc: DocumentFacts, office: Office, read: TextRead): VersionFact | Refusal {
  const version = versionForSignature(doc);
  if (!version) return notOut(doc);
  if (signaturesThatCount(doc).some((signature) => signature.office === office)) {
    return refuse('already-signed', `Version ${version.number} has already been signed for the ${OFFICE_NAMES[office]}.`);
  }
  if (version.id !== read.versionId || version.contentHash !== read.contentHash) {
    return refuse('text-changed', `The text has changed since you opened it: version ${version.number} is out for signature now. Read what changed, then sign.`);
  }
  const first = doc.signInOrder ? stillToSign(doc)[0] : office;
  if (first && first !== office) return refuse('not-your-turn', `The ${OFFICE_NAMES[first]} signs first.`);
  return version;
}

function notOut(doc: DocumentFacts): Refusal {
  const name = nameOf(doc);
  switch (lastAct(doc, 'reopened', 'declined', 'recalled', 'returned', 'sent-for-comment')?.kind) {
    case 'reopened':
      return refuse('not-out-for-signature', `The ${name} was changed after it was put out for signature. You can sign when it is put out again.`);
    case 'declined':
      return refuse('not-out-for-signature', `The ${name} went back to those who wrote it because a signatory declined. You can sign when it is put out again.`);
    case 'recalled':
      return refuse('not-out-for-signature', `The DCS has taken the ${name} back from signature. You can sign when it is put out again.`);
    case 'returned':
      return refuse('not-out-for-signature', `The regional team returned the ${name}. You can sign when it is put out again.`);
    case 'sent-for-comment':
      return refuse('not-out-for-signature', 'Nobody can sign a draft that is out for comment. You can sign once it is final.');
    default:
      return refuse('not-out-for-signature', `The ${name} is still being written. You can sign when it is put out for signature.`);
  }
}

type Given = Omit<NonNullable<DocumentChange['sign']>, 'versionId' | 'office'>;

function signed(doc: DocumentFacts, version: VersionFact, office: Office, given: Given): Outcome<DocumentChange> {
  const sign = { versionId: version.id, office, ...given };
  const told = eventOf(doc, 'document.signed', { office: (given.by.cover ? 'Acting ' : '') + OFFICE_NAMES[office], version: version.number, how: given.how });
  const isLast = stillToSign(doc).every((other) => other === office);
  if (!isLast) return { change: { sign }, events: [told] };
  const completed = eventOf(doc, 'document.sign-off-completed', { version: version.number });
  const follows = ON_COMPLETION[doc.kind];
  if (!follows) return { change: { sign }, events: [told, completed] };
  const events: [DomainEvent, ...DomainEvent[]] = [told, completed, eventOf(doc, follows.event)];
  return { change: { sign, act: { kind: follows.act, versionId: version.id } }, events };
}
