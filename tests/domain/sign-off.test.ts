import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import type { DocumentChange } from '@/domain/documents/change';
import type { DocumentFacts, DocumentKind } from '@/domain/documents/facts';
import { reopen } from '@/domain/documents/edit';
import { isSigned, stillToSign, versionForSignature } from '@/domain/documents/state';
import type { Actor, Office } from '@/domain/model';
import { declineToSign, putForSignature, recordPaperSignature, sign } from '@/domain/sign-off';
import { aDocument, after, codeOf, holder } from './documents/a-document';

const THREE: readonly Office[] = ['dcs', 'chief-executive', 'lead-member'];
const dcs = holder('dcs');
const leadMember = holder('lead-member');
const chiefExecutive = holder('chief-executive');
const coordinator = holder('sli-coordinator');

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
    expect(decision.change).toEqual({ sign: { versionId: 'v1', office: 'lead-member', how: 'electronic', acting: false } });
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
    expect(decision.change.sign).toMatchObject({ office: 'chief-executive', acting: true });
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
  const paper = { office: 'lead-member' as const, signatoryPostId: 'p', signatoryPersonId: 'q', signatoryName: 'L. Member', acting: false, scanId: 'scan' };
  const doc = putOut(aDocument('mou', THREE));

  test('is recorded by the coordinator, as that, in the name of who gave it', () => {
    const decision = accepted(recordPaperSignature({ doc, actor: coordinator, paper: { ...paper, ...read(doc) } }));
    expect(decision.change.sign).toEqual({ versionId: 'v1', office: 'lead-member', how: 'paper', acting: false, signatoryPostId: 'p', signatoryPersonId: 'q', signatoryName: 'L. Member', scanId: 'scan' });
  });

  test('needs the scan, a named signatory and the coordinator', () => {
    expect(codeOf(recordPaperSignature({ doc, actor: coordinator, paper: { ...paper, ...read(doc), scanId: null } }))).toBe('no-scan');
    expect(codeOf(recordPaperSignature({ doc, actor: coordinator, paper: { ...paper, ...read(doc), office: 'data-lead' } }))).toBe('not-a-signatory');
    expect(codeOf(recordPaperSignature({ doc, actor: dcs, paper: { ...paper, ...read(doc) } }))).toBe('not-permitted');
  });
});

// Any post of the authority, with or without cover, a stranger and the coordinator do anything in any order.
const step = fc.oneof(
  fc.record({ does: fc.constant('edit' as const), text: fc.nat(3) }),
  fc.record({ does: fc.constant('put' as const) }),
  fc.record({ does: fc.constantFrom('sign' as const, 'decline' as const), office: fc.constantFrom<Office>('dcs', 'chief-executive', 'lead-member', 'assistant-director'), acting: fc.boolean(), at: fc.constantFrom('wigan' as const, 'halton' as const), stale: fc.boolean() }),
  fc.record({ does: fc.constant('paper' as const), office: fc.constantFrom<Office>('dcs', 'chief-executive', 'lead-member') }),
  fc.record({ does: fc.constant('return' as const) }),
);

test.each<DocumentKind>(['self-view', 'mou'])('no order of events makes a %s signed without every named post on this very text', (kind) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let doc = aDocument(kind, THREE);
      let live = 'text 0';
      let seen = read(doc);
      let completions = 0;
      const take = (actor: Actor, decision: Decision<DocumentChange>) => {
        if (isRefusal(decision)) return;
        completions += decision.events.filter(({ type }) => type === 'document.sign-off-completed').length;
        doc = after(doc, actor, decision.change, live);
      };
      let wasSigned = false;
      let becameSigned = 0;
      for (const each of steps) {
        if (each.does === 'edit') {
          const words = `text ${each.text}`;
          if (words !== live) {
            const reopening = reopen(doc);
            live = words;
            if (reopening) doc = after(doc, dcs, reopening);
          }
        }
        if (each.does === 'put') {
          seen = read(doc);
          take(dcs, putForSignature({ doc, actor: dcs }));
        }
        if (each.does === 'sign' || each.does === 'decline') {
          const actor = holder(each.office, each);
          const page = each.stale ? seen : read(doc);
          take(actor, each.does === 'sign' ? sign({ doc, actor, read: page }) : declineToSign({ doc, actor, read: page, reason: 'No' }));
        }
        if (each.does === 'paper') {
          take(coordinator, recordPaperSignature({ doc, actor: coordinator, paper: { ...read(doc), office: each.office, signatoryPostId: 'p', signatoryPersonId: 'q', signatoryName: 'N', acting: false, scanId: 's' } }));
        }
        if (each.does === 'return' && versionForSignature(doc)) doc = after(doc, coordinator, { act: { kind: 'returned', reason: 'again' }, voidSignatures: { why: 'Returned' } });
        const signed = isSigned(doc);
        if (signed) {
          const version = versionForSignature(doc)!;
          expect(version.contentHash).toBe(live);
          const posts = doc.signatures.filter(({ versionId, voidedAt }) => versionId === version.id && !voidedAt).map(({ office }) => office);
          expect([...posts].sort()).toEqual([...THREE].sort());
        } else if (versionForSignature(doc)) {
          expect(stillToSign(doc).length).toBeGreaterThan(0);
        }
        if (signed && !wasSigned) becameSigned += 1;
        wasSigned = signed;
        expect(completions).toBe(becameSigned);
      }
    }),
    { numRuns: 400 },
  );
});
