// Whoever writes a paper hands it over: the text is frozen as a version, and opened to those whom the process names. A paper that others
// sign is put out for signature by that. It is written again only when its writers open it, or the region returns it, and why is said;
// signatures on the text before count no longer (3-processes.md, process templates: "who must act before the step closes").
import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import type { DocumentChange } from '../documents/change';
import { nameOf, type DocumentFacts } from '../documents/facts';
import { lastAct } from '../documents/state';
import type { Actor } from '../model';
import { isIssuedByItsWriter, writerSubject } from './parts';
import { paperState, sharesAt } from './stages';

/** `missing`: what is not there yet, as the writer would name it (missing.ts). */
export function handOverPaper({ doc, actor, missing }: { doc: DocumentFacts; actor: Actor; missing: readonly string[] }): Decision<DocumentChange> {
  return decide(actor, 'paper.hand-over', writerSubject(doc), () => {
    if (paperState(doc) !== 'writing') return refuse('handed-over', `${subjectWords(doc)} been handed over already.`);
    if (isIssuedByItsWriter(doc)) return refuse('issued-at-once', `The regional team writes ${itself(doc)} and issues it; nobody hands it over.`);
    if (missing.length > 0) return refuse('incomplete', `It cannot be handed over yet: ${missing.join('; ')}.`);
    const forSignature = doc.paper!.signatories.length > 0;
    return {
      change: { freeze: true, act: { kind: forSignature ? 'put-for-signature' : 'submitted' }, share: sharesAt(doc, 'handed-over') },
      events: [eventOf(doc, forSignature ? 'document.put-for-signature' : 'paper.handed-over')],
    };
  });
}

/** Its writers write it again. Whoever was given it keeps the text that was handed over, until there is another. */
export function reopenPaper({ doc, actor, reason }: { doc: DocumentFacts; actor: Actor; reason: string }): Decision<DocumentChange> {
  return decide(actor, 'paper.hand-over', writerSubject(doc), () => {
    if (paperState(doc) === 'writing') return refuse('not-handed-over', `${subjectWords(doc)} not been handed over, so there is nothing to open again.`);
    const because = reason.trim();
    if (because === '') return refuse('no-reason', 'Say why it is written again. Those who were given it read the reason.');
    return {
      change: { act: { kind: 'reopened', reason: because, ...versionNamed(doc) }, voidSignatures: { why: 'It was opened again by those who wrote it' } },
      events: [eventOf(doc, 'paper.reopened', { reason: because })],
    };
  });
}

/** The region sends it back to those who wrote it. What was issued is not called back any more. */
export function returnPaper({ doc, actor, reason }: { doc: DocumentFacts; actor: Actor; reason: string }): Decision<DocumentChange> {
  return decide(actor, 'paper.return', writerSubject(doc), () => {
    const state = paperState(doc);
    if (state === 'writing') return refuse('not-handed-over', `${subjectWords(doc)} not been handed over, so there is nothing to return.`);
    if (state === 'issued') return refuse('issued', `${subjectWords(doc)} been issued. Those who wrote it can open it again.`);
    const because = reason.trim();
    if (because === '') return refuse('no-reason', 'Say what should be changed, and why. Those who wrote it read it.');
    return {
      change: { act: { kind: 'returned', reason: because, ...versionNamed(doc) }, voidSignatures: { why: 'Returned by the regional team' } },
      events: [eventOf(doc, 'document.returned')],
    };
  });
}

/** "The scope has", "The moderation comments have" */
export function subjectWords(doc: Pick<DocumentFacts, 'kind' | 'name'>): string {
  const name = nameOf(doc);
  return `The ${name} ${name.endsWith('s') ? 'have' : 'has'}`;
}

const itself = (doc: Pick<DocumentFacts, 'kind' | 'name'>) => `the ${nameOf(doc)}`;

function versionNamed(doc: Pick<DocumentFacts, 'acts'>): { versionId?: string } {
  const versionId = lastAct(doc, 'submitted', 'put-for-signature', 'agreed', 'issued')?.versionId;
  return versionId ? { versionId } : {};
}
