import { describe, expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import { sharedVersion, versionForSignature } from '@/domain/documents/state';
import type { DocumentFacts } from '@/domain/documents/facts';
import type { Actor } from '@/domain/model';
import { putForSignature, sign } from '@/domain/sign-off';
import { accept, missingForSubmission, partOf, returnWithReason, submit, type Submission, type SubmissionChange } from '@/domain/submission';
import { aDocument, after, codeOf, heldBy, holder, NOW } from './documents/a-document';

const dcs = holder('dcs');
const leadMember = holder('lead-member');
const chiefExecutive = holder('chief-executive');
const coordinator = holder('sli-coordinator');

function signed(doc: DocumentFacts, ...actors: Actor[]): DocumentFacts {
  const out = versionForSignature(doc) ? doc : after(doc, dcs, ok(putForSignature({ doc, actor: dcs })).change);
  return actors.reduce((now, actor) => {
    const version = versionForSignature(now)!;
    return after(now, actor, ok(sign({ doc: now, actor, read: { versionId: version.id, contentHash: version.contentHash }, holding: heldBy(actor), now: NOW })).change);
  }, out);
}
function ok<Change>(decision: Decision<Change>) {
  if (isRefusal(decision)) throw new Error(decision.because);
  return decision;
}
const selfView = () => aDocument('self-view', ['lead-member']);
const mou = () => aDocument('mou', ['dcs', 'chief-executive', 'lead-member']);
const ready = (): Submission => ({ selfView: signed(selfView(), leadMember), mou: signed(mou(), dcs, chiefExecutive, leadMember) });
function take(of: Submission, actor: Actor, decision: Decision<SubmissionChange>): Submission {
  const done = ok(decision);
  const [first, second] = [partOf(done, 'selfView'), partOf(done, 'mou')];
  return { selfView: first ? after(of.selfView, actor, first.change) : of.selfView, mou: of.mou && second ? after(of.mou, actor, second.change) : of.mou };
}
const submitted = () => take(ready(), dcs, submit({ ...ready(), actor: dcs }));

describe('submitting', () => {
  test('hands both to the regional team, frozen', () => {
    const decision = ok(submit({ ...ready(), actor: dcs }));
    const handed = { act: { kind: 'submitted', versionId: 'v1' }, share: [{ audience: 'region-team:nw', because: 'Submitted to the region', frozenOnly: true }] };
    expect(decision.change).toEqual({ selfView: handed, mou: handed });
    expect(decision.events.map(({ type, documentId }) => `${type} ${documentId}`)).toEqual(['document.submitted self-view-1', 'document.submitted mou-1']);
  });

  test('says who has not signed what', () => {
    const half = { selfView: selfView(), mou: signed(mou(), dcs) };
    expect(missingForSubmission(half)).toEqual(['The self-view is not out for signature.', 'The memorandum of understanding is not signed by the Chief Executive and Lead Member.']);
    expect(submit({ ...half, actor: dcs })).toEqual({
      refused: 'not-signed',
      because: 'The self-view and the memorandum are submitted together. The self-view is not out for signature. The memorandum of understanding is not signed by the Chief Executive and Lead Member.',
    });
  });

  test('is the DCS’s alone', () => {
    expect([leadMember, coordinator, holder('dcs', { at: 'halton' })].map((actor) => codeOf(submit({ ...ready(), actor })))).toEqual(['not-permitted', 'not-permitted', 'not-permitted']);
  });

  test('twice is refused', () => {
    expect(codeOf(submit({ ...submitted(), actor: dcs }))).toBe('already-submitted');
  });
});

describe('accepting', () => {
  test('lets the data group read the frozen self-view, and not the memorandum', () => {
    const decision = ok(accept({ ...submitted(), actor: coordinator }));
    expect(decision.change.selfView).toEqual({ act: { kind: 'accepted', versionId: 'v1' }, share: [{ audience: 'data-group:nw', because: 'Accepted by the regional team', frozenOnly: true }] });
    expect(decision.change.mou).toEqual({ act: { kind: 'accepted', versionId: 'v1' } });
  });

  test('needs a submission', () => {
    expect(codeOf(accept({ ...ready(), actor: coordinator }))).toBe('not-submitted');
    expect(codeOf(accept({ ...submitted(), actor: dcs }))).toBe('not-permitted');
  });
});

describe('returning', () => {
  const back = (which: 'self-view' | 'mou' | 'both', of = submitted()) => take(of, coordinator, returnWithReason({ ...of, actor: coordinator, which, reason: 'The grid is missing.' }));

  test('the self-view takes its signatures off and leaves the memorandum signed', () => {
    const { selfView: returned, mou: kept } = back('self-view');
    expect(versionForSignature(returned)).toBeNull();
    expect(returned.signatures.map(({ voidedWhy }) => voidedWhy)).toEqual(['Returned by the regional team']);
    expect(versionForSignature(kept!)?.id).toBe('v1');
  });

  test('the region keeps what it was sent until it is sent again', () => {
    expect(sharedVersion(back('self-view').selfView)?.id).toBe('v1');
  });

  test('then the self-view is signed and submitted again, alone', () => {
    const returned = back('self-view');
    expect(codeOf(submit({ ...returned, actor: dcs }))).toBe('not-signed');
    const again = { ...returned, selfView: signed(returned.selfView, leadMember) };
    const decision = ok(submit({ ...again, actor: dcs }));
    expect([decision.change.selfView?.act, decision.change.mou]).toEqual([{ kind: 'submitted', versionId: 'v2' }, null]);
    expect(codeOf(accept({ ...take(again, dcs, decision), actor: coordinator }))).toBe('accepted');
  });

  test('the memorandum alone: the self-view cannot be accepted without it', () => {
    const returned = back('mou');
    expect(codeOf(accept({ ...returned, actor: coordinator }))).toBe('memorandum-missing');
    const again = { ...returned, mou: signed(returned.mou!, dcs, chiefExecutive, leadMember) };
    const decision = ok(submit({ ...again, actor: dcs }));
    expect([decision.change.selfView, decision.change.mou?.act]).toEqual([null, { kind: 'submitted', versionId: 'v2' }]);
  });

  test('needs a reason; an accepted self-view can still be returned', () => {
    expect(codeOf(returnWithReason({ ...submitted(), actor: coordinator, which: 'both', reason: ' ' }))).toBe('no-reason');
    const taken = take(submitted(), coordinator, accept({ ...submitted(), actor: coordinator }));
    expect(codeOf(returnWithReason({ ...taken, actor: coordinator, which: 'self-view', reason: 'Wrong version' }))).toBe('accepted');
    expect(codeOf(returnWithReason({ ...ready(), actor: coordinator, which: 'self-view', reason: 'Too early' }))).toBe('not-submitted');
  });
});

describe('where no memorandum goes with it', () => {
  const way = { ends: 'accepted' as const, withMemorandum: false, opensTo: ['region-team', 'peers:moderator', 'directors'] as const, withPacks: false };
  const alone = (): Submission => ({ selfView: signed(aDocument('self-view', ['dcs'], { way }), dcs), mou: null });
  const handedOver = () => take(alone(), dcs, submit({ ...alone(), actor: dcs }));

  test('the self-view is submitted alone, when it is signed', () => {
    expect(submit({ selfView: aDocument('self-view', ['dcs'], { way }), mou: null, actor: dcs })).toEqual({ refused: 'not-signed', because: 'The self-view is not out for signature.' });
    const decision = ok(submit({ ...alone(), actor: dcs }));
    expect([decision.change.selfView?.act, decision.change.mou, decision.events.length]).toEqual([{ kind: 'submitted', versionId: 'v1' }, null, 1]);
    expect(submit({ ...handedOver(), actor: dcs })).toEqual({ refused: 'already-submitted', because: 'The self-view has been submitted. The regional team accepts or returns it.' });
  });

  test('accepting opens the frozen text to those whom the process names, and to nobody else', () => {
    const decision = ok(accept({ ...handedOver(), actor: coordinator }));
    expect(decision.change.selfView?.share).toEqual([
      { audience: 'peers:place-1:moderator', because: 'Accepted by the regional team', frozenOnly: true },
      { audience: 'directors:nw', because: 'Accepted by the regional team', frozenOnly: true },
    ]);
    expect([decision.change.mou, decision.events.length]).toEqual([null, 1]);
  });

  test('there is no memorandum to return', () => {
    const returning = (which: 'self-view' | 'mou' | 'both') => codeOf(returnWithReason({ ...handedOver(), actor: coordinator, which, reason: 'Too thin.' }));
    expect([returning('self-view'), returning('mou'), returning('both')]).toEqual(['accepted', 'memorandum-missing', 'memorandum-missing']);
  });

  test('where nobody answers, the readers have it from the submission on, and accepting is refused', () => {
    const of = { ...alone(), selfView: signed(aDocument('self-view', ['dcs'], { way: { ...way, ends: 'submitted' } }), dcs) };
    const decision = ok(submit({ ...of, actor: dcs }));
    expect(decision.change.selfView!.share!.map(({ audience }) => audience)).toEqual(['region-team:nw', 'peers:place-1:moderator', 'directors:nw']);
    const handed = take(of, dcs, decision);
    expect(codeOf(accept({ ...handed, actor: coordinator }))).toBe('not-answered');
    expect(submit({ ...handed, actor: dcs })).toEqual({ refused: 'already-submitted', because: 'The self-view has been submitted.' });
  });

  test('a self-view that nobody signs is submitted once it has been put out', () => {
    const unsigned = aDocument('self-view', [], { way });
    expect(missingForSubmission({ selfView: unsigned, mou: null })).toEqual(['The self-view has not been put out.']);
    expect(missingForSubmission({ selfView: signed(unsigned), mou: null })).toEqual([]);
  });
});
