// The self-view goes to the region, signed by every post that must, and with it the memorandum where the process has one; the regional
// team accepts them as complete or returns them with reasons (North West process 2017/18, "submit to region").
import { decide, refuse, type Accepted, type Decision } from './decision';
import { eventOf } from './documents/about';
import type { DocumentChange } from './documents/change';
import { nameOf, type DocumentFacts } from './documents/facts';
import { isAccepted, isSigned, isSubmitted, sharedVersion, stillToSign, versionForSignature } from './documents/state';
import { subjectOf } from './documents/subject';
import { OFFICE_NAMES, type Actor } from './model';
import { audienceFor, type Reader } from './readers';
import { audience } from './visibility';

export interface Submission {
  selfView: DocumentFacts;
  /** Null where the process has no memorandum. */
  mou: DocumentFacts | null;
}

/** What is done with each of the two; null where one stays as it is. */
export interface SubmissionChange {
  selfView: DocumentChange | null;
  mou: DocumentChange | null;
}

const bothOf = ({ selfView, mou }: Submission): readonly [DocumentFacts, ...DocumentFacts[]] => (mou ? [selfView, mou] : [selfView]);

/** "The self-view and the memorandum have" */
const theyHave = ({ selfView, mou }: Submission) => (mou ? `The ${nameOf(selfView)} and the memorandum have` : `The ${nameOf(selfView)} has`);

/** What still keeps it from being submitted, one sentence for each document. */
export function missingForSubmission(of: Submission): string[] {
  return bothOf(of).flatMap((doc) => {
    if (isSigned(doc)) return [];
    const name = nameOf(doc);
    if (doc.signatories.length === 0) return versionForSignature(doc) ? [] : [`The ${name} has not been put out.`];
    if (!versionForSignature(doc)) return [`The ${name} is not out for signature.`];
    return [`The ${name} is not signed by the ${listOf(stillToSign(doc).map((office) => OFFICE_NAMES[office]))}.`];
  });
}

export function submit({ actor, ...of }: Submission & { actor: Actor }): Decision<SubmissionChange> {
  return decide(actor, 'self-view.submit', subjectOf(of.selfView), () => {
    if (bothOf(of).every(standsSubmitted)) {
      if (isAccepted(of.selfView)) return refuse('already-accepted', `${theyHave(of)} been accepted.`);
      const answer = isAnswered(of.selfView) ? ` The regional team accepts or returns ${of.mou ? 'them' : 'it'}.` : '';
      return refuse('already-submitted', `${theyHave(of)} been submitted.${answer}`);
    }
    const missing = missingForSubmission(of);
    if (missing.length > 0) return refuse('not-signed', `${of.mou ? `The ${nameOf(of.selfView)} and the memorandum are submitted together. ` : ''}${missing.join(' ')}`);
    const [first, ...others] = bothOf(of).filter((doc) => !standsSubmitted(doc)).map((doc) => eventOf(doc, 'document.submitted'));
    return { change: { selfView: handOver(of.selfView), mou: of.mou && handOver(of.mou) }, events: [first!, ...others] };
  });
}

/** Whether the regional team accepts what was submitted; else the process ends with the submission. */
const isAnswered = ({ way }: Pick<DocumentFacts, 'way'>) => !way || way.ends === 'accepted';

/** Submitted or accepted, and not changed since. */
function standsSubmitted(doc: DocumentFacts): boolean {
  return (isSubmitted(doc) || isAccepted(doc)) && sharedVersion(doc)?.id === versionForSignature(doc)?.id;
}

function handOver(doc: DocumentFacts): DocumentChange | null {
  if (standsSubmitted(doc)) return null;
  return {
    act: { kind: 'submitted', versionId: versionForSignature(doc)!.id },
    share: [
      { audience: audience.regionTeam(doc.regionId), because: 'Submitted to the region', frozenOnly: true },
      ...(doc.kind === 'self-view' && !isAnswered(doc) ? openedTo(doc, 'Submitted to the region') : []),
    ],
  };
}

export function accept({ selfView, mou, actor }: Submission & { actor: Actor }): Decision<SubmissionChange> {
  return decide(actor, 'self-view.accept', subjectOf(selfView), () => {
    if (!isAnswered(selfView)) return refuse('not-answered', 'This process ends with the submission: nobody accepts it.');
    if (!isSubmitted(selfView)) return refuse('not-submitted', 'There is no submission that waits for an answer.');
    const acceptMou = mou !== null && isSubmitted(mou);
    if (mou && !acceptMou && !isAccepted(mou)) return refuse('memorandum-missing', 'The memorandum was returned and has not come back. The two are accepted together.');
    return {
      change: {
        selfView: { act: { kind: 'accepted', versionId: sharedVersion(selfView)!.id }, share: openedTo(selfView, 'Accepted by the regional team') },
        mou: acceptMou ? { act: { kind: 'accepted', versionId: sharedVersion(mou)!.id } } : null,
      },
      events: acceptMou ? [eventOf(selfView, 'document.accepted'), eventOf(mou, 'document.accepted')] : [eventOf(selfView, 'document.accepted')],
    };
  });
}

/** To whom the process opens it once it is accepted, beside those who have it already. */
function openedTo(doc: DocumentFacts, because: string) {
  const readers: readonly Reader[] = doc.way?.opensTo ?? ['data-group'];
  const already = [audience.regionTeam(doc.regionId), ...(doc.authorityId ? [audience.authority(doc.authorityId)] : [])];
  const audiences = readers.flatMap((reader) => audienceFor(reader, doc) ?? []).filter((to) => !already.includes(to));
  return [...new Set(audiences)].map((to) => ({ audience: to, because, frozenOnly: true as const }));
}

export type Returned = 'self-view' | 'mou' | 'both';

/** Sends one or both back to the authority. What is returned is signed again; the other keeps its signatures. */
export function returnWithReason({ selfView, mou, actor, which, reason }: Submission & { actor: Actor; which: Returned; reason: string }): Decision<SubmissionChange> {
  return decide(actor, 'self-view.return', subjectOf(selfView), () => {
    if (!isSubmitted(selfView) && !isAccepted(selfView)) return refuse('not-submitted', 'Nothing has been submitted that could be returned.');
    const because = reason.trim();
    if (because === '') return refuse('no-reason', 'Say what has to be done again, and why. The authority reads it.');
    if (which !== 'self-view' && !mou) return refuse('memorandum-missing', `No memorandum goes with the ${nameOf(selfView)} in this process.`);
    if (which !== 'self-view' && !isSubmitted(mou!) && !isAccepted(mou!)) return refuse('memorandum-missing', 'The memorandum has been returned already.');
    const back = (doc: DocumentFacts): DocumentChange => ({
      act: { kind: 'returned', reason: because, versionId: sharedVersion(doc)?.id },
      voidSignatures: { why: 'Returned by the regional team' },
    });
    const returned = which === 'both' ? [selfView, mou!] : [which === 'mou' ? mou! : selfView];
    const [first, ...others] = returned.map((doc) => eventOf(doc, 'document.returned'));
    return { change: { selfView: which === 'mou' ? null : back(selfView), mou: which === 'self-view' ? null : back(mou!) }, events: [first!, ...others] };
  });
}

/** The part of an accepted submission that concerns one of its two documents. */
export function partOf(accepted: Accepted<SubmissionChange>, part: keyof SubmissionChange): Accepted<DocumentChange> | null {
  const change = accepted.change[part];
  return change ? { ...accepted, change } : null;
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
