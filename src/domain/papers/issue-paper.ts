// The regional team issues what others handed it, or what it wrote itself: from then on those read it whom the process names
// (3-processes.md section 7.5, step 4: comments fed back to the author).
import { decide, refuse, type Decision, type Refusal } from '../decision';
import { eventOf } from '../documents/about';
import type { DocumentChange } from '../documents/change';
import { nameOf, type DocumentFacts } from '../documents/facts';
import { lastAct } from '../documents/state';
import type { Actor } from '../model';
import { isIssuedByItsWriter, writerSubject } from './parts';
import { paperState, sharesAt } from './stages';

/** `missing`: of a paper that the regional team writes itself, what is not there yet. */
export function issuePaper({ doc, actor, missing }: { doc: DocumentFacts; actor: Actor; missing: readonly string[] }): Decision<DocumentChange> {
  return decide(actor, 'paper.issue', writerSubject(doc), () => {
    const kept = keptFromIssuing(doc, missing);
    if (kept) return kept;
    const handed = isIssuedByItsWriter(doc) ? { freeze: true as const, act: { kind: 'issued' as const } } : { act: { kind: 'issued' as const, versionId: lastAct(doc, 'submitted', 'put-for-signature')!.versionId! } };
    return { change: { ...handed, share: sharesAt(doc, 'issued') }, events: [eventOf(doc, 'paper.issued')] };
  });
}

function keptFromIssuing(doc: DocumentFacts, missing: readonly string[]): Refusal | null {
  const [name, is, has] = nameOf(doc).endsWith('s') ? [`The ${nameOf(doc)}`, 'are', 'have'] : [`The ${nameOf(doc)}`, 'is', 'has'];
  if (!doc.paper?.asks.includes('issued')) return refuse('not-issued-here', `${name} ${is} not issued in this process.`);
  const state = paperState(doc);
  if (state === 'issued') return refuse('already-issued', `${name} ${has} been issued already.`);
  if (isIssuedByItsWriter(doc)) return missing.length > 0 ? refuse('incomplete', `It cannot be issued yet: ${missing.join('; ')}.`) : null;
  if (state === 'writing') return refuse('not-handed-over', `${name} ${has} not been handed over yet.`);
  if (state === 'out-for-signature') return refuse('not-signed', `${name} ${is} not signed by everyone who must.`);
  return null;
}
