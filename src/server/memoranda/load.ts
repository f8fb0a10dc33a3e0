import { documentInWords } from '@/domain/documents/in-words';
import { readableVersions } from '@/domain/documents/reading';
import { isAccepted, isReturned, isSigned, isSubmitted, sharedVersion, signaturesThatCount, versionForSignature } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import type { DocumentFacts } from '@/domain/documents/facts';
import { actingAs, type Actor } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { isRefusal } from '@/domain/decision';
import { sign } from '@/domain/sign-off';
import { seesDraft } from '@/domain/visibility';
import { db } from '../db';
import { loadDocumentHead } from '../documents/load';
import { findLiveText, findOwnHolding, findTemplate, findVersionText } from '../documents/store';
import { NotFound } from '../not-found';
import { unscopedStepFacts } from '../step-facts/load';

export type MemorandumState = 'issued' | 'part-signed' | 'signed' | 'submitted' | 'accepted' | 'returned' | 'not-out';

/** The memorandum clause by clause, with who has signed and what this person may do with it. */
export async function loadMemorandum(actor: Actor, documentId: string, at: Date) {
  const head = await loadDocumentHead(actor, documentId, at);
  const { doc } = head;
  if (doc.kind !== 'mou') throw new NotFound();
  const draft = seesDraft(actor, doc.shares, at);
  const version = (draft && versionForSignature(doc)) || sharedVersion(doc) || (draft ? doc.versions.at(-1) : null) || null;
  const [template, content, { dueOn, withSelfView }] = await Promise.all([
    findTemplate(db, documentId),
    version ? findVersionText(db, version.id) : draft ? findLiveText(db, documentId) : [],
    stepOf(doc, at),
  ]);
  const as = capacityFor(actor, 'document.sign', subjectOf(doc));
  const out = versionForSignature(doc);
  const signatory = as && actingAs(actor, as.id);
  const trial = signatory && out && sign({ doc, actor: signatory, read: { versionId: out.id, contentHash: out.contentHash }, holding: await findOwnHolding(db, signatory, at), now: at });
  return {
    ...head,
    heading: template?.title ?? head.title,
    version,
    versions: readableVersions(actor, doc, at),
    text: documentInWords(content, template),
    state: stateOf(doc),
    signed: signaturesThatCount(doc).length,
    signAs: trial && (!isRefusal(trial) || trial.refused === 'confirm-first') ? as : null,
    mayPut: !out && capacityFor(actor, 'mou.put-for-signature', subjectOf(doc)) !== null,
    mayRecord: out !== null && !isSigned(doc) && capacityFor(actor, 'document.record-paper-signature', subjectOf(doc)) !== null,
    dueOn,
    withSelfView,
  };
}

function stateOf(doc: DocumentFacts): MemorandumState {
  if (isReturned(doc)) return versionForSignature(doc) ? (isSigned(doc) ? 'signed' : 'part-signed') : 'returned';
  if (isAccepted(doc)) return 'accepted';
  if (isSubmitted(doc)) return 'submitted';
  if (isSigned(doc)) return 'signed';
  if (!versionForSignature(doc)) return 'not-out';
  return signaturesThatCount(doc).length > 0 ? 'part-signed' : 'issued';
}

/** When it is due to be signed, and whether it then goes to the region with a self-view. */
async function stepOf(doc: DocumentFacts, at: Date) {
  const { steps, definition } = await unscopedStepFacts(db, { cycle: { id: doc.cycleId }, of: { authorityIds: doc.authorityId ? [doc.authorityId] : [] }, audiences: [] }, at);
  const dueOn = steps.all.find(({ step }) => step.document === 'mou' && step.signatories.length > 0)?.dates.dueOn ?? null;
  return { dueOn, withSelfView: definition.steps.some(({ document, doneWhen }) => document === 'self-view' && (doneWhen === 'accepted' || doneWhen === 'submitted')) ? definition.words.selfView : null };
}
