import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import type { DocumentChange } from '@/domain/documents/change';
import type { DocumentFacts } from '@/domain/documents/facts';
import { reopen } from '@/domain/documents/edit';
import { isSigned, versionForSignature } from '@/domain/documents/state';
import type { Actor, Office } from '@/domain/model';
import { declineToSign, putForSignature, recall, recordPaperSignature as recordPaper, sign as signNow } from '@/domain/sign-off';
import { aDocument, after, codeOf, heldBy, holder, NOW } from './documents/a-document';

const THREE: readonly Office[] = ['dcs', 'chief-executive', 'lead-member'];
const dcs = holder('dcs');
const leadMember = holder('lead-member');
const chiefExecutive = holder('chief-executive');
const coordinator = holder('sli-coordinator');

/** By someone who holds the post and has just signed in. */
const sign = (given: Omit<Parameters<typeof signNow>[0], 'holding' | 'now'>) => signNow({ ...given, holding: heldBy(given.actor), now: NOW });
const recordPaperSignature = (given: Omit<Parameters<typeof recordPaper>[0], 'now'>) => recordPaper({ ...given, now: NOW });

const read = (doc: DocumentFacts) => {
  const version = versionForSignature(doc);
  return { versionId: version?.id ?? '', contentHash: version?.contentHash ?? '' };
};
function accepted(decision: Decision<DocumentChange>) {
  if (isRefusal(decision)) throw new Error(decision.because);
  return decision;
}
const putOut = (doc: DocumentFacts, text = 'text') => after(doc, dcs, accepted(putForSignature({ doc, actor: dcs })).change, text);
const signedBy = (doc: DocumentFacts, ...actors: Actor[]) => actors.reduce((signed, actor) => after(signed, actor, accepted(sign({ doc: signed, actor, read: read(signed) })).change), doc);
const notes = () => after(aDocument('forum-notes', THREE), coordinator, { freeze: true, act: { kind: 'made-final' } });

describe('putting a text out for signature', () => {
  test('freezes it as a version', () => {
    const doc = aDocument('self-view', ['lead-member']);
    const decision = accepted(putForSignature({ doc, actor: dcs }));
    expect(decision.change).toEqual({ freeze: true, act: { kind: 'put-for-signature' } });
    expect(decision.events.map(({ type }) => type)).toEqual(['document.put-for-signature']);
  });

  test('waits for what is required, and names it', () => {
    const decision = putForSignature({ doc: aDocument('self-view', ['lead-member']), actor: dcs, missing: ['5 of 7 enablers are placed'] });
    expect(decision).toEqual({ refused: 'incomplete', because: 'It cannot be signed yet: 5 of 7 enablers are placed.' });
  });

  test('twice, or when it is signed, is refused', () => {
    const out = putOut(aDocument('self-view', ['lead-member']));
    expect(codeOf(putForSignature({ doc: out, actor: dcs }))).toBe('already-out');
    expect(codeOf(putForSignature({ doc: signedBy(out, leadMember), actor: dcs }))).toBe('already-signed');
  });

  test('is the DCS’s, and not another authority’s DCS’s', () => {
    const doc = aDocument('mou', THREE);
    expect(codeOf(putForSignature({ doc, actor: leadMember }))).toBe('not-permitted');
    expect(codeOf(putForSignature({ doc, actor: holder('dcs', { at: 'halton' }) }))).toBe('not-permitted');
  });

  test('notes go out by being made final, not here', () => {
    expect(codeOf(putForSignature({ doc: aDocument('forum-notes', THREE), actor: coordinator }))).toBe('not-put-this-way');
  });
});

describe('signing', () => {
  test('names the exact version and the post', () => {
    const doc = putOut(aDocument('self-view', ['lead-member', 'dcs']));
    const decision = accepted(sign({ doc, actor: leadMember, read: read(doc) }));
    expect(decision.change).toEqual({ sign: { versionId: 'v1', office: 'lead-member', how: 'electronic', by: heldBy(leadMember), proof: leadMember.proof } });
    expect(decision.events).toEqual([
      { type: 'document.signed', regionId: 'nw', cycleId: 'cycle-1', authorityId: 'wigan', documentId: 'self-view-1', data: { document: 'self-view', office: 'Lead Member', version: 1, how: 'electronic' } },
    ]);
  });

  test('before it is out for signature is refused with the reason', () => {
    const doc = aDocument('self-view', ['lead-member']);
    expect(sign({ doc, actor: leadMember, read: read(doc) })).toEqual({ refused: 'not-out-for-signature', because: 'The self-view is still being written. You can sign when it is put out for signature.' });
    const draft = after(aDocument('forum-notes', THREE), coordinator, { freeze: true, act: { kind: 'sent-for-comment' } });
    expect(sign({ doc: draft, actor: dcs, read: read(draft) })).toMatchObject({ because: 'Nobody can sign a draft that is out for comment. You can sign once it is final.' });
  });

  test('another text than the one on the page is refused, and says to read the change', () => {
    const first = putOut(aDocument('self-view', ['lead-member']), 'as it was');
    const old = read(first);
    const changed = after(first, dcs, reopen(first)!);
    const again = putOut(changed, 'as it is');
    expect(sign({ doc: again, actor: leadMember, read: old })).toEqual({
      refused: 'text-changed',
      because: 'The text has changed since you opened it: version 2 is out for signature now. Read what changed, then sign.',
    });
    expect(codeOf(sign({ doc: again, actor: leadMember, read: { ...read(again), contentHash: 'another' } }))).toBe('text-changed');
  });

  test('twice for one post is refused', () => {
    const doc = signedBy(putOut(aDocument('mou', THREE)), dcs);
    expect(codeOf(sign({ doc, actor: dcs, read: read(doc) }))).toBe('already-signed');
  });

  test.each([['a facilitator', holder('facilitator')], ['the coordinator', coordinator], ['an assistant director', holder('assistant-director')], ['another authority’s Lead Member', holder('lead-member', { at: 'halton' })]])('by %s is refused', (_who, actor) => {
    const doc = putOut(aDocument('mou', THREE));
    expect(codeOf(sign({ doc, actor, read: read(doc) }))).toBe('not-permitted');
  });

  test('cover signs for the post, as cover', () => {
    const doc = putOut(aDocument('mou', THREE));
    const decision = accepted(sign({ doc, actor: holder('chief-executive', { acting: true }), read: read(doc) }));
    expect(decision.change.sign).toMatchObject({ office: 'chief-executive', by: { cover: { from: '2017-10-23', until: '2017-10-27', of: { name: 'Someone away' } } } });
    expect(decision.events[0].data).toMatchObject({ office: 'Acting Chief Executive' });
  });

  test('in any order; only the last signature completes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([dcs, leadMember, chiefExecutive], { minLength: 3 }), (order) => {
        let doc = putOut(aDocument('mou', THREE));
        const completed = order.map((actor) => {
          const decision = accepted(sign({ doc, actor, read: read(doc) }));
          doc = after(doc, actor, decision.change);
          return decision.events.some(({ type }) => type === 'document.sign-off-completed');
        });
        expect(completed).toEqual([false, false, true]);
      }),
    );
  });

  test('in the template’s order when the template says one', () => {
    const doc = putOut(aDocument('mou', THREE, { signInOrder: true }));
    expect(sign({ doc, actor: leadMember, read: read(doc) })).toEqual({ refused: 'not-your-turn', because: 'The DCS signs first.' });
    expect(codeOf(sign({ doc: signedBy(doc, dcs, chiefExecutive), actor: leadMember, read: read(doc) }))).toBe('accepted');
  });

  test('the last signature on notes agrees them', () => {
    const doc = signedBy(notes(), dcs, leadMember);
    const decision = accepted(sign({ doc, actor: chiefExecutive, read: read(doc) }));
    expect(decision.change.act).toEqual({ kind: 'agreed', versionId: 'v1' });
    expect(decision.events.map(({ type }) => type)).toEqual(['document.signed', 'document.sign-off-completed', 'forum-notes.agreed']);
  });
});

/** The same person, whose proof was over a moment ago. */
const stale = (actor: Actor): Actor => ({ ...actor, proof: { by: 'code', at: new Date(NOW.getTime() - 600_000), freshUntil: NOW } });

describe('who signs', () => {
  const doc = putOut(aDocument('mou', THREE));
  const given = { doc, actor: leadMember, read: read(doc), holding: heldBy(leadMember), now: NOW };

  test('has shown who they are within the last minutes', () => {
    expect(codeOf(signNow({ ...given, actor: stale(leadMember) }))).toBe('confirm-first');
    expect(codeOf(signNow({ ...given, actor: { ...leadMember, proof: null } }))).toBe('confirm-first');
    expect(codeOf(signNow({ ...given, actor: stale(leadMember), now: new Date(NOW.getTime() - 1) }))).toBe('accepted');
  });

  test('holds the post at that moment', () => {
    expect(signNow({ ...given, holding: null })).toEqual({ refused: 'post-not-held', because: 'You no longer hold this post, or your days as cover are over. Whoever holds it now can sign.' });
  });

  test('is nobody of the regional team, even in a post of the authority', () => {
    for (const office of ['sli-coordinator', 'facilitator'] as const) {
      const both = { ...leadMember, posts: [leadMember.as!, holder(office).as!] };
      expect(codeOf(signNow({ ...given, actor: both }))).toBe('regional-team');
    }
  });

  test('is asked to confirm only when nothing else keeps them from signing', () => {
    expect(codeOf(signNow({ ...given, doc: signedBy(doc, leadMember), actor: stale(leadMember) }))).toBe('already-signed');
    expect(codeOf(signNow({ ...given, actor: stale(holder('data-lead')) }))).toBe('not-permitted');
  });
});

describe('taking a text back', () => {
  const doc = () => signedBy(putOut(aDocument('mou', THREE)), leadMember);

  test('voids what was signed, keeps the reason with the act, and tells', () => {
    const decision = accepted(recall({ doc: doc(), actor: dcs, reason: ' A figure was wrong. ' }));
    expect(decision.change).toEqual({ act: { kind: 'recalled', reason: 'A figure was wrong.', versionId: 'v1' }, voidSignatures: { why: 'The DCS took it back from signature' } });
    expect(decision.events).toEqual([{ type: 'document.recalled', regionId: 'nw', cycleId: 'cycle-1', authorityId: 'wigan', documentId: 'mou-1', data: { document: 'memorandum of understanding', version: 1 } }]);
    const back = after(doc(), dcs, decision.change);
    expect([versionForSignature(back), isSigned(back), back.signatures.every(({ voidedAt }) => voidedAt !== null)]).toEqual([null, false, true]);
    expect(sign({ doc: back, actor: chiefExecutive, read: { versionId: 'v1', contentHash: 'text' } })).toMatchObject({ because: 'The DCS has taken the memorandum of understanding back from signature. You can sign when it is put out again.' });
    expect(codeOf(putForSignature({ doc: back, actor: dcs }))).toBe('accepted');
  });

  test('is possible when everyone has signed, and no longer once it is submitted', () => {
    const all = signedBy(putOut(aDocument('mou', THREE)), dcs, leadMember, chiefExecutive);
    expect(codeOf(recall({ doc: all, actor: dcs, reason: 'Why' }))).toBe('accepted');
    const submitted = after(all, dcs, { act: { kind: 'submitted', versionId: 'v1' } });
    expect(recall({ doc: submitted, actor: dcs, reason: 'Why' })).toEqual({ refused: 'submitted', because: 'The memorandum of understanding has been handed to the region, so it can no longer be taken back. The regional team can return it.' });
  });

  test('needs a reason, something that is out, and the DCS', () => {
    expect(codeOf(recall({ doc: doc(), actor: dcs, reason: ' ' }))).toBe('no-reason');
    expect(codeOf(recall({ doc: aDocument('mou', THREE), actor: dcs, reason: 'Why' }))).toBe('not-out-for-signature');
    expect(codeOf(recall({ doc: doc(), actor: chiefExecutive, reason: 'Why' }))).toBe('not-permitted');
    expect(codeOf(recall({ doc: notes(), actor: dcs, reason: 'Why' }))).toBe('not-put-this-way');
  });
});

describe('declining', () => {
  const doc = () => signedBy(putOut(aDocument('mou', THREE)), dcs);

  test('returns the text, and signatures already given no longer count', () => {
    const decision = accepted(declineToSign({ doc: doc(), actor: leadMember, read: read(doc()), reason: ' The clause on concerns is wrong. ' }));
    expect(decision.change).toEqual({
      act: { kind: 'declined', reason: 'The clause on concerns is wrong.', versionId: 'v1' },
      voidSignatures: { why: 'Lead Member declined to sign' },
    });
    const back = after(doc(), leadMember, decision.change);
    expect([versionForSignature(back), isSigned(back)]).toEqual([null, false]);
    expect(codeOf(sign({ doc: back, actor: chiefExecutive, read: { versionId: 'v1', contentHash: 'text' } }))).toBe('not-out-for-signature');
  });

  test('needs a reason, and the reason stands in no event', () => {
    expect(codeOf(declineToSign({ doc: doc(), actor: leadMember, read: read(doc()), reason: '  ' }))).toBe('no-reason');
    const decision = accepted(declineToSign({ doc: doc(), actor: leadMember, read: read(doc()), reason: 'Secret' }));
    expect(JSON.stringify(decision.events)).not.toContain('Secret');
  });

  test('is too late for who has signed', () => {
    expect(codeOf(declineToSign({ doc: doc(), actor: dcs, read: read(doc()), reason: 'No' }))).toBe('already-signed');
  });
});

describe('a signature on paper', () => {
  const paper = { office: 'lead-member' as const, postId: 'p', by: heldBy(leadMember), scanId: 'scan' };
  const doc = putOut(aDocument('mou', THREE));

  test('is recorded by the coordinator, as that, in the name of who gave it', () => {
    const decision = accepted(recordPaperSignature({ doc, actor: coordinator, paper: { ...paper, ...read(doc) } }));
    expect(decision.change.sign).toEqual({ versionId: 'v1', office: 'lead-member', how: 'paper', by: heldBy(leadMember), postId: 'p', scanId: 'scan', proof: coordinator.proof });
  });

  test('needs the scan, a named signatory and the coordinator', () => {
    expect(codeOf(recordPaperSignature({ doc, actor: coordinator, paper: { ...paper, ...read(doc), scanId: null } }))).toBe('no-scan');
    expect(codeOf(recordPaperSignature({ doc, actor: coordinator, paper: { ...paper, ...read(doc), office: 'data-lead' } }))).toBe('not-a-signatory');
    expect(codeOf(recordPaperSignature({ doc, actor: dcs, paper: { ...paper, ...read(doc) } }))).toBe('not-permitted');
    expect(codeOf(recordPaperSignature({ doc, actor: coordinator, paper: { ...paper, ...read(doc), by: null } }))).toBe('post-not-held');
    expect(codeOf(recordPaperSignature({ doc, actor: coordinator, paper: { ...paper, ...read(doc), by: heldBy(coordinator) } }))).toBe('own-signature');
  });

  test('needs a coordinator who has just shown who they are', () => {
    const given = { doc, actor: coordinator, paper: { ...paper, ...read(doc) } };
    expect(codeOf(recordPaper({ ...given, actor: stale(coordinator), now: NOW }))).toBe('confirm-first');
    expect(codeOf(recordPaper({ ...given, now: NOW }))).toBe('accepted');
  });
});

